using System.Text;
using Prep.Datos.Bases;
using Prep.Datos.Catalogo;
using Prep.Datos.Filas;
using Prep.Dominio.Bitacora;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;

namespace Prep.Datos.Cortes;

/// <summary>What a corte reads: the value to publish and the rows it publishes for the first time.</summary>
public sealed record CorteLeido(Corte Corte, IReadOnlyList<PorPublicarFila> Agrega)
{
    internal EstadoPublicado? Estado { get; init; }
}

/// <summary>Makes a <see cref="Corte"/> from one snapshot of the database. Keeps what earlier cortes published: each one reads only what it adds.</summary>
/// <remarks>One reader at a time: it belongs to who makes the cortes.</remarks>
public sealed class LectorDeCorte(Almacen almacen)
{
    private EstadoPublicado? _estado;

    private CatalogoCargado Catalogo => almacen.Catalogo ?? throw new InvalidOperationException("El almacén no tiene proceso cargado.");

    /// <summary>A new corte: versions verified by <paramref name="instanteEn"/> (inclusive) and visible in the snapshot that no corte has carried.</summary>
    public Task<CorteLeido> LeerAsync(CorteId id, DateTimeOffset instanteEn, bool ultimo, DateTimeOffset? siguienteEn, CancellationToken ct) =>
        almacen.Base.LeerAsync(
            async tx =>
            {
                var anterior = (await CorteFila.UltimoAsync(tx))?.Id;
                var estado = await EstadoHastaAsync(tx, anterior);
                var micros = instanteEn.AMicros();
                var versiones = await VersionFila.PorPublicarAsync(tx, micros);
                var sucesos = await SucesoFila.PorPublicarAsync(tx, micros);
                var nuevo = estado.Copiar();
                nuevo.Hasta = id.Valor;
                var corte = await ArmarAsync(tx, nuevo, versiones, sucesos, id, instanteEn, ultimo, siguienteEn, await RaizAsync(tx));
                // The cache moves only when the corte is in the database: this is a copy.
                PorPublicarFila[] agrega =
                [
                    .. versiones.Select(v => new PorPublicarFila { Acta = v.Acta, Version = v.Version }),
                    .. sucesos.Select(s => new PorPublicarFila { Acta = s.Acta, Version = s.Version, Suceso = s.Id }),
                ];
                return new CorteLeido(corte, agrega) { Estado = nuevo };
            },
            ct);

    /// <summary>A corte that was already prepared, exactly as it was.</summary>
    /// <returns>Null when there is no such corte.</returns>
    public Task<Corte?> RehacerAsync(CorteId id, CancellationToken ct) => almacen.Base.LeerAsync<Corte?>(
        async tx =>
        {
            if (await CorteFila.LeerAsync(tx, id.Valor) is not { } fila)
            {
                return null;
            }

            EstadoPublicado estado = new(Catalogo);
            var versiones = await VersionFila.PublicadasHastaAsync(tx, fila.Id);
            var suyas = (await VersionFila.AgregadasAsync(tx, fila.Id)).Select(v => (v.Acta, v.Version)).ToHashSet();
            var todos = await SucesoFila.PublicadosHastaAsync(tx, fila.Id);
            var suyos = (await tx.TodosAsync("SELECT suceso FROM corte_agrega WHERE corte = @p0 AND suceso > 0", f => f.GetInt64(0), fila.Id)).ToHashSet();
            await estado.AplicarAsync(tx, [.. versiones.Where(v => !suyas.Contains((v.Acta, v.Version)))], [.. todos.Where(s => !suyos.Contains(s.Id))]);
            return await ArmarAsync(tx, estado,
                [.. versiones.Where(v => suyas.Contains((v.Acta, v.Version)))], [.. todos.Where(s => suyos.Contains(s.Id))],
                id, Instante.DeMicros(fila.InstanteEn), fila.Ultimo, Instante.DeMicros(fila.SiguienteEn), fila.Raiz);
        },
        ct);

    private async Task<Corte> ArmarAsync(
        Transaccion tx, EstadoPublicado estado, IReadOnlyList<VersionFila> versiones, IReadOnlyList<SucesoFila> sucesos,
        CorteId id, DateTimeOffset instanteEn, bool ultimo, DateTimeOffset? siguienteEn, string raiz)
    {
        var agregado = await estado.AplicarAsync(tx, versiones, sucesos);
        var elecciones = Catalogo.Proceso.Elecciones.Select(e => estado.De(e, instanteEn, ultimo, agregado)).ToArray();
        return new(Catalogo.Proceso, id, instanteEn, ultimo, elecciones, siguienteEn, raiz)
        {
            // A repetición plays the cortes of another's night: none is late.
            Historial = Catalogo.Proceso.Clase == ClaseDeProceso.Repeticion ? [] : await HistorialDeCortes.LeerAsync(tx, id, instanteEn),
        };
    }

    private async Task<EstadoPublicado> EstadoHastaAsync(Transaccion tx, string? anterior)
    {
        if (_estado is { } vivo && vivo.Hasta == anterior)
        {
            return vivo;
        }

        EstadoPublicado estado = new(Catalogo) { Hasta = anterior };
        if (anterior is not null)
        {
            await estado.AplicarAsync(tx, await VersionFila.PublicadasHastaAsync(tx, anterior), await SucesoFila.PublicadosHastaAsync(tx, anterior));
        }

        return _estado = estado;
    }

    /// <summary>After the corte is committed: what it added becomes what is already published.</summary>
    public void Avanzar(CorteLeido leido) => _estado = leido.Estado;

    /// <summary>Forgets what it had in memory; the next corte reads it again.</summary>
    public void Olvidar() => _estado = null;

    private static async Task<string> RaizAsync(Transaccion tx)
    {
        ArbolDeMerkle arbol = new();
        foreach (var cabeza in await tx.TodosAsync("SELECT eslabones, cadena FROM proceso", f => $"0:{f.GetInt32(0)}:{f.GetString(1)}"))
        {
            arbol.Agregar(Encoding.ASCII.GetBytes(cabeza));
        }

        foreach (var cabeza in await tx.TodosAsync("SELECT numero, eslabones, cadena FROM acta WHERE eslabones > 0 ORDER BY numero", f => $"{f.GetInt64(0)}:{f.GetInt32(1)}:{f.GetString(2)}"))
        {
            arbol.Agregar(Encoding.ASCII.GetBytes(cabeza));
        }

        return arbol.Raiz();
    }
}
