using Prep.Operacion.Puestos;
using Prep.Pantallas;

namespace Prep.Operacion.Ayuda;

/// <summary>The manuals, read once from inside the program, and which one answers each puesto and each screen.</summary>
/// <remarks>They are the files of <c>docs/operacion</c>: what is printed for a course and what is read tonight cannot differ.</remarks>
public sealed class Manuales
{
    public const string Ruta = "/ayuda";
    private const string Prefijo = "operacion/";

    private static readonly Dictionary<string, string> _dePuesto = new()
    {
        ["ACOPIADOR"] = "acopio",
        ["DIGITALIZADOR"] = "digitalizacion",
        ["CAPTURA"] = "captura",
        ["SUPERVISOR"] = "supervision",
        ["COORDINADOR_CATD"] = "catd",
        ["COTEJADOR"] = "cotejo",
        ["OPERADOR_PUBLICACION"] = "central",
        ["INSTANCIA_INTERNA"] = "hitos",
        ["CONSEJO"] = "consejo",
        ["AUDITOR"] = "tablero",
        ["COTAPREP"] = "tablero",
        ["PRESIDENCIA"] = "seguimiento",
        ["INTEGRANTE"] = "seguimiento",
        ["SECRETARIA_TECNICA"] = "seguimiento",
        ["REPRESENTACION"] = "seguimiento",
        ["INE"] = "seguimiento",
        ["INVITADO"] = "seguimiento",
        ["OBSERVADOR"] = "tablero",
        ["ADMIN_TI"] = "cuentas",
        ["CAE_MOVIL"] = "cuentas",
        ["DIFUSOR"] = "cuentas",
    };

    private readonly Dictionary<string, Manual> _manuales;

    public Manuales(RecursosDePantalla recursos)
    {
        var aqui = typeof(Manuales).Assembly;
        var nombres = aqui.GetManifestResourceNames().Where(n => n.StartsWith(Prefijo, StringComparison.Ordinal)).ToDictionary(n => Path.GetFileNameWithoutExtension(n[Prefijo.Length..]));
        var lector = new LectorDeManual(nombres.ContainsKey, recursos.Ruta);
        _manuales = nombres.ToDictionary(
            n => n.Key,
            n =>
            {
                using var texto = new StreamReader(aqui.GetManifestResourceStream(n.Value)!);
                return lector.Leer(n.Key, texto.ReadToEnd());
            },
            StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<Manual> Todos => [.. _manuales.Values.OrderBy(m => m.Titulo, StringComparer.Ordinal)];

    /// <param name="que">A manual by its name, or a puesto by its key: <c>captura</c>, <c>CAPTURA</c>, <c>ACOPIADOR</c>.</param>
    /// <returns>Null when there is none.</returns>
    public Manual? Buscar(string que) => _manuales.GetValueOrDefault(_dePuesto.GetValueOrDefault(que.ToUpperInvariant(), que));

    /// <summary>What to read on a screen: its own manual, or that of the puesto when the screen has none.</summary>
    /// <param name="puesto">Empty for who has not given the second factor yet.</param>
    public static string RutaPara(string pantalla, string puesto) => pantalla.StartsWith(Ruta, StringComparison.Ordinal)
        ? Ruta
        : $"{Ruta}/{(pantalla == "/cuenta" ? "cuentas" : Menu.Todas.FirstOrDefault(e => e.Ruta == pantalla)?.Manual ?? _dePuesto.GetValueOrDefault(puesto, "cuentas"))}";
}
