using Microsoft.EntityFrameworkCore;
using Prep.Dominio.Actas;

namespace Prep.Operacion.Digitalizacion;

/// <summary>Which actas of a CATD wait for the scanner.</summary>
internal static class PorDigitalizar
{
    private static readonly string[] _sinImagen = [nameof(EstadoDeDatos.Esperada), nameof(EstadoDeDatos.SinActaPropuesta), nameof(EstadoDeDatos.Redigitalizar)];

    private const int Maximo = 300;

    /// <summary>Paper in this CATD without a usable image; those asked again first.</summary>
    public static async Task<IReadOnlyList<long>> NumerosAsync(Contexto c, CancellationToken ct)
    {
        if (c.Sitio is not { } sitio)
        {
            return [];
        }

        await using var db = c.Almacen.Base.Contexto();
        return await db.Actas.AsNoTracking()
            .Where(a => a.Catd == sitio && a.Numero <= c.Catalogo.Total && (a.Estado == nameof(EstadoDeDatos.Redigitalizar) || (a.Papel == nameof(EstadoDePapel.Recibido) && _sinImagen.Contains(a.Estado))))
            .OrderBy(a => a.AcopioEn).Select(a => a.Numero).Take(Maximo).ToListAsync(ct);
    }
}
