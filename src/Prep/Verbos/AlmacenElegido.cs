using System.CommandLine;
using Prep.Datos;
using Prep.Datos.Catalogo;

namespace Prep.Verbos;

/// <summary>The store of a verb: <c>--almacen DIR</c>, else <c>PREP_ALMACEN</c>, else <c>./.prep/almacen</c>; PostgreSQL by <c>PREP_BASE</c>.</summary>
internal static class AlmacenElegido
{
    public static Option<string?> Opcion() => new("--almacen") { Description = "Carpeta del almacén (si no, PREP_ALMACEN o ./.prep/almacen).", HelpName = "DIR" };

    public static OpcionesDeAlmacen De(string? carpeta) => new(
        carpeta is { Length: > 0 } ? carpeta : Variable("PREP_ALMACEN") ?? Path.Combine(".prep", "almacen"),
        Variable("PREP_BASE"));

    /// <exception cref="MalUsoException">The store has none.</exception>
    public static CatalogoCargado ExigirProceso(Almacen almacen) =>
        almacen.Catalogo ?? throw new MalUsoException("El almacén no tiene un proceso: cárguelo antes con ./prep cargar DIR.");

    private static string? Variable(string nombre) => Environment.GetEnvironmentVariable(nombre) is { Length: > 0 } valor ? valor : null;
}
