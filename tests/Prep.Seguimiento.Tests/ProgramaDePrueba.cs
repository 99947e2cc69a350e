using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Tests;

/// <summary>A programme as its book would give it, without a book.</summary>
internal static class ProgramaDePrueba
{
    public static readonly DateTimeOffset Ahora = new(2024, 1, 20, 18, 0, 0, TimeSpan.Zero);

    /// <summary>The founding plan, opened; then what is said to have happened, each an hour after the other. The first takes number 2.</summary>
    public static Programa Oaxaca(params IEnumerable<Suceso> sucesos) => sucesos.Aggregate(
        Programa.Vacio("oaxaca-2023-2024").Con(new(1, "oaxaca-2023-2024", Ahora.AddDays(-30), "irving", "SECRETARIA_TECNICA", new ProgramaAbierto(DatosQueSeEntregan.Oaxaca))),
        (p, s) => p.Con(s));

    public static Programa Con(this Programa programa, Suceso suceso, string persona = "irving", string puesto = "SECRETARIA_TECNICA") =>
        programa.Con(new Asiento(programa.Historia.Count + 1, programa.Id, Ahora.AddDays(-20).AddHours(programa.Historia.Count), persona, puesto, suceso));
}
