using Prep.Dominio.Contabilizacion;

namespace Prep.Publicacion.Sitio.Textos;

/// <summary>Something observed of an acta.</summary>
/// <param name="Codigo">Stable word for JSON, and key of its sentences.</param>
public sealed record Observado(string Codigo)
{
    private static readonly (Observacion Marca, Observado Texto)[] Catalogo =
    [
        (Observacion.ExcedeListaNominal, new("excede_lista_nominal")),
        (Observacion.TodosIlegibles, new("todos_ilegibles")),
        (Observacion.TodosVacios, new("todos_vacios")),
        (Observacion.TodosIlegiblesOVacios, new("todos_ilegibles_o_vacios")),
        (Observacion.AlgunoIlegible, new("algun_campo_ilegible")),
        (Observacion.AlgunoSinDato, new("algun_campo_sin_dato")),
        (Observacion.SinActaPaqueteNoEntregado, new("sin_acta_paquete_no_entregado")),
        (Observacion.SinActaCasillaNoInstalada, new("sin_acta_casilla_no_instalada")),
        (Observacion.SinActaPaqueteSinBolsa, new("sin_acta_paquete_sin_bolsa")),
        (Observacion.FueraDeCatalogo, new("fuera_de_catalogo")),
    ];

    /// <summary>Empty when there is nothing to observe. "Excede" goes first, as in the databases.</summary>
    public static IReadOnlyList<Observado> De(Observacion observacion) =>
        observacion == Observacion.Ninguna ? [] : [.. Catalogo.Where(c => (observacion & c.Marca) != 0).Select(c => c.Texto)];

    /// <summary>All of them, for the help page.</summary>
    public static IReadOnlyList<Observado> Todas { get; } = [.. Catalogo.Select(c => c.Texto)];

    /// <summary>As the norm calls it.</summary>
    public string Nombre(Idioma t) => t[$"observaciones.{Codigo}.nombre"];

    /// <summary>What it means and what effect it has, for anyone.</summary>
    public string Explicacion(Idioma t) => t[$"observaciones.{Codigo}.explicacion"];

    /// <summary>"Excede lista nominal, Algún campo sin dato", or "—".</summary>
    public static string EnUnaLinea(Observacion observacion, Idioma t) =>
        observacion == Observacion.Ninguna ? "—" : string.Join(", ", De(observacion).Select(o => o.Nombre(t)));
}
