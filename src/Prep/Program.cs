using System.CommandLine;
using System.Globalization;
using Prep.Verbos;

CultureInfo.CurrentUICulture = new CultureInfo("es");

// A list of verbs: each file in Verbos/ builds one. A verb not built yet is not listed.
var raiz = new RootCommand("Prep: Programa de Resultados Electorales Preliminares.");
foreach (var verbo in Verbo.Todos())
{
    raiz.Subcommands.Add(verbo);
}

return await Ejecucion.CorrerAsync(raiz, args);
