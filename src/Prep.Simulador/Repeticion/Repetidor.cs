using Prep.Datos;
using Prep.Datos.Cortes;
using Prep.Dominio;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Operacion;
using Prep.Operacion.Preparacion;
using Prep.Operacion.Publicacion;
using Prep.Publicacion.Formatos;
using Prep.Publicacion.Paquete;

namespace Prep.Simulador.Repeticion;

/// <summary>What is played and against what it is compared.</summary>
/// <param name="Cortes">Instants of the cortes, in order; the file's own is among them.</param>
/// <param name="Contra">Other official files of the same election, by the corte they are compared with.</param>
/// <param name="Ultimo">The last corte takes the rule of the last update.</param>
public sealed record PlanDeRepeticion(
    Proceso Proceso,
    Hechos Hechos,
    IReadOnlyList<DateTimeOffset> Cortes,
    IReadOnlyDictionary<CorteId, Hechos> Contra,
    bool Ultimo)
{
    public Eleccion Eleccion => Hechos.Eleccion;
}

/// <param name="Comparaciones">One per corte that has an official file.</param>
/// <param name="Confirmaciones">Use cases committed.</param>
public sealed record ResultadoDeRepeticion(IReadOnlyList<HacerCorte.Hecho> Cortes, IReadOnlyList<Comparacion> Comparaciones, long Confirmaciones)
{
    public int Inexplicadas => Comparaciones.Sum(c => c.Inexplicadas);
}

/// <summary>Plays the night of an official file through the real use cases and publishes its cortes.</summary>
/// <param name="publicador">Writes each corte.</param>
/// <param name="aviso">Progress: steps done, steps in all, what is happening.</param>
/// <param name="velocidad">How many times faster than the clock the night goes; null for as fast as the machine can.</param>
public sealed class Repetidor(
    Almacen almacen, Publicador publicador, string carpeta, Func<Hecho, ReadOnlyMemory<byte>?> dibujo, Action<int, int, string> aviso, double? velocidad = null)
{
    public async Task<Result<ResultadoDeRepeticion>> EjecutarAsync(PlanDeRepeticion plan, CancellationToken ct)
    {
        var guion = Guion.De(plan.Hechos, plan.Hechos.CorteEn ?? plan.Cortes[^1]);
        var reloj = new RelojDeRepeticion(guion.Count > 0 && guion[0].En < plan.Cortes[0] ? guion[0].En : plan.Cortes[0]);
        var cargado = await CargarProceso.EjecutarAsync(plan.Proceso, new(Personal.Publicacion, almacen, reloj), ct);
        if (!cargado.IsOk)
        {
            return cargado.Rechazo;
        }

        var actuacion = new Actuacion(almacen, dibujo, Ritmo(reloj.GetUtcNow()));
        var lector = new LectorDeCorte(almacen);
        var (publicados, comparaciones) = (new List<HacerCorte.Hecho>(), new List<Comparacion>());
        var hechos = 0;
        for (var i = 0; i < plan.Cortes.Count; i++)
        {
            var hasta = hechos;
            while (hasta < guion.Count && guion[hasta].En <= plan.Cortes[i])
            {
                hasta++;
            }

            var desde = hechos;
            try
            {
                await actuacion.HacerAsync([.. guion.Skip(desde).Take(hasta - desde)], n => aviso(desde + n, guion.Count, "captura"), ct);
            }
            catch (PasoRechazadoException e)
            {
                return new Rechazo("paso_rechazado", $"{plan.Hechos.Archivo.Nombre}, {e.Message}", ClaseDeRechazo.Entrada);
            }

            hechos = hasta;
            reloj = new RelojDeRepeticion(plan.Cortes[i]);
            aviso(hechos, guion.Count, $"corte {CorteId.De(plan.Cortes[i], plan.Proceso.Calendario.Zona)}");
            var ultimo = plan.Ultimo && i == plan.Cortes.Count - 1;
            var siguiente = i + 1 < plan.Cortes.Count ? plan.Cortes[i + 1] : (DateTimeOffset?)null;
            var hecho = await HacerCorte.EjecutarAsync(
                new(plan.Cortes[i], ultimo, siguiente), lector, PublicarEnCarpeta.Con(publicador, carpeta, almacen), new(Personal.Publicacion, almacen, reloj), ct);
            if (!hecho.IsOk)
            {
                return hecho.Rechazo;
            }

            publicados.Add(hecho.Value);
            if (Comparar(plan, hecho.Value.Corte) is { } comparacion)
            {
                comparaciones.Add(comparacion);
            }
        }

        return new ResultadoDeRepeticion(publicados, comparaciones, actuacion.Confirmaciones);
    }

    // Holds the night back so that it goes at the asked speed.
    private Func<DateTimeOffset, CancellationToken, Task> Ritmo(DateTimeOffset inicio)
    {
        if (velocidad is not { } veces)
        {
            return (_, _) => Task.CompletedTask;
        }

        var empezo = TimeProvider.System.GetTimestamp();
        return (instante, ct) => (instante - inicio) / veces - TimeProvider.System.GetElapsedTime(empezo) is var falta && falta > TimeSpan.Zero
            ? Task.Delay(falta, ct)
            : Task.CompletedTask;
    }

    private static Comparacion? Comparar(PlanDeRepeticion plan, Corte corte)
    {
        var nuestra = corte.Elecciones.Single(e => e.Eleccion.Id == plan.Eleccion.Id);
        return plan.Contra.TryGetValue(corte.Id, out var contra) ? Comparador.Comparar(corte, nuestra, contra, plan.Hechos)
            : plan.Hechos.CorteEn is { } propio && propio == corte.InstanteEn ? Comparador.Comparar(corte, nuestra, plan.Hechos, plan.Hechos)
            : null;
    }
}
