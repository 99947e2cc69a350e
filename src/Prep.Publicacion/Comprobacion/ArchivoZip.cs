using System.IO.Compression;
using Prep.Dominio;
using Prep.Publicacion.Paquete;

namespace Prep.Publicacion.Comprobacion;

/// <param name="Hora">As the ZIP says it: local time, even seconds.</param>
public sealed record EntradaDeZip(string Nombre, DateTime Hora, byte[] Bytes);

/// <summary>Opens a ZIP of databases that came from anyone.</summary>
/// <remarks>Refused before anything is used: names that leave their folder, absolute or repeated; more than it may hold once open.</remarks>
public static class ArchivoZip
{
    /// <summary>Three national databases fit many times over.</summary>
    public const long MaximoAbierto = 1L << 30;

    public const int MaximoDeEntradas = 1_000;

    /// <summary>Real databases, even those of the zero corte, compress less than a hundred to one.</summary>
    public const int RazonMaxima = 300;

    private const int LibreDeRazon = 8 << 20;

    /// <param name="maximo">Bytes that all its entries may hold once open; a ZIP inside another takes from the same allowance.</param>
    public static Result<IReadOnlyList<EntradaDeZip>> Leer(string nombre, byte[] bytes, long maximo = MaximoAbierto)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (Negativa(nombre, zip, maximo) is { } rechazo)
            {
                return rechazo;
            }

            var entradas = new List<EntradaDeZip>();
            foreach (var entrada in zip.Entries.Where(e => !e.FullName.EndsWith('/')))
            {
                // The declared length is not believed: reading stops where the allowance does.
                if (Abrir(entrada, maximo) is not { } contenido)
                {
                    return Bomba(nombre, entrada.FullName);
                }

                maximo -= contenido.Length;
                entradas.Add(new(entrada.FullName, entrada.LastWriteTime.DateTime, contenido));
            }

            return entradas;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return new Rechazo("zip_ilegible", $"{nombre}, línea 1, columna 1: no es un ZIP que se pueda abrir ({e.Message})", ClaseDeRechazo.Entrada);
        }
    }

    private static Rechazo? Negativa(string nombre, ZipArchive zip, long maximo)
    {
        if (zip.Entries.Count > MaximoDeEntradas)
        {
            return new("zip_enorme", $"{nombre}, línea 1, columna 1: trae {zip.Entries.Count} entradas; se aceptan hasta {MaximoDeEntradas}.", ClaseDeRechazo.Entrada);
        }

        var vistos = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var total = 0L;
        foreach (var entrada in zip.Entries)
        {
            if (!RutasDePaquete.EsInterna(entrada.FullName.TrimEnd('/')) || entrada.FullName.Contains(':'))
            {
                return new("zip_sale_de_su_carpeta", $"{nombre}, línea 1, columna 1: la entrada «{Visible(entrada.FullName)}» sale de su carpeta o lleva una ruta absoluta. No se abrió.", ClaseDeRechazo.Entrada);
            }

            if (!vistos.Add(entrada.FullName))
            {
                return new("zip_con_entrada_repetida", $"{nombre}, línea 1, columna 1: la entrada «{Visible(entrada.FullName)}» está dos veces. No se abrió.", ClaseDeRechazo.Entrada);
            }

            total = entrada.Length > maximo ? long.MaxValue : total + entrada.Length;
            if (total > maximo || (entrada.Length > LibreDeRazon && entrada.Length / RazonMaxima > entrada.CompressedLength))
            {
                return Bomba(nombre, entrada.FullName);
            }
        }

        return null;
    }

    private static byte[]? Abrir(ZipArchiveEntry entrada, long maximo)
    {
        using var origen = entrada.Open();
        using var destino = new MemoryStream((int)Math.Min(entrada.Length, 1 << 26));
        var bufer = new byte[1 << 16];
        for (int leidos; (leidos = origen.Read(bufer)) > 0;)
        {
            if (destino.Length + leidos > maximo)
            {
                return null;
            }

            destino.Write(bufer, 0, leidos);
        }

        return destino.ToArray();
    }

    private static Rechazo Bomba(string nombre, string entrada) => new(
        "zip_enorme", $"{nombre}, línea 1, columna 1: «{Visible(entrada)}» crece demasiado al abrirse (más de {MaximoAbierto >> 20} MiB en total o de {RazonMaxima} a 1). No se abrió.", ClaseDeRechazo.Entrada);

    private static string Visible(string nombre) => string.Concat(nombre.Take(120).Select(c => char.IsControl(c) ? '?' : c));
}
