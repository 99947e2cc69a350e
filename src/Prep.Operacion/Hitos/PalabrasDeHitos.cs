using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Hitos;

/// <summary>Milestones and agreed values as its people say them.</summary>
public static class PalabrasDeHitos
{
    public static readonly IReadOnlyList<ValorAcordado> Todos = Enum.GetValues<ValorAcordado>();

    public static string De(Fase fase) => fase switch
    {
        Fase.SinCeros => "Falta la puesta en ceros",
        Fase.EnCeros => "En ceros: falta la apertura",
        Fase.Abierta => "Operación abierta: nada es público todavía",
        Fase.Publicando => "Publicando",
        _ => "Cerrada",
    };

    public static string De(VerHitos.Paso paso) => paso switch
    {
        VerHitos.Paso.PuestaEnCeros => "Puesta en ceros",
        VerHitos.Paso.Apertura => "Apertura de la operación",
        VerHitos.Paso.Inicio => "Inicio de la publicación",
        VerHitos.Paso.UltimaActualizacion => "Última actualización",
        var otro => otro.ToString(),
    };

    public static string De(VerHitos.Como como) => como switch
    {
        VerHitos.Como.PorVenir => "Por venir",
        VerHitos.Como.Omitido => "No se hizo",
        var otro => otro.ToString(),
    };

    public static string Nombre(ValorAcordado cual) => CambioDeConfiguracion.Nombre(cual) switch { var frase => char.ToUpperInvariant(frase[0]) + frase[1..] };

    public static Acuerdo AcuerdoDe(ValorAcordado cual, Configuracion c) => cual switch
    {
        ValorAcordado.PuestaEnCeros => c.PuestaEnCeros.Acuerdo,
        ValorAcordado.Apertura => c.Apertura.Acuerdo,
        ValorAcordado.Inicio => c.Inicio.Acuerdo,
        ValorAcordado.UltimaActualizacion => c.UltimaActualizacion.Acuerdo,
        ValorAcordado.IntervaloDeDatos => c.IntervaloDeDatos.Acuerdo,
        ValorAcordado.IntervaloDeBases => c.IntervaloDeBases.Acuerdo,
        ValorAcordado.CierreAnticipado => c.PermiteCierreAnticipado.Acuerdo,
        ValorAcordado.Sitios => c.Sitios.Acuerdo,
        _ => c.Direcciones.Acuerdo,
    };

    /// <summary>The value, in lines.</summary>
    public static IReadOnlyList<string> Valor(ValorAcordado cual, Configuracion c, Proceso proceso) => cual switch
    {
        ValorAcordado.PuestaEnCeros => [proceso.FechaYHora(c.PuestaEnCeros.Valor)],
        ValorAcordado.Apertura => [proceso.FechaYHora(c.Apertura.Valor)],
        ValorAcordado.Inicio => [proceso.FechaYHora(c.Inicio.Valor)],
        ValorAcordado.UltimaActualizacion => [proceso.FechaYHora(c.UltimaActualizacion.Valor)],
        ValorAcordado.IntervaloDeDatos => [Cada(c.IntervaloDeDatos.Valor)],
        ValorAcordado.IntervaloDeBases => [Cada(c.IntervaloDeBases.Valor)],
        ValorAcordado.CierreAnticipado => [c.PermiteCierreAnticipado.Valor ? "Se permite, con su condición" : "No se permite"],
        ValorAcordado.Sitios => [.. c.Sitios.Valor.Select(FormaDeConfiguracion.Linea)],
        _ => [.. c.Direcciones.Valor switch { var d => d.Difusores.Select(x => $"Difusor: {x}").Prepend($"Sitio: {(d.Sitio.Length > 0 ? d.Sitio : "sin dirección")}").Concat(d.Aviso.Length > 0 ? [$"Aviso: {d.Aviso}"] : []) }],
    };

    public static string De(Acuerdo acuerdo) => acuerdo.Numero.Length == 0
        ? "Cargado con el proceso; sin acuerdo escrito"
        : $"{acuerdo.Numero}{(acuerdo.Fecha is { } f ? $", {f:dd/MM/yyyy}" : "")}";

    private static string Cada(TimeSpan intervalo) => $"Cada {Minutos(intervalo)} minutos ({60 / intervalo.TotalMinutes:0.#} por hora)";

    internal static string Minutos(TimeSpan intervalo) => intervalo.TotalMinutes.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
