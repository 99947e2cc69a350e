using System.Collections.Immutable;
using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Seguimiento;
using Prep.Dominio;

namespace Prep.Seguimiento.Libro;

/// <summary>The book of all programmes and what it says now. Reading brings only what was added; writing decides over the last state, one at a time among all servers.</summary>
public sealed class LibroDeSeguimiento(AlmacenDeSeguimiento almacen)
{
    private volatile Estado _estado = Estado.Vacio;

    public AlmacenDeSeguimiento Almacen => almacen;

    /// <summary>What the book says, up to its last entry.</summary>
    /// <exception cref="InvalidDataException">The chain of hashes is broken, or an entry cannot be read.</exception>
    public async Task<IReadOnlyDictionary<string, Programa>> LeerAsync(CancellationToken ct) => Recordar(await almacen.Base.LeerAsync(PonerAlDiaAsync, ct)).Programas;

    /// <summary>Writes what was decided over the last state, or nothing.</summary>
    /// <param name="decidir">Pure: the programme as it is (empty when nobody opened it) and the instant, to what happens or a refusal.</param>
    /// <param name="alAnotar">What must be in its place when the book names it: done once it is decided that it will, while nobody else writes.</param>
    /// <returns>The programme with what happened in it.</returns>
    public async Task<Result<Programa>> AnotarAsync(
        string programa, ContextoDeSeguimiento c, Func<Programa, DateTimeOffset, Result<IReadOnlyList<Suceso>>> decidir, CancellationToken ct, Action? alAnotar = null)
    {
        var hecho = await almacen.Base.EscribirAsync<Result<Estado>>(
            async tx =>
            {
                await tx.Base.CerrojoAsync(tx, "seguimiento");
                var estado = await PonerAlDiaAsync(tx);
                var ahora = c.Ahora;
                var decidido = decidir(estado.De(programa), ahora);
                if (!decidido.IsOk)
                {
                    return decidido.Rechazo;
                }

                alAnotar?.Invoke();
                foreach (var suceso in decidido.Value.Select(s => s with { Autor = c.Nombre }))
                {
                    var (nombre, contenido) = SucesoJson.Escribir(suceso);
                    AsientoFila fila = new() { Numero = estado.Hasta + 1, Programa = programa, OcurridoEn = ahora.AMicros(), Persona = c.Persona, Puesto = c.Puesto, Suceso = nombre, Contenido = contenido };
                    fila.Hash = fila.HashTras(estado.Hash);
                    await fila.InsertarAsync(tx);
                    estado = estado.Con(fila, suceso);
                }

                return estado;
            },
            r => r.IsOk,
            ct);
        return hecho.IsOk ? Recordar(hecho.Value).De(programa) : hecho.Rechazo;
    }

    /// <summary>Takes away the files that a server put in their place and died before the book named them. Nobody writes meanwhile, so none is about to be named.</summary>
    public Task QuitarDudososAsync(CancellationToken ct) => almacen.Base.EscribirAsync(
        async tx =>
        {
            await tx.Base.CerrojoAsync(tx, "seguimiento");
            var nombrados = (await PonerAlDiaAsync(tx)).Programas.Values.SelectMany(p => p.Documentos.Todos.Values).SelectMany(d => d.Versiones).Select(v => v.Sha256).ToHashSet(StringComparer.Ordinal);
            almacen.Documentos.QuitarDudosos(codigo => nombrados.Contains(codigo.Hex));
            return true;
        },
        _ => false,
        ct);

    private async Task<Estado> PonerAlDiaAsync(Transaccion tx)
    {
        var estado = _estado;
        foreach (var fila in await AsientoFila.DespuesDeAsync(tx, estado.Hasta))
        {
            if (fila.Numero != estado.Hasta + 1 || fila.HashTras(estado.Hash) != fila.Hash)
            {
                throw new InvalidDataException($"El libro del seguimiento está roto en el asiento {fila.Numero}: no sigue al anterior. Restáurelo de la copia.");
            }

            estado = estado.Con(fila, SucesoJson.Leer(fila.Suceso, fila.Contenido));
        }

        return estado;
    }

    // Two that read at once do the same work; the one that knows more stays.
    private Estado Recordar(Estado leido)
    {
        lock (almacen)
        {
            _estado = leido.Hasta > _estado.Hasta ? leido : _estado;
        }

        return leido;
    }

    private sealed record Estado(int Hasta, string Hash, ImmutableSortedDictionary<string, Programa> Programas)
    {
        public static readonly Estado Vacio = new(0, "", ImmutableSortedDictionary.Create<string, Programa>(StringComparer.Ordinal));

        public Programa De(string programa) => Programas.GetValueOrDefault(programa) ?? Programa.Vacio(programa);

        public Estado Con(AsientoFila fila, Suceso suceso)
        {
            Asiento asiento = new(fila.Numero, fila.Programa, Instante.DeMicros(fila.OcurridoEn), fila.Persona, fila.Puesto, suceso);
            return new(fila.Numero, fila.Hash, Programas.SetItem(fila.Programa, De(fila.Programa).Con(asiento)));
        }
    }
}
