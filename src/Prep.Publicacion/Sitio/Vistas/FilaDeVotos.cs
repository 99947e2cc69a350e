using System.Text.RegularExpressions;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Publicacion.Sitio.Textos;

namespace Prep.Publicacion.Sitio.Vistas;

/// <summary>One row of a table of votes.</summary>
/// <param name="Clave">Stable, unique in its table; empty for the rows of no registradas and nulos.</param>
/// <param name="Detalle">Who stands, or which parties form it; may be empty.</param>
/// <param name="Color"><c>#rrggbb</c> or null.</param>
public sealed record FilaDeVotos(string Clave, string Nombre, string Detalle, long Votos, Porcentaje Porcentaje, string? Color);

/// <summary>Rows of a table and their total, which is the denominator of their percentages.</summary>
public sealed record TablaDeVotos(IReadOnlyList<FilaDeVotos> Filas, long Total)
{
    public bool SinDatos => Total == 0;
}

/// <summary>Puts names and colours to the rows of a boleta.</summary>
public static partial class Rotulo
{
    public static string Detalle(Eleccion eleccion, Contendiente contendiente, Idioma t) => contendiente switch
    {
        Contendiente.Combinacion c => t.Con("contendientes.combinacion", ("partidos", Partidos(eleccion, c.Partidos))),
        Contendiente.CandidaturaComun { Partidos.Count: > 0 } c => t.Con("contendientes.comunDe", ("partidos", Partidos(eleccion, c.Partidos))),
        Contendiente.CandidaturaComun => t["contendientes.comun"],
        Contendiente.Independiente { NombreLargo.Length: > 0 } i => i.NombreLargo,
        Contendiente.Independiente => t["contendientes.independiente"],
        Contendiente.Partido p => p.NombreLargo,
        _ => "",
    };

    /// <summary>How a person reads a row of the boleta: the parties of a combination, "PAN · PRI", instead of its column.</summary>
    public static string Fila(Eleccion eleccion, Contendiente contendiente) =>
        contendiente.Integrantes is { Count: > 0 } partidos ? string.Join(" · ", partidos.Select(i => eleccion.Contendientes[i].Nombre)) : contendiente.Nombre;

    /// <returns><c>#rrggbb</c>, or null: nothing else may reach an attribute of the page.</returns>
    public static string? Color(Contendiente contendiente) => contendiente is not Contendiente.Partido partido ? null
        : partido.Color is { } color && Hexadecimal().IsMatch(color) ? color
        : Paleta.De(partido.Nombre);

    /// <summary>The political force behind a candidature: its parties, or the rows themselves when it has none.</summary>
    public static string Fuerza(Eleccion eleccion, Candidatura candidatura)
    {
        var filas = candidatura.Contendientes.Select(i => eleccion.Contendientes[i]).ToList();
        var simples = filas.Where(c => c is not Contendiente.Combinacion).Select(c => c.Nombre).ToList();
        return string.Join(" · ", simples.Count > 0 ? simples : filas.Select(c => c.Nombre));
    }

    /// <summary>Key of that force, equal in every area where the same rows stand together.</summary>
    public static string ClaveDeFuerza(Eleccion eleccion, Candidatura candidatura) =>
        string.Join('+', candidatura.Contendientes.Select(i => eleccion.Contendientes[i]).Where(c => c is not Contendiente.Combinacion).Select(c => c.Clave).DefaultIfEmpty(candidatura.Nombre));

    /// <summary>The person if the catalogue names one, else the candidature, else its parties.</summary>
    public static string Titulo(Eleccion eleccion, Candidatura candidatura) =>
        candidatura.Propietaria.Length > 0 ? candidatura.Propietaria : candidatura.Nombre.Length > 0 ? candidatura.Nombre : Fuerza(eleccion, candidatura);

    /// <summary>The colour of the party that brings most votes to the candidature.</summary>
    public static string? Color(Eleccion eleccion, Candidatura candidatura, IReadOnlyList<long> votos) =>
        candidatura.Contendientes.OrderByDescending(i => votos[i]).Select(i => Color(eleccion.Contendientes[i])).FirstOrDefault(c => c is not null);

    private static string Partidos(Eleccion eleccion, IReadOnlyList<int> partidos) => string.Join(", ", partidos.Select(i => eleccion.Contendientes[i].Nombre));

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$")]
    private static partial Regex Hexadecimal();
}
