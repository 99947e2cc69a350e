using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Tests.Publico;

/// <summary>The founding programme with what happened in it, without a book.</summary>
internal static class Programas
{
    /// <summary>Who did it all: a key of the roster, that no public file may say.</summary>
    public const string Persona = "clave-de-persona-7";

    public static readonly DateTimeOffset Desde = new(2024, 1, 10, 18, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Ahora = new(2024, 2, 25, 18, 0, 0, TimeSpan.Zero);

    /// <summary>With something of every part.</summary>
    public static Programa EnMarcha { get; } = Con(
        new ActividadEnEstado("2024-01-4", EstadoDeActividad.Aprobado, "En sesión", new(Organo.ConsejoGeneral, new(2023, 12, 21), "IEEPCO-CG-52/2023")),
        new ActividadEnEstado("2024-02-6", EstadoDeActividad.EnCurso, "", null));

    public static Programa Con(params Suceso[] sucesos)
    {
        var definicion = DatosQueSeEntregan.Oaxaca;
        return sucesos.Prepend(new ProgramaAbierto(definicion))
            .Select((s, i) => new Asiento(i + 1, definicion.Id, Desde.AddHours(i), Persona, "SECRETARIA_TECNICA", s))
            .Aggregate(Programa.Vacio(definicion.Id), (p, a) => p.Con(a));
    }
}
