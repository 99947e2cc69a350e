using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Cuentas;
using Prep.Datos.Filas;
using Prep.Dominio.Actas;
using Prep.Operacion.Captura;

namespace Prep.Operacion.Capacitacion;

/// <summary>Compares what a person did through the use cases, from one instant to another, with what the papers say. It reads; nothing of the operation knows that it is an exercise.</summary>
internal sealed class CalificarEjercicio(Contexto c, EjercicioFila ejercicio, DateTimeOffset hasta, IReadOnlyDictionary<string, RespuestaFila> respuestas, IReadOnlyDictionary<string, OriginalDePracticaFila> originales)
{
    public static readonly IReadOnlySet<string> Puestos = new HashSet<string> { "CAPTURA", "DIGITALIZADOR", "ACOPIADOR" };

    public Task<Calificacion> EjecutarAsync(CancellationToken ct) => c.Almacen.Base.LeerAsync(
        async tx =>
        {
            var hechos = ejercicio.Puesto switch
            {
                "CAPTURA" => await CapturasAsync(tx),
                "DIGITALIZADOR" => await ArchivosAsync(tx),
                _ => await BolsasAsync(tx),
            };
            return new Calificacion([.. hechos.Select(h => h.Trabajo)], Instante.DeMicros(hechos.Select(h => h.En).DefaultIfEmpty(ejercicio.EmpezadoEn).Max()));
        },
        ct);

    private async Task<List<Hecho>> CapturasAsync(Transaccion tx)
    {
        var turnos = await tx.TodosAsync(
            "SELECT t.id, t.acta, t.version, t.tomado_en, t.entregado_en FROM turno t WHERE t.persona = @p0 AND t.entregado_en >= @p1 AND t.entregado_en <= @p2 ORDER BY t.entregado_en",
            f => (Id: f.GetString(0), Acta: f.GetInt64(1), Version: f.GetInt32(2), Tomado: f.GetInt64(3), Entregado: f.GetInt64(4)),
            ejercicio.Persona, ejercicio.EmpezadoEn, hasta.AMicros());
        List<Hecho> hechos = [];
        foreach (var turno in turnos)
        {
            if (c.Catalogo.Acta(turno.Acta) is not { } acta || !respuestas.TryGetValue($"{acta.Acta.Id}", out var respuesta))
            {
                continue;
            }

            var capturas = (await CapturaFila.DeActaAsync(tx, turno.Acta)).Where(x => x.Version == turno.Version).ToArray();
            var correctos = CamposCompactos.Leer(respuesta.Campos);
            var boleta = acta.Eleccion.Boleta(acta.Acta.Id);
            IReadOnlyList<Reactivo> reactivos = capturas.FirstOrDefault(x => x.Turno == turno.Id)?.ACaptura().Campos is { } dichos
                ? [.. Posiciones(dichos.Count, capturas, correctos.Count).Select((campo, i) => new Reactivo(TomarActa.Nombre(acta.Eleccion, boleta, campo), $"{dichos[i]}", $"{correctos[campo]}"))]
                : [new("El acta", "la reportó, o escribió otra sección, tipo o número", "se puede capturar")];
            hechos.Add(new(new($"Sección {acta.Acta.Casilla.Seccion}, {acta.Eleccion.Titulo.ToLowerInvariant()}", reactivos, (int)((turno.Entregado - turno.Tomado) / 1_000_000)), turno.Entregado));
        }

        return hechos;
    }

    // Who had the third capture was asked only for the fields where the first two differ.
    private static IReadOnlyList<int> Posiciones(int dichos, CapturaFila[] capturas, int todos) => dichos == todos
        ? [.. Enumerable.Range(0, todos)]
        : ReglasDeCaptura.Diferencias(capturas[0].ACaptura(), capturas[1].ACaptura());

    private async Task<List<Hecho>> ArchivosAsync(Transaccion tx)
    {
        // The same file turned or tried again is one work; any of its tries may be the registered one.
        var preparadas = await tx.TodosAsync(
            "SELECT p.original, p.preparada_en, i.acta FROM preparada p LEFT JOIN imagen i ON i.id = p.imagen WHERE p.persona = @p0 AND p.preparada_en >= @p1 AND p.preparada_en <= @p2 ORDER BY p.preparada_en",
            f => (Original: f.GetString(0), En: f.GetInt64(1), Registrada: f.Entero(2)),
            ejercicio.Persona, ejercicio.EmpezadoEn, hasta.AMicros());
        return [.. preparadas.Where(p => originales.ContainsKey(p.Original)).GroupBy(p => p.Original).Select((g, i) =>
        {
            var original = originales[g.Key];
            var registrada = g.Select(p => p.Registrada).FirstOrDefault(r => r is not null);
            var dijo = registrada is null ? "no la registró" : c.Catalogo.Acta(registrada.Value)?.Acta.Id.ToString() == original.Acta ? "la registró con su acta" : "la registró con otra acta";
            return new Hecho(new($"Imagen {i + 1}", [new(original.Sirve ? "Se lee bien" : "No se lee", dijo, original.Sirve ? "la registró con su acta" : "no la registró")], null), g.Max(p => p.En));
        })];
    }

    private async Task<List<Hecho>> BolsasAsync(Transaccion tx)
    {
        var registros = await tx.TodosAsync(
            "SELECT acta, detalle, ocurrido_en FROM bitacora WHERE persona = @p0 AND accion = 'bolsa_registrada' AND ocurrido_en >= @p1 AND ocurrido_en <= @p2 ORDER BY ocurrido_en",
            f => (Acta: f.GetInt64(0), Detalle: f.GetString(1), En: f.GetInt64(2)),
            ejercicio.Persona, ejercicio.EmpezadoEn, hasta.AMicros());
        List<Hecho> hechos = [];
        foreach (var registro in registros)
        {
            if (c.Catalogo.Acta(registro.Acta) is { } acta && respuestas.TryGetValue($"{acta.Acta.Id}", out var respuesta))
            {
                var dijo = registro.Detalle.StartsWith($"{EstadoDePapel.Recibido} ", StringComparison.Ordinal)
                    ? TiposDeDocumento.EnBolsa.FirstOrDefault(d => registro.Detalle.StartsWith($"{EstadoDePapel.Recibido} {d} ", StringComparison.Ordinal)) ?? "otro documento"
                    : "no venía";
                hechos.Add(new(new($"Sección {acta.Acta.Casilla.Seccion}, {acta.Eleccion.Titulo.ToLowerInvariant()}", [new("Documento", dijo, respuesta.Documento)], null), registro.En));
            }
        }

        return hechos;
    }

    private sealed record Hecho(TrabajoCalificado Trabajo, long En);
}
