using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio;
using Prep.Seguimiento.Difusores;

namespace Prep.Seguimiento.Publico;

/// <summary>The official difusores as open data, and as the page of the results lists them.</summary>
public static class DatosDeDifusores
{
    private static readonly string[] _columnas =
    [
        "nombre", "tipo", "direccion", "instrumento", "fecha",
    ];

    public static TablaPublica De(Programa programa) => new("difusores", _columnas,
        [.. programa.Difusores.Formalizados.Select(d => (IReadOnlyList<object?>)[d.Nombre, PalabrasDeDifusores.De(d.Tipo), d.Direccion, d.Instrumento, d.Formalizado])]);

    public static ArchivoPublicado ParaElSitio(IEnumerable<Programa> programas) => DifusoresDelSeguimiento.Escribir(
        [.. programas.Select(p => new DifusoresDePrograma(p.Id, p.Plan.Definicion.Inicio, p.Plan.Definicion.Fin, [.. p.Difusores.Formalizados.Select(d => new EnlaceExterno(d.Nombre, d.Direccion))]))]);
}
