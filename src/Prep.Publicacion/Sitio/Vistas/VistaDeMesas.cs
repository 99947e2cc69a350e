using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Sitio.Vistas;

/// <summary>A view for the mesas of one kind of vote that is not cast in a casilla.</summary>
public sealed record VistaDeMesas(TipoDeCasilla Tipo, string Archivo, string Titulo, string Entrada)
{
    private static readonly VistaDeMesas[] Todas =
    [
        new(TipoDeCasilla.MesaEnElExtranjero, "voto-en-el-extranjero.html", "Voto en el extranjero",
            "Votos de quienes residen fuera del país, por correo, por internet o en módulos. Suman en el estado; si la mesa no es de un área, sólo ahí."),
        new(TipoDeCasilla.VotoAnticipado, "voto-anticipado.html", "Voto anticipado",
            "Votos de quienes no pueden ir a su casilla y votan en su domicilio días antes. Suman en el estado; si la mesa no es de un área, sólo ahí."),
        new(TipoDeCasilla.PrisionPreventiva, "prision-preventiva.html", "Voto en prisión preventiva",
            "Votos de personas en prisión que no han sido sentenciadas. Suman en el estado; si la mesa no es de un área, sólo ahí."),
    ];

    /// <summary>Those that the catalogue of the election has.</summary>
    public static IEnumerable<VistaDeMesas> De(Eleccion eleccion) => Todas.Where(v => IndiceDeEleccion.De(eleccion).Mesas(v.Tipo).Count > 0);
}
