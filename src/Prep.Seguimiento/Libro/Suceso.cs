using System.Text.Json.Serialization;

namespace Prep.Seguimiento.Libro;

/// <summary>Something that happened in the follow-up of a PREP. The book keeps these and nothing else: every state is worked out from them, in order.</summary>
/// <remarks>What was written once is read forever: a new fact is a new type or an optional member, never a changed meaning.</remarks>
public abstract record Suceso
{
    /// <summary>What who wrote it was called then, so that the book says it without the accounts; null in the oldest entries. Never for the public, who reads the puesto.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Autor { get; init; }

    /// <summary>Two facts are the same whoever wrote them: what already holds is told by this.</summary>
    public virtual bool Equals(Suceso? otro) => otro is not null && EqualityContract == otro.EqualityContract;

    public override int GetHashCode() => EqualityContract.GetHashCode();
}

/// <summary>The name under which the book keeps a kind of <see cref="Suceso"/>, as <c>sesion.convocada</c>. It does not follow the type when that is renamed.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NombreAttribute(string nombre) : Attribute
{
    public string Nombre => nombre;
}

/// <summary>An entry of the book: what happened, when, and who did it in which puesto.</summary>
/// <param name="Numero">From 1 over all programmes: what is named by it (an observation, a session) keeps it.</param>
public sealed record Asiento(int Numero, string Programa, DateTimeOffset En, string Persona, string Puesto, Suceso Suceso);
