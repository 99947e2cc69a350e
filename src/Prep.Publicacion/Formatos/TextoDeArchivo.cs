using System.Text;
using System.Text.Unicode;
using Prep.Dominio;

namespace Prep.Publicacion.Formatos;

/// <summary>The bytes of an official file as UTF-8 without mark, whatever it was written in.</summary>
/// <remarks>
/// Real files come in UTF-8 with and without BOM, cp1252, and mixed (a Latin-1 title over UTF-8 rows, Mexico City 2024): encoding is
/// decided line by line, and only when the whole is not UTF-8. <see cref="Bytes"/> carries <see cref="Relleno"/> line feeds past
/// <see cref="Largo"/>, so that readers may load whole vectors and always meet an end of line.
/// </remarks>
public sealed class TextoDeArchivo
{
    public const int Relleno = 64;

    /// <summary>Largest file that is read: 1 GiB.</summary>
    public const long Maximo = 1L << 30;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private TextoDeArchivo(byte[] bytes, int inicio, int largo, string codificacion, int leidos) =>
        (Bytes, Inicio, Largo, Codificacion, Leidos) = (bytes, inicio, largo, codificacion, leidos);

    public byte[] Bytes { get; }

    /// <summary>Where the text begins: after the mark, if there is one.</summary>
    public int Inicio { get; }

    /// <summary>Where the text ends in <see cref="Bytes"/>.</summary>
    public int Largo { get; }

    /// <summary>Bytes of the file as it came, before any transcoding.</summary>
    public int Leidos { get; }

    /// <summary><c>UTF-8</c>, <c>UTF-8 BOM</c>, <c>UTF-16</c>, <c>windows-1252</c>.</summary>
    public string Codificacion { get; }

    /// <exception cref="IOException">The file cannot be read now.</exception>
    public static Result<TextoDeArchivo> Leer(string ruta)
    {
        if (!File.Exists(ruta))
        {
            return new Rechazo("archivo_no_existe", $"No existe el archivo {ruta}: revise la ruta.", ClaseDeRechazo.Entrada);
        }

        using var archivo = File.OpenHandle(ruta, options: FileOptions.SequentialScan);
        var tamano = RandomAccess.GetLength(archivo);
        if (tamano > Maximo)
        {
            return new Rechazo("archivo_enorme", $"{ruta} pesa más de 1 GiB: no es una base de datos del PREP.", ClaseDeRechazo.Entrada);
        }

        var bytes = MemoriaDeArchivo.Apartar((int)tamano + Relleno);
        var leidos = 0;
        while (leidos < tamano)
        {
            var n = RandomAccess.Read(archivo, bytes.AsSpan(leidos, (int)tamano - leidos), leidos);
            if (n == 0)
            {
                break;
            }

            leidos += n;
        }

        return De(bytes, leidos);
    }

    public static TextoDeArchivo De(ReadOnlySpan<byte> contenido)
    {
        var bytes = new byte[contenido.Length + Relleno];
        contenido.CopyTo(bytes);
        return De(bytes, contenido.Length);
    }

    // Takes the array over: it has room for the filling.
    private static TextoDeArchivo De(byte[] bytes, int largo)
    {
        bytes.AsSpan(largo).Fill((byte)'\n');
        var contenido = bytes.AsSpan(0, largo);
        return contenido switch
        {
            [0xFF, 0xFE, ..] => Transcodificado(Encoding.Unicode, contenido[2..], largo),
            [0xFE, 0xFF, ..] => Transcodificado(Encoding.BigEndianUnicode, contenido[2..], largo),
            [0xEF, 0xBB, 0xBF, .. var resto] when Utf8.IsValid(resto) => new(bytes, 3, largo, "UTF-8 BOM", largo),
            [0xEF, 0xBB, 0xBF, .. var resto] => PorLineas(resto, largo),
            _ when Utf8.IsValid(contenido) => new(bytes, 0, largo, "UTF-8", largo),
            _ => PorLineas(contenido, largo),
        };
    }

    private static TextoDeArchivo Transcodificado(Encoding codificacion, ReadOnlySpan<byte> contenido, int leidos)
    {
        var utf8 = Encoding.UTF8.GetBytes(codificacion.GetString(contenido));
        return ConRelleno(utf8, "UTF-16", leidos);
    }

    private static TextoDeArchivo PorLineas(ReadOnlySpan<byte> contenido, int leidos)
    {
        var utf8 = new MemoryStream(contenido.Length + (contenido.Length / 16));
        while (!contenido.IsEmpty)
        {
            var fin = contenido.IndexOfAny((byte)'\n', (byte)'\r');
            var linea = fin < 0 ? contenido : contenido[..(fin + 1)];
            contenido = contenido[linea.Length..];
            if (Utf8.IsValid(linea))
            {
                utf8.Write(linea);
            }
            else
            {
                utf8.Write(Encoding.UTF8.GetBytes(Windows1252.GetString(linea)));
            }
        }

        return ConRelleno(utf8.ToArray(), "windows-1252", leidos);
    }

    private static TextoDeArchivo ConRelleno(byte[] utf8, string codificacion, int leidos)
    {
        var bytes = new byte[utf8.Length + Relleno];
        utf8.CopyTo(bytes, 0);
        bytes.AsSpan(utf8.Length).Fill((byte)'\n');
        return new(bytes, 0, utf8.Length, codificacion, leidos);
    }
}
