using Microsoft.EntityFrameworkCore;
using Prep.Datos;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Acopio;

/// <summary>What an acopiador sees of an expected acta: where its paper is and whether an image came by any channel. Never what it says.</summary>
/// <param name="CatdEsperado">Where the catalogue expects its bolsa.</param>
/// <param name="OtraImagen">Its image cannot be used: another was asked for (E4).</param>
/// <param name="CatdActual">Where its paper is, or is expected.</param>
public sealed record ActaEnAcopio(
    ActaEsperada Esperada,
    Eleccion Eleccion,
    string Area,
    EstadoDePapel Papel,
    string Documento,
    DateTimeOffset? AcopioEn,
    string? CatdEsperado,
    string? CatdActual,
    bool ConImagen,
    MotivoSinActa? Propuesta,
    string? PropuestaDe,
    bool SinActa,
    bool Doble,
    bool OtraImagen)
{
    public ActaId Id => Esperada.Id;

    /// <summary>The paper is in a CATD's hands.</summary>
    public bool EnPapel => Papel is EstadoDePapel.Recibido or EstadoDePapel.Cotejado or EstadoDePapel.Empaquetado;

    /// <summary>Sin acta may still be proposed: nothing of it has come.</summary>
    public bool Proponible => !ConImagen && !SinActa && !EnPapel;

    internal static ActaEnAcopio De(Contexto c, ActaFila fila, bool doble)
    {
        var (eleccion, esperada) = c.Catalogo.Acta(fila.Numero)!.Value;
        return new(
            esperada,
            eleccion,
            eleccion.BuscarArea(esperada.Area)?.Nombre ?? esperada.Area.Clave,
            Enum.Parse<EstadoDePapel>(fila.Papel),
            fila.Documento,
            Instante.DeMicros(fila.AcopioEn),
            esperada.Catd,
            fila.Catd,
            fila.Imagen is not null || (fila.Vigente > 0 && !fila.SinActa),
            fila.Motivo is { } m ? Enum.Parse<MotivoSinActa>(m) : null,
            fila.PropuestaDe,
            fila.SinActa,
            doble,
            fila.Estado == nameof(EstadoDeDatos.Redigitalizar));
    }

    internal static async Task<IReadOnlyList<ActaEnAcopio>> LeerAsync(Contexto c, IReadOnlyCollection<long> numeros, CancellationToken ct)
    {
        await using var db = c.Almacen.Base.Contexto();
        var filas = await db.Actas.AsNoTracking().Where(a => numeros.Contains(a.Numero)).OrderBy(a => a.Numero).ToListAsync(ct);
        var dobles = await db.Dobles.AsNoTracking().Where(d => d.ResueltaEn == null && numeros.Contains(d.Acta)).Select(d => d.Acta).ToListAsync(ct);
        return [.. filas.Select(f => De(c, f, dobles.Contains(f.Numero)))];
    }
}

/// <summary>A casilla as one bolsa brings it: every acta that it expects, in all the elections of the process.</summary>
public sealed record CasillaEnAcopio(Casilla Casilla, IReadOnlyList<ActaEnAcopio> Actas)
{
    public string Clave => Casilla.Clave;

    /// <summary>Nothing of it waits for a bolsa any more.</summary>
    public bool Completa => Actas.All(a => a.EnPapel);

    public bool Empezada => Actas.Any(a => a.Papel != EstadoDePapel.Esperado);

    public static async Task<Result<CasillaEnAcopio>> LeerAsync(string clave, Contexto c, CancellationToken ct)
    {
        long[] numeros = [.. c.Catalogo.DeCasilla(clave)];
        return numeros.Length == 0
            ? new Rechazo("casilla_desconocida", $"La casilla {clave} no está en el catálogo.", ClaseDeRechazo.NoExiste)
            : new CasillaEnAcopio(c.Catalogo.Acta(numeros[0])!.Value.Acta.Casilla, await ActaEnAcopio.LeerAsync(c, numeros, ct));
    }
}
