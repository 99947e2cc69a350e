namespace Prep.Operacion.Capacitacion;

/// <summary>What a training covers, by key. An organismo that divides its course otherwise records what comes nearest.</summary>
/// <remarks>Fuente: spec §2.2, §3 y §5.3; Anexo 13 y PTO por confirmar: su texto no estaba a la mano.</remarks>
public static class TemasDeCapacitacion
{
    /// <summary>The one that a scored exercise gives.</summary>
    public const string Puesto = "PUESTO";

    public static readonly IReadOnlyDictionary<string, string> Todos = new Dictionary<string, string>
    {
        ["PREP"] = "Qué es el PREP y qué no",
        ["PTO"] = "Proceso técnico operativo",
        ["ACTA"] = "El acta: sus partes y sus casos",
        [Puesto] = "El trabajo del puesto en su pantalla",
        ["SEGURIDAD"] = "Seguridad y reserva de la información",
        ["CONTINUIDAD"] = "Qué hacer si algo falla",
    };

    public static IEnumerable<string> Nombres(IEnumerable<string> claves) => claves.Select(t => Todos.GetValueOrDefault(t, t));
}
