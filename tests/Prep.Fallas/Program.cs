using Prep.Fallas;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// The same executable is the tests and the program that they kill: "--publicar CARPETA CUANTOS" publishes cortes of a seeded night; "--nodo …" is a server that makes them by the clock.

return args switch
{
    ["--publicar", var carpeta, var cuantos] => await Publicante.CorrerAsync(carpeta, int.Parse(cuantos)),
    ["--nodo", var almacen, var cadena, var raiz, var silencio] => await Nodo.CorrerAsync(almacen, cadena, raiz, int.Parse(silencio)),
    ["--medir", var carpeta, var cortes] => await Publicante.MedirAsync(carpeta, int.Parse(cortes)),
    _ when args.Any(a => a is "-automated" or "@@") => await ConsoleRunner.Run(args),
    _ => await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
};
