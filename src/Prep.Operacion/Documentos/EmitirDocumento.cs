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
    /// <param name="Numero">The one that the page says of itself: it is given that one or none. Null when the page says none.</param>
    public sealed record Request(string Tipo, string Titulo, string Html, int? Numero = null);

    /// <param name="Html">The page that was printed.</param>
    public sealed record Emitido(string Tipo, int Numero, CodigoDeIntegridad Codigo, ReadOnlyMemory<byte> Bytes, string Html);

    /// <summary>Somebody else was given the number that the page says.</summary>
    public const string NumeroOcupado = "documento_numero_ocupado";

    private static readonly Rechazo _sinArchivo = new("documento_sin_archivo", "El documento ya se había emitido y su archivo no está en el almacén. Restáurelo de la copia.");

    /// <returns>Those of <see cref="Impresora.ImprimirAsync"/>; <c>documento_sin_archivo</c>; <c>documento_numero_ocupado</c>.</returns>
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

                // A number is taken here and nowhere before: what fails to print, or comes second, takes none.
                if (r.Numero is { } suyo && await DocumentoFila.SiguienteAsync(tx, r.Tipo) != suyo)
                {
                    return new Rechazo(NumeroOcupado, $"El número {suyo} se le dio a otro documento mientras se imprimía éste. Repítalo.", ClaseDeRechazo.Conflicto);
                }

                var nueva = await DocumentoFila.AgregarAsync(tx, new() { Tipo = r.Tipo, Titulo = r.Titulo, Html = html, Pdf = pdf.Value.Codigo.Hex, Persona = c.Persona.Valor, EmitidoEn = ahora.AMicros() });
                await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, "documento_emitido", $"{nueva.Tipo} {nueva.Numero} {nueva.Pdf}", ahora);
                return nueva;
            },
            ct);
        return !fila.IsOk ? fila.Rechazo
            : fila.Value.Pdf == pdf.Value.Codigo.Hex ? new Emitido(r.Tipo, fila.Value.Numero, pdf.Value.Codigo, pdf.Value.Bytes, r.Html)
            : await DelAlmacenAsync(fila.Value, c, ct);
    }

    /// <summary>The number that the next document of that kind takes, if nobody comes before.</summary>
    public static Task<int> SiguienteAsync(string tipo, Contexto c, CancellationToken ct) => c.Almacen.Base.LeerAsync(tx => DocumentoFila.SiguienteAsync(tx, tipo), ct);

    /// <summary>One that was given before, as it was given.</summary>
    /// <returns>Null when there is none; <c>documento_sin_archivo</c>.</returns>
    public static async Task<Result<Emitido>?> DadoAsync(string tipo, int numero, Contexto c, CancellationToken ct) =>
        await c.Almacen.Base.LeerAsync(tx => DocumentoFila.LeerAsync(tx, tipo, numero), ct) is { } fila ? await DelAlmacenAsync(fila, c, ct) : default(Result<Emitido>?);

    private static async Task<Result<Emitido>> DelAlmacenAsync(DocumentoFila fila, Contexto c, CancellationToken ct) =>
        CodigoDeIntegridad.TryParse(fila.Pdf, out var codigo) && await c.Almacen.Documentos.LeerAsync(codigo, ct) is { } bytes
        && CodigoDeIntegridad.TryParse(fila.Html, out var pagina) && await c.Almacen.Documentos.LeerAsync(pagina, ct) is { } html
            ? new Emitido(fila.Tipo, fila.Numero, codigo, bytes, Encoding.UTF8.GetString(html))
            : _sinArchivo;
}
