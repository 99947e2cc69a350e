using System.Text;
using Prep.Datos;
using Prep.Datos.Filas;
using Prep.Documentos;
using Prep.Dominio;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Documentos;

/// <summary>Gives a page as PDF and writes it in the register: its number, its hashes, who and when. The same page asked again is the same document, not another number.</summary>
public static class EmitirDocumento
{
    /// <param name="Tipo">Numbers go by it, from 1: <c>bitacora</c>.</param>
    /// <param name="Html">The whole page, with nothing in it that changes by looking.</param>
    public sealed record Request(string Tipo, string Titulo, string Html);

    public sealed record Emitido(string Tipo, int Numero, CodigoDeIntegridad Codigo, ReadOnlyMemory<byte> Bytes);

    internal static readonly Rechazo SinArchivo = new("documento_sin_archivo", "El documento ya se había emitido y su archivo no está en el almacén. Restáurelo de la copia.");

    /// <returns>Those of <see cref="Impresora.ImprimirAsync"/>; <c>documento_sin_archivo</c>.</returns>
    public static async Task<Result<Emitido>> EjecutarAsync(Request r, Impresora impresora, Contexto c, CancellationToken ct)
    {
        var pagina = Encoding.UTF8.GetBytes(r.Html);
        var html = CodigoDeIntegridad.De(pagina).Hex;
        if (await c.Almacen.Base.LeerAsync(tx => DocumentoFila.DePaginaAsync(tx, r.Tipo, html), ct) is { } ya)
        {
            return await DelAlmacenAsync(ya, c, ct);
        }

        // Printed and kept before the transaction: it takes a second, and the writer of a night is one.
        var ahora = c.Ahora;
        var pdf = await impresora.ImprimirAsync(r.Html, ahora, ct);
        if (!pdf.IsOk)
        {
            return pdf.Rechazo;
        }

        await c.Almacen.Documentos.GuardarAsync(pagina, ct);
        await c.Almacen.Documentos.GuardarAsync(pdf.Value.Bytes, ct);
        var fila = await c.EnTransaccionAsync<DocumentoFila>(
            async tx =>
            {
                await tx.Base.CerrojoAsync(tx, $"documento {r.Tipo}");
                if (await DocumentoFila.DePaginaAsync(tx, r.Tipo, html) is { } deOtro)
                {
                    return deOtro;
                }

                var nueva = await DocumentoFila.AgregarAsync(tx, new() { Tipo = r.Tipo, Titulo = r.Titulo, Html = html, Pdf = pdf.Value.Codigo.Hex, Persona = c.Persona.Valor, EmitidoEn = ahora.AMicros() });
                await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, "documento_emitido", $"{nueva.Tipo} {nueva.Numero} {nueva.Pdf}", ahora);
                return nueva;
            },
            ct);
        return !fila.IsOk ? fila.Rechazo
            : fila.Value.Pdf == pdf.Value.Codigo.Hex ? new Emitido(r.Tipo, fila.Value.Numero, pdf.Value.Codigo, pdf.Value.Bytes)
            : await DelAlmacenAsync(fila.Value, c, ct);
    }

    private static async Task<Result<Emitido>> DelAlmacenAsync(DocumentoFila fila, Contexto c, CancellationToken ct) =>
        CodigoDeIntegridad.TryParse(fila.Pdf, out var codigo) && await c.Almacen.Documentos.LeerAsync(codigo, ct) is { } bytes
            ? new Emitido(fila.Tipo, fila.Numero, codigo, bytes)
            : SinArchivo;
}
