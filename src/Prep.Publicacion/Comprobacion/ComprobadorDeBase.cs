using System.Globalization;
using Prep.Dominio;
using Prep.Publicacion.Formatos;

namespace Prep.Publicacion.Comprobacion;

/// <param name="Estricto">Every aviso is a falta, as in our own publications.</param>
/// <param name="Ultimo">Whether this is the last corte, when known: it decides which participation is due.</param>
/// <param name="Propia">Written by this system: what a program decides must follow the norm; what the world gave (a key that the
/// catalogue repeats, a declared hour) stays an aviso.</param>
public sealed record OpcionesDeBase(bool Estricto = false, bool? Ultimo = null, bool Propia = false);

/// <summary>Recomputes, from the rows of a lone database, everything that it publishes of itself.</summary>
/// <remarks>
/// Falta: an integer that differs from the rows, a percentage that no known formula gives from the file's own integers ±0.0001, a total
/// that is not its sum, a row that cannot be read. Aviso: what is explained by a known practice that is not the norm's. Fuente: design §4; spec §6.8.
/// </remarks>
public static class ComprobadorDeBase
{
    /// <summary>Avisos about what happened or what the catalogue says, not about what the program computed.</summary>
    private static readonly HashSet<string> DelMundo =
        ["clave_repetida", "codigo_repetido", "orden_de_tiempo", "posterior_al_corte", "limite_deducido", "representantes_es_el_limite", "palabra_desconocida"];

    /// <returns>What was found; refused when it is not a PREP database at all.</returns>
    /// <exception cref="IOException">It cannot be read now.</exception>
    public static Result<Informe> Comprobar(string ruta, OpcionesDeBase? opciones = null) =>
        ArchivoOficial.Leer(ruta).Luego<Informe>(a => Comprobar(a, ruta, opciones));

    /// <param name="nombre">How the findings call the file: its path inside a publication, say.</param>
    public static Result<Informe> Comprobar(string nombre, ReadOnlySpan<byte> bytes, OpcionesDeBase? opciones = null)
    {
        var leido = ArchivoOficial.Leer(nombre, bytes);
        return leido.IsOk ? Comprobar(leido.Value, nombre, opciones) : leido.Rechazo;
    }

    public static Informe Comprobar(ArchivoOficial archivo, string objeto, OpcionesDeBase? opciones = null)
    {
        opciones ??= new();
        var recuento = new Recuento(archivo);
        recuento.Contar();
        var (faltas, avisos) = (recuento.Faltas, recuento.Avisos);
        new RevisorDeEncabezado(archivo, recuento, opciones).Revisar(faltas, avisos);
        if (opciones.Estricto)
        {
            faltas.AddRange(avisos);
            avisos.Clear();
        }
        else if (opciones.Propia)
        {
            faltas.AddRange(avisos.Where(a => !DelMundo.Contains(a.Codigo)));
            avisos.RemoveAll(a => !DelMundo.Contains(a.Codigo));
        }

        var revisado = new SortedDictionary<string, long>(StringComparer.Ordinal)
        {
            ["bytes"] = archivo.Texto.Leidos,
            ["cifras"] = archivo.Encabezado.Cifras.Count,
            ["renglones"] = recuento.Renglones,
            ["votos"] = recuento.CeldasDeVotos,
        };
        return new(objeto, archivo.Encabezado.CorteLocal?.ToString("yyyyMMdd_HHmm", CultureInfo.InvariantCulture), "sin firma: es una base de datos suelta", revisado,
            EnOrden(faltas), EnOrden(avisos));
    }

    private static List<Hallazgo> EnOrden(List<Hallazgo> hallazgos) => [.. hallazgos.OrderBy(h => h.Linea).ThenBy(h => h.Columna)];
}
