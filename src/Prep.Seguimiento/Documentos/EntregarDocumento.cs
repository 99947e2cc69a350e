using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Instalacion;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Marco;
using Prep.Seguimiento.Tablero;

namespace Prep.Seguimiento.Documentos;

/// <summary>A file that came whole.</summary>
/// <param name="Sha256">64 hex.</param>
public sealed record ArchivoGuardado(string Sha256, long Bytes);

/// <summary>A file comes in: a document of something in the programme, or another version of one. What a body approved stays as it was.</summary>
public static class EntregarDocumento
{
    private const int LargoDeTitulo = 300;
    private const int LargoDeNombre = 200;

    public static readonly Rechazo Desconocido = new("documento_desconocido", "No hay un documento con ese número en este programa. Vuelva a su pantalla y elíjalo ahí.", ClaseDeRechazo.NoExiste);
    private static readonly Rechazo _faltaArchivo = new("falta_archivo", "Elija el archivo; llegó vacío o sin elegir.", ClaseDeRechazo.Entrada);
    private static readonly Rechazo _faltaTitulo = new("falta_titulo", $"Escriba cómo se llama el documento, en {LargoDeTitulo} letras o menos.", ClaseDeRechazo.Entrada);
    private static readonly Rechazo _faltaMotivo = new("falta_motivo_de_reserva", "Diga por qué se reserva: el público no lo verá, y la razón queda escrita.", ClaseDeRechazo.Entrada);

    /// <param name="Archivo">Its name, as the person's computer calls it.</param>
    /// <param name="Numero">Of the document of which it is another version; null for a new one.</param>
    public sealed record Request(Asunto Asunto, string Titulo, string Archivo, ClaseDeDocumento Clase, bool Reservado = false, string MotivoDeReserva = "", int? Numero = null);

    internal static void Map(RouteGroupBuilder programas) => programas.MapPost("/documentos", RecibirAsync)
        .ConArchivo(s => s.GetRequiredService<AjustesDeDocumentos>().Limite).RequireAuthorization(Permiso.VisitarSitio);

    public static string Ruta(string programa) => $"{VerTableroDelPrograma.Ruta(programa)}/documentos";

    /// <summary>Who keeps the follow-up brings anything; a consejo, the photographs of its visits, which replace nothing.</summary>
    /// <returns>Null, or <c>documento_ajeno</c>, or those of <see cref="AlcanceDeVisitas.Falta"/>.</returns>
    public static Rechazo? Ajeno(AlcanceDeVisitas alcance, Asunto asunto, int? numero) =>
        alcance.Todos ? null
        : asunto.Tipo != TipoDeAsunto.Sitio || numero is not null ? new("documento_ajeno", "En su puesto se entregan documentos nuevos de los CATD que visita. Los demás, y otra versión de uno, los entrega la Secretaría Técnica.", ClaseDeRechazo.NoPermitido)
        : alcance.Falta(asunto.Clave);

    /// <summary>The refusal of a file that is larger than it may be.</summary>
    public static Rechazo MuyGrande(long limite) => new("archivo_muy_grande", $"El archivo pasa de {PalabrasDeDocumentos.Peso(limite)}, que es lo que se recibe. Pártalo, bájele la resolución o pida a la administración que suba el límite.", ClaseDeRechazo.Entrada);

    /// <summary>Keeps the file, and writes the document in the book; of what is refused nothing stays.</summary>
    /// <returns><c>archivo_muy_grande</c>, <c>falta_archivo</c>, and those of <see cref="Decidir"/>.</returns>
    public static async Task<Result<Programa>> EjecutarAsync(string programa, Request r, Stream contenido, AjustesDeDocumentos ajustes, ContextoDeSeguimiento c, CancellationToken ct)
    {
        // What would be refused anyway is refused before it is read.
        var antes = (await c.ProgramaAsync(programa, ct)).Luego(p => Decidir(p, r, new("", 1)));
        if (!antes.IsOk)
        {
            return antes.Rechazo;
        }

        using var subida = await c.Libro.Almacen.Documentos.RecibirAsync(contenido, ajustes.Limite, ct);
        if (subida is not { Bytes: > 0 })
        {
            return subida is null ? MuyGrande(ajustes.Limite) : _faltaArchivo;
        }

        var hecho = await c.AnotarAsync(programa, (p, _) => Decidir(p, r, new(subida.Codigo.Hex, subida.Bytes)), ct, subida.Poner);
        if (hecho.IsOk)
        {
            subida.Confirmar();
        }

        return hecho;
    }

    /// <returns><c>falta_archivo</c>, <c>falta_titulo</c>, <c>falta_motivo_de_reserva</c>, <c>asunto_desconocido</c>, <c>documento_desconocido</c>, <c>documento_de_otro_asunto</c>, <c>documento_igual</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r, ArchivoGuardado guardado)
    {
        var (titulo, motivo, archivo) = (r.Titulo.Trim(), r.Reservado ? r.MotivoDeReserva.Trim() : "", Nombre(r.Archivo));
        if (archivo.Length == 0)
        {
            return _faltaArchivo;
        }

        if (titulo.Length is 0 or > LargoDeTitulo)
        {
            return _faltaTitulo;
        }

        if (r.Reservado && motivo.Length == 0)
        {
            return _faltaMotivo;
        }

        if (r.Numero is not { } numero)
        {
            return AsuntosDelPrograma.De(programa, r.Asunto) is null ? AsuntosDelPrograma.Desconocido
                : new DocumentoEntregado(r.Asunto, titulo, archivo, guardado.Bytes, guardado.Sha256, r.Clase, r.Reservado, motivo);
        }

        return !programa.Documentos.Todos.TryGetValue(numero, out var documento) ? Desconocido
            : documento.Asunto != r.Asunto ? new Rechazo("documento_de_otro_asunto", $"Ese documento es de «{AsuntosDelPrograma.Titulo(programa, documento.Asunto)}». Sustitúyalo desde ahí, o entregue éste como nuevo.")
            : documento.Vigente is { } v && (v.Sha256, v.Titulo, v.Clase, v.Reservado) == (guardado.Sha256, titulo, r.Clase, r.Reservado)
                ? new Rechazo("documento_igual", $"Ese archivo, con ese nombre, ya es la versión {v.Version}. Elija el archivo nuevo.", ClaseDeRechazo.Conflicto)
            : new DocumentoSustituido(numero, titulo, archivo, guardado.Bytes, guardado.Sha256, r.Clase, r.Reservado, motivo);
    }

    /// <summary>The last step of what a computer calls the file: no folders, no letters that cannot be seen.</summary>
    internal static string Nombre(string archivo)
    {
        var limpio = new string([.. archivo[(archivo.LastIndexOfAny(['/', '\\']) + 1)..].Where(Visible)]).Trim().Trim('.');
        return limpio.Length <= LargoDeNombre ? limpio : limpio[..(LargoDeNombre - 20)] + limpio[^20..];
    }

    // Control, and the marks that turn the writing around and show fdp.exe as exe.pdf.
    private static bool Visible(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static async Task<IResult> RecibirAsync(string programa, HttpContext http, AlcanceDeVisitas alcance, AjustesDeDocumentos ajustes, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var forma = FormaConArchivo.De(http);
        var leida = Leer(forma);
        var hecho = leida.IsOk && Ajeno(alcance, leida.Value.Asunto, leida.Value.Numero) is { } ajeno ? ajeno
            : leida.IsOk ? await EjecutarAsync(programa, leida.Value, forma.Contenido, ajustes, c, ct) : leida.Rechazo;
        return hecho.IsOk
            ? Vuelta.Hecho(http, $"{AsuntosDelPrograma.De(hecho.Value, leida.Value.Asunto)?.Ruta ?? VerAsunto.Ruta(programa, leida.Value.Asunto)}#documentos", "Quedó guardado el documento.")
            : await VerAsunto.PintarAsync(programa, forma.Campos["asunto"], Devuelto.De(Formulario(forma.Campos["numero"]), hecho.Rechazo.Mensaje, forma.Campos), hecho.Rechazo, c, ct);
    }

    /// <summary>Of the form that brings a new document, or another version of that one.</summary>
    internal static string Formulario(string? numero) => $"documento-{numero}";

    private static Result<Request> Leer(FormaConArchivo forma)
    {
        var campos = forma.Campos;
        return !Asunto.TryParse(campos["asunto"], out var asunto) ? AsuntosDelPrograma.Desconocido
            : DeForma.Opcion<ClaseDeDocumento>(campos["clase"]) is not { } clase ? new Rechazo("falta_clase", "Diga qué es: proyecto, versión final, oficio…", ClaseDeRechazo.Entrada)
            : campos["numero"].ToString() is { Length: > 0 } numero && !int.TryParse(numero, CultureInfo.InvariantCulture, out _) ? Desconocido
            : new Request(asunto, campos["titulo"].ToString(), forma.Archivo, clase, campos["reservado"] == "si", campos["motivo"].ToString(), int.TryParse(campos["numero"], CultureInfo.InvariantCulture, out var n) ? n : null);
    }
}
