using System.Data.Common;
using Prep.Datos.Bases;

namespace Prep.Datos.Filas;

/// <summary>A document that was given: its number, what it says and its bytes, by their hashes. Added, never changed.</summary>
public sealed class DocumentoFila
{
    private const string Columnas = "tipo, numero, titulo, html, pdf, persona, emitido_en";

    /// <summary>What kind it is, as <c>bitacora</c>: numbers go by it.</summary>
    public string Tipo { get; set; } = "";

    /// <summary>From 1, without gaps.</summary>
    public int Numero { get; set; }

    public string Titulo { get; set; } = "";

    /// <summary>SHA-256 of the page that was printed, 64 hex.</summary>
    public string Html { get; set; } = "";

    /// <summary>SHA-256 of the PDF, 64 hex: its name in the store.</summary>
    public string Pdf { get; set; } = "";

    public string Persona { get; set; } = "";

    public long EmitidoEn { get; set; }

    /// <summary>The document of that kind already made of that same page.</summary>
    public static Task<DocumentoFila?> DePaginaAsync(Transaccion tx, string tipo, string html) =>
        tx.UnoAsync($"SELECT {Columnas} FROM documento WHERE tipo = @p0 AND html = @p1", De, tipo, html);

    public static Task<DocumentoFila?> LeerAsync(Transaccion tx, string tipo, int numero) =>
        tx.UnoAsync($"SELECT {Columnas} FROM documento WHERE tipo = @p0 AND numero = @p1", De, tipo, numero);

    public static Task<List<DocumentoFila>> TodosAsync(Transaccion tx) => tx.TodosAsync($"SELECT {Columnas} FROM documento ORDER BY emitido_en, tipo, numero", De);

    /// <summary>The number that the next one of that kind takes.</summary>
    public static async Task<int> SiguienteAsync(Transaccion tx, string tipo) =>
        (int)await tx.EscalarAsync<long>("SELECT CAST(COALESCE(MAX(numero), 0) AS bigint) FROM documento WHERE tipo = @p0", tipo) + 1;

    /// <summary>Adds it with the number that follows. The caller holds the lock of its kind.</summary>
    public static async Task<DocumentoFila> AgregarAsync(Transaccion tx, DocumentoFila fila)
    {
        fila.Numero = await SiguienteAsync(tx, fila.Tipo);
        await tx.EjecutarAsync($"INSERT INTO documento ({Columnas}) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6)",
            fila.Tipo, fila.Numero, fila.Titulo, fila.Html, fila.Pdf, fila.Persona, fila.EmitidoEn);
        return fila;
    }

    private static DocumentoFila De(DbDataReader f) => new()
    {
        Tipo = f.GetString(0),
        Numero = f.GetInt32(1),
        Titulo = f.GetString(2),
        Html = f.GetString(3),
        Pdf = f.GetString(4),
        Persona = f.GetString(5),
        EmitidoEn = f.GetInt64(6),
    };
}
