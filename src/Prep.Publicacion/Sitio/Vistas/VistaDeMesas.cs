using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Dominio.Cortes;

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

    /// <summary>Places of its actas, in catalogue order.</summary>
    public IReadOnlyList<int> Lugares(Eleccion eleccion) => IndiceDeEleccion.De(eleccion).Mesas(Tipo);

    public Totales Totales(CorteDeEleccion corte)
    {
        var suma = new Suma(corte.Eleccion.Contendientes.Count);
        foreach (var i in Lugares(corte.Eleccion))
        {
            suma.Agregar(corte.Eleccion.Actas[i], corte.Eleccion.Boleta(corte.Eleccion.Actas[i].Id), corte.Registros[i]);
        }

        return suma.Cerrar(corte.Ultimo);
    }

    /// <summary>Those that the catalogue of the election has.</summary>
    public static IEnumerable<VistaDeMesas> De(Eleccion eleccion) => Todas.Where(v => IndiceDeEleccion.De(eleccion).Mesas(v.Tipo).Count > 0);
}
