using Prep.Fallas;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// The same executable is the tests and the program that they kill: "--publicar CARPETA CUANTOS" publishes cortes of a seeded night.

return args switch
{
    ["--publicar", var carpeta, var cuantos] => await Publicante.CorrerAsync(carpeta, int.Parse(cuantos)),
    ["--medir", var carpeta, var cortes] => await Publicante.MedirAsync(carpeta, int.Parse(cortes)),
    _ when args.Any(a => a is "-automated" or "@@") => await ConsoleRunner.Run(args),
    _ => await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
};
