namespace Prep.Dominio.Actas;

/// <summary>What one person typed from the image, blind to the others.</summary>
/// <param name="Campos">In capture order (<see cref="DatosDeActa.Campos"/>): all of them, or in the third round only those asked.</param>
public sealed record CapturaDeActa(PersonaId Persona, IReadOnlyList<Cantidad> Campos, DateTimeOffset En);
