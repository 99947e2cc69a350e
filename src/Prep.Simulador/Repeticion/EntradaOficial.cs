using Prep.Dominio;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Formatos;

namespace Prep.Simulador.Repeticion;

/// <summary>An official database as a person has it: the CSV, or the ZIP that the institute publishes with it inside.</summary>
/// <param name="Candidaturas">Of the same ZIP, when it brings one that can be read.</param>
public sealed record EntradaOficial(ArchivoOficial Base, CandidaturasLeidas? Candidaturas)
{
    private const int NombresQueSeDicen = 8;

    /// <returns>The only database of the file; refused, with what it holds, when a ZIP has none or several.</returns>
    /// <exception cref="IOException">The file cannot be read now.</exception>
    public static Result<EntradaOficial> Leer(string ruta)
    {
        if (!EsZip(ruta))
        {
            return ArchivoOficial.Leer(ruta).Luego<EntradaOficial>(a => new EntradaOficial(a, null));
        }

        var nombre = Path.GetFileName(ruta);
        return Abrir(nombre, File.ReadAllBytes(ruta)).Luego(entradas => Elegir(nombre, entradas));
    }

    private static bool EsZip(string ruta)
    {
        if (!File.Exists(ruta))
        {
            return false;
        }

        using var archivo = File.OpenRead(ruta);
        var principio = new byte[4];
        return archivo.ReadAtLeast(principio, principio.Length, throwOnEndOfStream: false) == principio.Length && principio.AsSpan().SequenceEqual("PK\u0003\u0004"u8);
    }

    // The ZIP of a corte brings a ZIP per election; none goes deeper.
    private static Result<List<EntradaDeZip>> Abrir(string nombre, byte[] bytes)
    {
        var lectura = ArchivoZip.Leer(nombre, bytes);
        if (!lectura.IsOk)
        {
            return lectura.Rechazo;
        }

        var (entradas, queda) = (new List<EntradaDeZip>(), ArchivoZip.MaximoAbierto - lectura.Value.Sum(e => (long)e.Bytes.Length));
        foreach (var entrada in lectura.Value)
        {
            if (!entrada.Nombre.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                entradas.Add(entrada);
                continue;
            }

            var deDentro = ArchivoZip.Leer($"{nombre}/{entrada.Nombre}", entrada.Bytes, queda);
            if (!deDentro.IsOk)
            {
                return deDentro.Rechazo;
            }

            queda -= deDentro.Value.Sum(e => (long)e.Bytes.Length);
            entradas.AddRange(deDentro.Value.Select(e => e with { Nombre = $"{entrada.Nombre}/{e.Nombre}" }));
        }

        return entradas;
    }

    private static Result<EntradaOficial> Elegir(string nombre, IReadOnlyList<EntradaDeZip> entradas)
    {
        var tablas = entradas.Where(e => e.Nombre.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)).ToLookup(e => e.Nombre.Contains("CANDIDATURA", StringComparison.OrdinalIgnoreCase));
        var bases = tablas[false].ToList();
        if (bases is not [var unica])
        {
            var (que, cuales) = bases.Count == 0 ? ("no trae ninguna base de datos (CSV)", entradas) : ($"trae {bases.Count} bases de datos y se repite una a la vez", bases);
            return new Rechazo("zip_sin_una_base", $"{nombre}: {que}. Trae: {Nombres(cuales)}. Descomprímalo y dé el CSV de la elección que quiera.", ClaseDeRechazo.Entrada);
        }

        var candidaturas = tablas[true].Select(e => CandidaturasLeidas.Leer(e.Nombre, TextoDeArchivo.De(e.Bytes))).Where(c => c.IsOk).Select(c => c.Value).ToList();
        return ArchivoOficial.Leer(Path.GetFileName(unica.Nombre), unica.Bytes).Luego<EntradaOficial>(a => new EntradaOficial(a, candidaturas is [var sola] ? sola : null));
    }

    private static string Nombres(IReadOnlyList<EntradaDeZip> entradas) => entradas.Count == 0 ? "nada"
        : string.Join(", ", entradas.Take(NombresQueSeDicen).Select(e => e.Nombre)) + (entradas.Count > NombresQueSeDicen ? $" y {entradas.Count - NombresQueSeDicen} más" : "");
}
