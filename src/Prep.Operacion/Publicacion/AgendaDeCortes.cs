using Prep.Datos;
using Prep.Datos.Filas;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Publicacion;

/// <summary>What whoever makes the cortes does now, decided from the calendar in force and from what the database says was done.</summary>
/// <remarks>Nothing is remembered between two decisions: a node that takes the lead in the middle of the night decides the same.</remarks>
public static class AgendaDeCortes
{
    /// <param name="Cortes">By id.</param>
    public sealed record Hechos(Marcha Marcha, IReadOnlyList<CorteFila> Cortes, IReadOnlyList<CorteOmitidoFila> Omitidos);

    /// <summary>A corte of the calendar that will not be made.</summary>
    public sealed record Omision(DateTimeOffset InstanteEn, string Motivo);

    public abstract record Paso
    {
        private Paso()
        {
        }

        /// <summary>Nothing is due.</summary>
        public sealed record Esperar : Paso;

        /// <summary>The zero act is missing.</summary>
        public sealed record FaltanCeros : Paso;

        /// <summary>This server's clock is behind the last corte: its hour cannot be believed.</summary>
        public sealed record RelojAtrasado(DateTimeOffset CorteEn) : Paso;

        /// <summary>A prepared corte waits to come out, and none is due.</summary>
        public sealed record Terminar : Paso;

        /// <summary>Hours that passed and cannot be made any more.</summary>
        public sealed record Omitir(IReadOnlyList<Omision> Omisiones) : Paso;

        /// <param name="SiguienteEn">Null before the last one.</param>
        /// <param name="Omisiones">Those before it that nobody made, oldest first.</param>
        public sealed record Hacer(DateTimeOffset InstanteEn, DateTimeOffset? SiguienteEn, IReadOnlyList<Omision> Omisiones) : Paso;

        /// <summary>The hour of the last one has come, or the night was closed early.</summary>
        public sealed record Cerrar(IReadOnlyList<Omision> Omisiones) : Paso;

        /// <summary>The last corte is out.</summary>
        public sealed record Fin(string Corte) : Paso;
    }

    /// <summary>Reads the facts, and takes the calendar in force.</summary>
    public static Task<Hechos> LeerAsync(Contexto c, CancellationToken ct) => c.Almacen.Base.LeerAsync(
        async tx =>
        {
            var marcha = await MarchaFila.LeerAsync(tx);
            await c.Almacen.PonerAlDiaAsync(tx, marcha.Configuracion);
            return new Hechos(marcha.De(c.Proceso.ExigeCeros), await CorteFila.TodosAsync(tx), await CorteOmitidoFila.TodosAsync(tx));
        },
        ct);

    /// <param name="falla">What went wrong lately and left no trace in the database; null when nothing.</param>
    public static Paso Toca(Proceso proceso, Hechos h, DateTimeOffset ahora, string? falla = null)
    {
        var (marcha, calendario) = (h.Marcha, proceso.Calendario);
        if (marcha.CerradaEn is not null && h.Cortes.LastOrDefault(f => f is { Ultimo: true, Estado: "Publicado" }) is { } ultimo)
        {
            return new Paso.Fin(ultimo.Id);
        }

        if (marcha.CorteEn is { } hasta && hasta - ahora > Marcha.ToleranciaDeReloj)
        {
            return new Paso.RelojAtrasado(hasta);
        }

        if (marcha is { ExigeCeros: true, CerosEn: null })
        {
            return new Paso.FaltanCeros();
        }

        if (marcha.CerradaEn is { } cerrada)
        {
            return new Paso.Cerrar(Omitidas(proceso, h, [.. Debidos(calendario, h, ahora).Where(i => i < cerrada)], falla));
        }

        var debidos = Debidos(calendario, h, ahora);
        if (debidos is not [.., var toca])
        {
            return h.Cortes.Any(f => f.Estado == "Preparado") ? new Paso.Terminar() : new Paso.Esperar();
        }

        if (toca == calendario.UltimaActualizacionEn)
        {
            return new Paso.Cerrar(Omitidas(proceso, h, debidos[..^1], falla));
        }

        // The zero act may come after hours of the calendar, and a corte is named by its minute: what that name holds already is not made over.
        return h.Cortes is [.., var anterior] && string.CompareOrdinal(CorteId.De(toca, calendario.Zona).Valor, anterior.Id) <= 0
            ? new Paso.Omitir(Omitidas(proceso, h, debidos, falla))
            : new Paso.Hacer(toca, calendario.Siguiente(toca), Omitidas(proceso, h, debidos[..^1], falla));
    }

    // Planned and passed, after all that is already made or told as omitted. The zero corte is evidence, not one of them.
    private static DateTimeOffset[] Debidos(CalendarioDelPrep calendario, Hechos h, DateTimeOffset ahora)
    {
        var ceros = h.Marcha.CerosEn.AMicros() ?? 0;
        var hasta = h.Cortes.Where(f => f.InstanteEn > ceros).Select(f => f.InstanteEn).Concat(h.Omitidos.Select(o => o.InstanteEn)).DefaultIfEmpty(0).Max();
        return [.. calendario.Cortes().Where(i => i <= ahora && i.AMicros() > hasta)];
    }

    private static Omision[] Omitidas(Proceso proceso, Hechos h, DateTimeOffset[] instantes, string? falla) =>
        [.. instantes.Select(i => new Omision(i, Motivo(proceso, h, i, falla)))];

    private static string Motivo(Proceso proceso, Hechos h, DateTimeOffset instante, string? falla)
    {
        if (h.Marcha.CerosEn >= instante)
        {
            return "A esa hora todavía no se hacía la puesta en ceros.";
        }

        if (CorteId.De(instante, proceso.Calendario.Zona) is var id && h.Cortes.Any(f => f.Id == id.Valor))
        {
            return $"Ese minuto ya tenía otro corte, el {id}.";
        }

        var anterior = h.Cortes.LastOrDefault(f => f.InstanteEn < instante.AMicros() && f.Estado != "Abandonado");
        var dicho = anterior is null ? "" : $"El corte anterior, de las {proceso.Hora(Instante.DeMicros(anterior.InstanteEn))}, ";
        return anterior switch
        {
            { Estado: "Preparado" } => $"{dicho}seguía sin publicarse{Porque(anterior.Motivo)}",
            { PublicadoEn: { } en } when en > instante.AMicros() => $"{dicho}terminó hasta las {proceso.Hora(Instante.DeMicros(en))}{Porque(anterior.Motivo)}",
            _ when falla is not null => $"No se pudo preparar{Porque(falla)}",
            _ => "A esa hora ningún servidor hacía cortes.",
        };
    }

    private static string Porque(string? motivo) => motivo is null ? "." : $": {motivo.TrimEnd('.')}.";
}
