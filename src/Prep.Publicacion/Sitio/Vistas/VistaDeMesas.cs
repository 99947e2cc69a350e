using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Sitio.Vistas;

/// <summary>A view for the mesas of one kind of vote that is not cast in a casilla.</summary>
/// <param name="Clave">Of its <c>titulo</c> and its <c>entrada</c> among the sentences of the site.</param>
public sealed record VistaDeMesas(TipoDeCasilla Tipo, string Archivo, string Clave)
{
    private static readonly VistaDeMesas[] Todas =
    [
        new(TipoDeCasilla.MesaEnElExtranjero, "voto-en-el-extranjero.html", "mesas.extranjero"),
        new(TipoDeCasilla.VotoAnticipado, "voto-anticipado.html", "mesas.anticipado"),
        new(TipoDeCasilla.PrisionPreventiva, "prision-preventiva.html", "mesas.prisionPreventiva"),
    ];

    /// <summary>Those that the catalogue of the election has.</summary>
    public static IEnumerable<VistaDeMesas> De(Eleccion eleccion) => Todas.Where(v => IndiceDeEleccion.De(eleccion).Mesas(v.Tipo).Count > 0);
}
