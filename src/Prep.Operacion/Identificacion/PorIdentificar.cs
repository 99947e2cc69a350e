using Microsoft.EntityFrameworkCore;
using Prep.Datos.Filas;
using Prep.Dominio.Actas;

namespace Prep.Operacion.Identificacion;

/// <summary>Images whose acta is not settled, for one person: never one that this person already said, and nothing of what others said.</summary>
/// <remarks>Fuente: spec §3.4, E7 and E8. A person sees the same whether nobody or somebody spoke before.</remarks>
public static class PorIdentificar
{
    /// <summary>So many persons who say different things leave the image to supervision.</summary>
    public const int Desacuerdo = 3;

    /// <param name="Quedan">How many more this person may do.</param>
    public sealed record Turno(long Imagen, int Quedan);

    private static readonly string[] _enDuda = [nameof(EstadoDeDatos.Digitalizada), nameof(EstadoDeDatos.PorIdentificar)];

    /// <param name="supervisa">Supervision takes what others could not agree on, first.</param>
    /// <returns>The one that waits longest; null when there is none for this person.</returns>
    public static async Task<Turno?> SiguienteAsync(Contexto c, bool supervisa, CancellationToken ct)
    {
        var persona = c.Persona.Valor;
        await using var db = c.Almacen.Base.Contexto();
        var esperan = await (
            from i in db.Imagenes.AsNoTracking()
            where i.RetiradaEn == null
                && (i.Estado == EstadoDeImagen.PorIdentificar || (i.Estado == EstadoDeImagen.Vigente && db.Actas.Any(a => a.Numero == i.Acta && a.Imagen == i.Id && _enDuda.Contains(a.Estado))))
                && !db.Identidades.Any(d => d.Imagen == i.Id && d.Persona == persona)
            orderby i.RecibidaEn, i.Id
            select new { i.Id, Voces = db.Identidades.Count(d => d.Imagen == i.Id) }).ToListAsync(ct);
        var suyas = supervisa ? [.. esperan.OrderByDescending(i => i.Voces >= Desacuerdo)] : esperan.Where(i => i.Voces < Desacuerdo).ToList();
        return suyas is [var primera, ..] ? new(primera.Id, suyas.Count - 1) : null;
    }

    /// <summary>Whether this person may still say what that image shows.</summary>
    public static async Task<bool> EsDeAsync(long imagen, Contexto c, CancellationToken ct)
    {
        await using var db = c.Almacen.Base.Contexto();
        return !await db.Identidades.AnyAsync(d => d.Imagen == imagen && d.Persona == c.Persona.Valor, ct);
    }
}
