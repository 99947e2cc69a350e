using System.Security.Cryptography;
using System.Text;
using Prep.Dominio.Catalogo;

namespace Prep.Simulador.Imagenes;

/// <summary>Chooses the actas of a replayed election that get a drawn image; the others carry the original's hash without bytes.</summary>
public static class MuestraDeImagenes
{
    public const int PorOmision = 200;

    /// <summary>The same actas, in any order, and seed give the same sample. Areas take turns, so that every one shows an image before one shows two more than another.</summary>
    public static IReadOnlySet<ActaId> Elegir(IEnumerable<ActaId> capturadas, int cuantas = PorOmision, string semilla = "") => capturadas
        .GroupBy(a => a.Area)
        .SelectMany(area => area.Select(a => (Acta: a, Orden: Orden(a, semilla))).OrderBy(p => p.Orden, StringComparer.Ordinal).Select((p, turno) => (p.Acta, p.Orden, turno)))
        .OrderBy(p => p.turno)
        .ThenBy(p => p.Orden, StringComparer.Ordinal)
        .Take(cuantas)
        .Select(p => p.Acta)
        .ToHashSet();

    private static string Orden(ActaId acta, string semilla) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{semilla}\n{acta}")));
}
