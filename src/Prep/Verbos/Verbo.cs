using System.CommandLine;

namespace Prep.Verbos;

/// <summary>Exit codes of every verb (design.md §4).</summary>
public static class Salida
{
    public const int Hecho = 0;

    /// <summary>The answer is no.</summary>
    public const int No = 1;

    /// <summary>Bad use or bad input; nothing changed.</summary>
    public const int MalUso = 2;

    /// <summary>Could not be done now (disk, database, network); nothing half done.</summary>
    public const int NoSePudo = 3;
}

/// <summary>The verbs in the order of the help.</summary>
public static class Verbo
{
    public static IEnumerable<Command> Todos()
    {
        yield return Demo.Verbo();
        yield return Servir.Verbo();
        yield return Cargar.Verbo();
        yield return Ceros.Verbo();
        yield return Iniciar.Verbo();
        yield return Cerrar.Verbo();
        yield return AdministrarCuentas.Verbo();
        yield return VerHuellas.Verbo();
        yield return CargarPlan.Verbo();
        yield return Repetir.Verbo();
        yield return Comprobar.Verbo();
        yield return HacerPrototipo.Verbo();
        yield return DelGuion.Medir();
        yield return GenerarDatos.Verbo();
        yield return ObreroDeImagenes.Verbo();
    }
}
