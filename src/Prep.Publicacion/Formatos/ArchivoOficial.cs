using System.Text;
using Prep.Dominio;
using Prep.Publicacion.Comprobacion;

namespace Prep.Publicacion.Formatos;

/// <summary>An official database of results (2018 to 2024, any state), understood but not judged: header, columns, and where its rows are.</summary>
/// <remarks>
/// Only what is not a PREP database is refused. What is wrong inside (a row cut short, a vote that is no number) is a finding of whoever
/// goes through the rows. Fuente: spec §6.2 a §6.8.
/// </remarks>
public sealed class ArchivoOficial
{
    private readonly (int Desplazamiento, int Linea) _primerRenglon;

    private ArchivoOficial(
        string nombre, TextoDeArchivo texto, byte separador, Encabezado encabezado, Esquema esquema, int lineaDeColumnas, (int, int) primerRenglon) =>
        (Nombre, Texto, Separador, Encabezado, Esquema, LineaDeColumnas, _primerRenglon) =
        (nombre, texto, separador, encabezado, esquema, lineaDeColumnas, primerRenglon);

    /// <summary>File name without folders.</summary>
    public string Nombre { get; }

    public TextoDeArchivo Texto { get; }

    public byte Separador { get; }

    public Encabezado Encabezado { get; }

    public Esquema Esquema { get; }

    /// <summary>Line of the column names.</summary>
    public int LineaDeColumnas { get; }

    /// <returns>The file, or why it is not a PREP database (place and remedy in the sentence).</returns>
    /// <exception cref="IOException">The file cannot be read now.</exception>
    public static Result<ArchivoOficial> Leer(string ruta) => TextoDeArchivo.Leer(ruta).Luego(t => Leer(Path.GetFileName(ruta), t));

    public static Result<ArchivoOficial> Leer(string nombre, ReadOnlySpan<byte> bytes) => Leer(nombre, TextoDeArchivo.De(bytes));

    public static Result<ArchivoOficial> Leer(string nombre, TextoDeArchivo texto)
    {
        if (Preambulo.Leer(texto) is not { } preambulo)
        {
            return NoEsDelPrep(nombre, 1, SinTabla(texto));
        }

        var esquema = Esquema.De(preambulo.Columnas);
        var deComputos = esquema.Nombres.Select(Palabras.Columna).FirstOrDefault(NombresDeColumna.DeComputos.Contains);
        if (deComputos is not null && !esquema.Tiene(Columna.Contabilizada))
        {
            return NoEsDelPrep(nombre, preambulo.LineaDeColumnas, $"la columna {deComputos} es de un archivo de cómputos, no del PREP");
        }

        if (!esquema.Tiene(Columna.Contabilizada) && !preambulo.Encabezado.Cifras.ContainsKey("ACTAS_ESPERADAS"))
        {
            return NoEsDelPrep(nombre, preambulo.LineaDeColumnas, "no tiene encabezado con ACTAS_ESPERADAS ni columna CONTABILIZADA");
        }

        if (esquema.Boleta.Count == 0)
        {
            return NoEsDelPrep(nombre, preambulo.LineaDeColumnas, "no hay columnas de votos entre TOTAL_VOTOS_SACADOS y TOTAL_VOTOS_ASENTADO");
        }

        return new ArchivoOficial(
            nombre, texto, preambulo.Separador, preambulo.Encabezado, esquema, preambulo.LineaDeColumnas, preambulo.PrimerRenglon);
    }

    /// <summary>A cursor before the first row of the table.</summary>
    public Escaner Renglones() => new(Texto, Separador, _primerRenglon.Desplazamiento, _primerRenglon.Linea);

    /// <summary>The cells of one row as text, by where it begins (<see cref="Escaner.Desplazamiento"/>).</summary>
    public IReadOnlyList<string> Celdas(int desplazamiento, int linea)
    {
        var escaner = new Escaner(Texto, Separador, desplazamiento, linea);
        var celdas = new List<string>();
        if (escaner.Avanzar())
        {
            for (var i = 0; i < escaner.Celdas; i++)
            {
                celdas.Add(Encoding.UTF8.GetString(escaner[i]));
            }
        }

        return celdas;
    }

    /// <summary>Line and position, from 1, of the first NUL byte; null when there is none.</summary>
    public (int Linea, int Columna)? PrimerNulo()
    {
        var texto = Texto.Bytes.AsSpan(0, Texto.Largo);
        var nulo = texto.IndexOf((byte)0);
        if (nulo < 0)
        {
            return null;
        }

        var antes = texto[..nulo];
        var linea = 1 + Math.Max(antes.Count((byte)'\n'), antes.Count((byte)'\r'));
        return (linea, nulo - antes.LastIndexOfAny((byte)'\n', (byte)'\r'));
    }

    // A finding about a whole line points at its first column: there is always a place to look at.
    internal Hallazgo Hallazgo(string codigo, int linea, int columna, string clave, string campo, string publicado, string calculado, string mensaje) =>
        new(codigo, Nombre, Math.Max(1, linea), Math.Max(1, columna), clave, campo, publicado, calculado, mensaje);

    private static Rechazo NoEsDelPrep(string nombre, int linea, string razon) => new(
        "no_es_del_prep",
        $"{nombre}, línea {linea}, columna 1: no es un archivo del PREP: {razon}. Use la base de datos de resultados (CSV) que publica el instituto.",
        ClaseDeRechazo.Entrada);

    private static string SinTabla(TextoDeArchivo texto)
    {
        var contenido = texto.Bytes.AsSpan(texto.Inicio, texto.Largo - texto.Inicio);
        return contenido switch
        {
            [] => "el archivo está vacío",
            [(byte)'P', (byte)'K', ..] => "es un ZIP; descomprímalo",
            _ when contenido.Contains((byte)0) => "es un archivo binario",
            _ => "no se encontró la línea con los nombres de columna (CLAVE_CASILLA, CLAVE_ACTA, SECCION…); quizá está cortado",
        };
    }
}
