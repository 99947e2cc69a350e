using System.Collections.Immutable;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Observaciones;

/// <summary>What an observation was answered.</summary>
/// <remarks>The book writes their names: they do not change.</remarks>
public enum Atencion
{
    /// <summary>What it asks was done.</summary>
    Atendida,

    /// <summary>It will not be done, and the answer says why.</summary>
    NoProcede,
    EnEstudio,
}

/// <summary>Somebody observed something. Who and in which puesto is in the entry, whose number is that of the observation.</summary>
[Nombre("observacion.hecha")]
public sealed record ObservacionHecha(Asunto Asunto, string Texto) : Suceso;

/// <summary>The Secretaría Técnica answered it.</summary>
[Nombre("observacion.respondida")]
public sealed record ObservacionRespondida(int Numero, string Texto, Atencion Atendida) : Suceso;

/// <summary>An observation and its answers.</summary>
/// <param name="Puesto">In which the person observed.</param>
public sealed record Observacion(int Numero, Asunto Asunto, string Texto, DateTimeOffset En, string Persona, string Puesto, ImmutableList<RespuestaDeObservacion> Respuestas)
{
    /// <summary>What the last answer said; null while nobody answered.</summary>
    public Atencion? Atencion => Respuestas.IsEmpty ? null : Respuestas[^1].Atencion;

    /// <summary>Somebody still has to say something of it.</summary>
    public bool Pendiente => Atencion is null or Observaciones.Atencion.EnEstudio;
}

public sealed record RespuestaDeObservacion(string Texto, Atencion Atencion, DateTimeOffset En, string Persona);
