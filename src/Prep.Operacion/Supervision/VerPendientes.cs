using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;

namespace Prep.Operacion.Supervision;

/// <summary>What waits for a person, by kind: never values, rounds nor sums.</summary>
public static class VerPendientes
{
    /// <param name="Vigente">Published version; 0 if none.</param>
    public sealed record Acta(ActaId Id, string Espera, int Vigente, long? Imagen);

    public sealed record Imagen(long Numero, CodigoDeIntegridad Codigo);

    /// <param name="EnCaptura">How many actas are in the queue or with a captor.</param>
    public sealed record Lista(IReadOnlyList<Acta> Actas, IReadOnlyList<Imagen> PorIdentificar, int EnCaptura);

    private static readonly string[] _deSupervision =
    [
        nameof(EstadoDeDatos.Supervision), nameof(EstadoDeDatos.Retenida), nameof(EstadoDeDatos.Redigitalizar),
        nameof(EstadoDeDatos.PorIdentificar), nameof(EstadoDeDatos.Digitalizada), nameof(EstadoDeDatos.SinActaPropuesta),
    ];

    internal static void Map(RouteGroupBuilder grupo) =>
        grupo.MapGet("/pendientes", (Contexto c, CancellationToken ct) => EjecutarAsync(c, ct).ToHttp()).Permite<Lista>(Permiso.VerPendientes).WithTags("Supervisión");

    public static async Task<Result<Lista>> EjecutarAsync(Contexto c, CancellationToken ct)
    {
        await using var db = c.Almacen.Base.Contexto();
        var actas = await db.Actas.AsNoTracking().Where(a => _deSupervision.Contains(a.Estado)).OrderBy(a => a.Numero).ToListAsync(ct);
        var imagenes = await db.Imagenes.AsNoTracking().Where(i => i.Estado == EstadoDeImagen.PorIdentificar).OrderBy(i => i.Id).ToListAsync(ct);
        var enCaptura = await db.Actas.CountAsync(a => a.Cola != null, ct);
        return new Lista(
            [.. actas.Select(a => new Acta(a.Id, a.Estado, a.Vigente, a.Imagen))],
            [.. imagenes.Select(i => new Imagen(i.Id, i.APublicada().Codigo))],
            enCaptura);
    }
}
