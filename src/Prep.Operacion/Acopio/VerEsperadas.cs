using Microsoft.EntityFrameworkCore;
using Prep.Dominio.Actas;

namespace Prep.Operacion.Acopio;

/// <summary>What the list of a CATD shows.</summary>
public enum FiltroDeAcopio
{
    /// <summary>Some acta of the casilla has not come, and nobody said that there is none.</summary>
    PorLlegar,
    Recibidas,

    /// <summary>The bolsa was opened and some acta was not in it.</summary>
    Incompletas,

    /// <summary>Proposed or confirmed.</summary>
    SinActa,

    /// <summary>Paper that is here and belongs to another CATD.</summary>
    PorTrasladar,
    Todas,
}

/// <summary>The casillas of a CATD and where their paper is. Counts of paper, never of votes.</summary>
public static class VerEsperadas
{
    public const int PorPagina = 60;

    /// <param name="Cuenta">How many casillas each filter has.</param>
    /// <param name="Actas">Expected actas of the CATD, and those whose paper came.</param>
    public sealed record Lista(
        IReadOnlyList<CasillaEnAcopio> Casillas,
        IReadOnlyDictionary<FiltroDeAcopio, int> Cuenta,
        (int Esperadas, int Recibidas) Actas,
        int Pagina,
        int Paginas);

    public static async Task<Lista> EjecutarAsync(string sitio, FiltroDeAcopio filtro, int pagina, Contexto c, CancellationToken ct)
    {
        long[] propias = [.. c.Catalogo.DeCatd(sitio)];
        await using var db = c.Almacen.Base.Contexto();
        var aqui = await db.Actas.AsNoTracking().Where(a => a.Catd == sitio && a.Numero <= c.Catalogo.Total).Select(a => a.Numero).ToListAsync(ct);
        var claves = propias.Concat(aqui).Select(n => c.Catalogo.Acta(n)!.Value.Acta.Casilla.Clave).ToHashSet(StringComparer.Ordinal);
        long[] numeros = [.. claves.SelectMany(c.Catalogo.DeCasilla).Distinct()];
        var actas = await ActaEnAcopio.LeerAsync(c, numeros, ct);
        CasillaEnAcopio[] casillas =
        [
            .. actas.GroupBy(a => a.Esperada.Casilla.Clave).Select(g => new CasillaEnAcopio(g.First().Esperada.Casilla, [.. g]))
                .OrderBy(k => k.Casilla.Seccion, StringComparer.Ordinal).ThenBy(k => k.Clave, StringComparer.Ordinal),
        ];
        CasillaEnAcopio[] elegidas = [.. casillas.Where(k => Entra(k, filtro, sitio))];
        var paginas = Math.Max(1, (elegidas.Length + PorPagina - 1) / PorPagina);
        pagina = Math.Clamp(pagina, 1, paginas);
        var deEste = actas.Where(a => a.CatdEsperado == sitio).ToArray();
        return new(
            [.. elegidas.Skip((pagina - 1) * PorPagina).Take(PorPagina)],
            Enum.GetValues<FiltroDeAcopio>().ToDictionary(f => f, f => casillas.Count(k => Entra(k, f, sitio))),
            (deEste.Length, deEste.Count(a => a.EnPapel)),
            pagina,
            paginas);
    }

    private static bool Entra(CasillaEnAcopio casilla, FiltroDeAcopio filtro, string sitio) => filtro switch
    {
        FiltroDeAcopio.PorLlegar => casilla.Actas.Any(a => a.Papel == EstadoDePapel.Esperado && a is { SinActa: false, Propuesta: null }),
        FiltroDeAcopio.Recibidas => casilla.Completa,
        FiltroDeAcopio.Incompletas => casilla.Actas.Any(a => a.Papel == EstadoDePapel.SinBolsa),
        FiltroDeAcopio.SinActa => casilla.Actas.Any(a => a.SinActa || a.Propuesta is not null),
        FiltroDeAcopio.PorTrasladar => casilla.Actas.Any(a => PorTrasladar(a, sitio)),
        _ => true,
    };

    /// <summary>It is in this CATD's hands and another one expects it (E3).</summary>
    public static bool PorTrasladar(ActaEnAcopio acta, string? sitio) =>
        acta.Papel is EstadoDePapel.Recibido or EstadoDePapel.Cotejado && acta.CatdActual == sitio && acta.CatdEsperado is { } espera && espera != sitio;
}
