using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Operacion.Http;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Marco;
using Formatos = Prep.Publicacion.Formatos;

namespace Prep.Seguimiento.Documentos;

/// <summary>All the documents of a programme, what came last first; found by a word of their title, their file or what they belong to.</summary>
public static class VerDocumentos
{
    public static readonly Pestana Pestana = new("documentos", "Documentos", Permiso.VerSeguimiento);

    internal const int PorPagina = 50;

    internal static void Map(RouteGroupBuilder programa) => programa.MapGet("/documentos",
        async (string programa, ContextoDeSeguimiento c, CancellationToken ct, string? busca = null, int pagina = 1) =>
        {
            var leido = await c.ProgramaAsync(programa, ct);
            if (!leido.IsOk)
            {
                return (IResult)leido.Rechazo.ToProblem();
            }

            var hallados = Buscar(leido.Value, busca, c.Puesto).ToList();
            pagina = Math.Clamp(pagina, 1, Math.Max(1, (hallados.Count + PorPagina - 1) / PorPagina));
            return Operacion.Http.Pantallas.Pantalla<PantallaDeDocumentos>(new { Programa = leido.Value, Hallados = (IReadOnlyList<Documento>)hallados, Busca = busca ?? "", Pagina = pagina });
        }).RequireAuthorization(Permiso.VerSeguimiento);

    /// <summary>Those that say every word, in any case and with its accents or without.</summary>
    internal static IEnumerable<Documento> Buscar(Programa programa, string? busca, string puesto)
    {
        var palabras = Formatos.Palabras.Normalizar(busca ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Dictionary<Asunto, string> asuntos = [];    // many documents are of one thing
        return programa.Documentos.Todos.Values
            .Where(d => AsuntosDelPrograma.LoVe(puesto, d.Asunto) && (palabras.Length == 0 || (Texto(d) is var texto && palabras.All(p => texto.Contains(p, StringComparison.Ordinal)))))
            .OrderByDescending(d => d.Vigente.En);

        string Texto(Documento d)
        {
            if (!asuntos.TryGetValue(d.Asunto, out var asunto))
            {
                asuntos[d.Asunto] = asunto = Formatos.Palabras.Normalizar(AsuntosDelPrograma.Titulo(programa, d.Asunto));
            }

            return $"{Formatos.Palabras.Normalizar($"{d.Vigente.Titulo} {d.Vigente.Archivo} {d.Vigente.Aprobacion?.Acuerdo}")} {asunto}";
        }
    }
}
