using Prep.Dominio.Contabilizacion;

namespace Prep.Publicacion.Sitio.Textos;

/// <param name="Codigo">Stable word for JSON.</param>
/// <param name="Nombre">As the norm calls it.</param>
/// <param name="Explicacion">What it means and what effect it has, for anyone.</param>
public sealed record Observado(string Codigo, string Nombre, string Explicacion)
{
    private static readonly (Observacion Marca, Observado Texto)[] Catalogo =
    [
        (Observacion.ExcedeListaNominal, new("excede_lista_nominal", "Excede lista nominal",
            "La suma de los votos es mayor que el límite de esta casilla. El acta se publica, pero no se contabiliza: sus votos no entran en ningún total.")),
        (Observacion.TodosIlegibles, new("todos_ilegibles", "Todos los campos ilegibles",
            "Ningún campo de votos puede leerse, ni en letra ni en número. El acta se publica, pero no se contabiliza.")),
        (Observacion.TodosVacios, new("todos_vacios", "Todos los campos vacíos",
            "Ningún campo de votos fue llenado. El acta se publica, pero no se contabiliza.")),
        (Observacion.TodosIlegiblesOVacios, new("todos_ilegibles_o_vacios", "Todos los campos ilegibles o sin dato",
            "Ningún campo de votos puede leerse: unos son ilegibles y otros están vacíos. El acta se publica, pero no se contabiliza.")),
        (Observacion.AlgunoIlegible, new("algun_campo_ilegible", "Algún campo ilegible",
            "Al menos un campo de votos no puede leerse, ni en letra ni en número: dice «Ilegible» y suma 0. Los demás campos se suman.")),
        (Observacion.AlgunoSinDato, new("algun_campo_sin_dato", "Algún campo sin dato",
            "Al menos un campo de votos se dejó en blanco: dice «Sin dato» y suma 0. Los demás campos se suman.")),
        (Observacion.SinActaPaqueteNoEntregado, new("sin_acta_paquete_no_entregado", "Sin acta por paquete no entregado",
            "El paquete electoral de la casilla no fue entregado, así que no hay Acta PREP. Cuenta como capturada, no suma votos y no es una inconsistencia.")),
        (Observacion.SinActaCasillaNoInstalada, new("sin_acta_casilla_no_instalada", "Sin acta por casilla no instalada",
            "La casilla no se instaló, así que no hay Acta PREP. Cuenta como capturada, no suma votos y no es una inconsistencia.")),
        (Observacion.SinActaPaqueteSinBolsa, new("sin_acta_paquete_sin_bolsa", "Sin acta por paquete entregado sin bolsa",
            "El paquete llegó sin la bolsa del PREP y no se encontró otra copia del acta. Cuenta como capturada, no suma votos y no es una inconsistencia.")),
        (Observacion.FueraDeCatalogo, new("fuera_de_catalogo", "Fuera de catálogo",
            "El acta no pudo asociarse a una casilla: su sección, número o tipo falta o no existe. Se publica su imagen, pero sus votos no se capturan ni se suman.")),
    ];

    /// <summary>Empty when there is nothing to observe. "Excede" goes first, as in the databases.</summary>
    public static IReadOnlyList<Observado> De(Observacion observacion) =>
        observacion == Observacion.Ninguna ? [] : [.. Catalogo.Where(c => (observacion & c.Marca) != 0).Select(c => c.Texto)];

    /// <summary>All of them, for the help page.</summary>
    public static IReadOnlyList<Observado> Todas { get; } = [.. Catalogo.Select(c => c.Texto)];

    /// <summary>"Excede lista nominal, Algún campo sin dato", or "—".</summary>
    public static string EnUnaLinea(Observacion observacion) =>
        observacion == Observacion.Ninguna ? "—" : string.Join(", ", De(observacion).Select(o => o.Nombre));
}
