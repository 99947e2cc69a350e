using System.CommandLine;

namespace Prep.Verbos;

/// <summary>Verbs that the script <c>./prep</c> runs before it reaches this program: listed in the help, and said so if called here.</summary>
internal static class DelGuion
{
    public static Command Medir() => Verbo("medir", "Mide velocidad y memoria, cada cifra junto a su vara. Cuáles hay: ./prep medir --help");

    private static Command Verbo(string nombre, string descripcion)
    {
        var verbo = new Command(nombre, descripcion) { TreatUnmatchedTokensAsErrors = false };
        verbo.SetAction(_ =>
        {
            Console.Error.WriteLine($"Lo corre el guion del repositorio, que compila lo que hace falta: ./prep {nombre}");
            return Salida.MalUso;
        });
        return verbo;
    }
}
