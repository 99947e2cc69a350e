using System.Collections.Immutable;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Difusores;

public enum EstadoDeDifusor
{
    Solicitud,
    Cumple,
    NoCumple,
    Formalizado,
    Retirado,
}

/// <summary>Who asked to publish the same results, and how far that is.</summary>
/// <param name="Nota">Of the last thing said of it.</param>
/// <param name="Instrumento">Null while it is not formalised.</param>
public sealed record Difusor(int Numero, string Nombre, TipoDeDifusor Tipo, string Contacto, string Direccion, DateOnly Solicito, EstadoDeDifusor Estado, string Nota = "", string? Instrumento = null, DateOnly? Formalizado = null);

/// <param name="Convocatoria">The last; null while there is none.</param>
/// <param name="Ninguno">Said when nobody publishes but the institute.</param>
public sealed record DifusoresDelPrograma(DifusoresConvocados? Convocatoria, ImmutableSortedDictionary<int, Difusor> Todos, SinDifusores? Ninguno)
{
    public static readonly DifusoresDelPrograma Vacio = new(null, ImmutableSortedDictionary<int, Difusor>.Empty, null);

    /// <summary>The official ones, by name.</summary>
    public IEnumerable<Difusor> Formalizados => Todos.Values.Where(d => d.Estado == EstadoDeDifusor.Formalizado).OrderBy(d => d.Nombre, StringComparer.InvariantCulture);

    public DifusoresDelPrograma Con(Asiento a) => a.Suceso switch
    {
        DifusoresConvocados s => this with { Convocatoria = s, Ninguno = null },
        DifusorSolicitado s => this with { Todos = Todos.Add(a.Numero, new(a.Numero, s.Nombre, s.Tipo, s.Contacto, s.Direccion, s.Fecha, EstadoDeDifusor.Solicitud)) },
        DifusorRevisado s => Cambiar(s.Numero, d => d with { Estado = s.Cumple ? EstadoDeDifusor.Cumple : EstadoDeDifusor.NoCumple, Nota = s.Nota }),
        DifusorFormalizado s => Cambiar(s.Numero, d => d with { Estado = EstadoDeDifusor.Formalizado, Instrumento = s.Instrumento, Formalizado = s.Fecha, Direccion = s.Direccion, Nota = "" }),
        DifusorRetirado s => Cambiar(s.Numero, d => d with { Estado = EstadoDeDifusor.Retirado, Nota = s.Motivo }),
        SinDifusores s => this with { Ninguno = s },
        _ => this,
    };

    private DifusoresDelPrograma Cambiar(int numero, Func<Difusor, Difusor> cambio) => this with { Todos = Todos.SetItem(numero, cambio(Todos[numero])) };
}
