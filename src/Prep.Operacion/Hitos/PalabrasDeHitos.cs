using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Hitos;

/// <summary>Milestones and agreed values as its people say them.</summary>
public static class PalabrasDeHitos
{
    public static readonly IReadOnlyList<ValorDeConfiguracion> Todos = Enum.GetValues<ValorDeConfiguracion>();

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

    public static string Nombre(ValorDeConfiguracion cual) => CambioDeConfiguracion.Nombre(cual) switch { var frase => char.ToUpperInvariant(frase[0]) + frase[1..] };

    public static Acuerdo AcuerdoDe(ValorDeConfiguracion cual, Configuracion c) => cual switch
    {
        ValorDeConfiguracion.PuestaEnCeros => c.PuestaEnCeros.Acuerdo,
        ValorDeConfiguracion.Apertura => c.Apertura.Acuerdo,
        ValorDeConfiguracion.Inicio => c.Inicio.Acuerdo,
        ValorDeConfiguracion.UltimaActualizacion => c.UltimaActualizacion.Acuerdo,
        ValorDeConfiguracion.IntervaloDeDatos => c.IntervaloDeDatos.Acuerdo,
        ValorDeConfiguracion.IntervaloDeBases => c.IntervaloDeBases.Acuerdo,
        ValorDeConfiguracion.CierreAnticipado => c.PermiteCierreAnticipado.Acuerdo,
        ValorDeConfiguracion.Sitios => c.Sitios.Acuerdo,
        _ => c.Direcciones.Acuerdo,
    };

    /// <summary>The value, in lines.</summary>
    public static IReadOnlyList<string> Valor(ValorDeConfiguracion cual, Configuracion c, Proceso proceso) => cual switch
    {
        ValorDeConfiguracion.PuestaEnCeros => [proceso.FechaYHora(c.PuestaEnCeros.Valor)],
        ValorDeConfiguracion.Apertura => [proceso.FechaYHora(c.Apertura.Valor)],
        ValorDeConfiguracion.Inicio => [proceso.FechaYHora(c.Inicio.Valor)],
        ValorDeConfiguracion.UltimaActualizacion => [proceso.FechaYHora(c.UltimaActualizacion.Valor)],
        ValorDeConfiguracion.IntervaloDeDatos => [Cada(c.IntervaloDeDatos.Valor)],
        ValorDeConfiguracion.IntervaloDeBases => [Cada(c.IntervaloDeBases.Valor)],
        ValorDeConfiguracion.CierreAnticipado => [c.PermiteCierreAnticipado.Valor ? "Se permite, con su condición" : "No se permite"],
        ValorDeConfiguracion.Sitios => [.. c.Sitios.Valor.Select(De)],
        _ => [.. c.Direcciones.Valor switch { var d => d.Difusores.Select(x => $"Difusor: {x}").Prepend($"Sitio: {(d.Sitio.Length > 0 ? d.Sitio : "sin dirección")}").Concat(d.Aviso.Length > 0 ? [$"Aviso: {d.Aviso}"] : []) }],
    };

    public static string De(Acuerdo acuerdo) => acuerdo.Numero.Length == 0
        ? "Cargado con el proceso; sin acuerdo escrito"
        : $"{acuerdo.Numero}{(acuerdo.Fecha is { } f ? $", {f:dd/MM/yyyy}" : "")}";

    private static string De(SitioAcordado s) =>
        $"{(s.Clave.StartsWith(s.Tipo, StringComparison.Ordinal) ? "" : s.Tipo + " ")}{s.Clave}{(s.Domicilio.Length > 0 ? $", {s.Domicilio}" : "")}{(s.Equipos + s.Personas > 0 ? $" ({s.Equipos} equipos, {s.Personas} personas)" : "")}";

    private static string Cada(TimeSpan intervalo) => $"Cada {Minutos(intervalo)} minutos ({60 / intervalo.TotalMinutes:0.#} por hora)";

    internal static string Minutos(TimeSpan intervalo) => intervalo.TotalMinutes.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
