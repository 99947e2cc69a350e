using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Simulador.Noches;

/// <summary>One thing that a person or a device does in a night: a closed family, one case per use case.</summary>
/// <remarks>Persons are numbers: those who capture from 0, those at identification and sin acta from 10,000; nobody is in both.</remarks>
/// <param name="En">Instant of the server.</param>
public abstract record HechoDeNoche(DateTimeOffset En)
{
    /// <summary>The bolsa of an acta at its CATD.</summary>
    /// <param name="AcopioEn">Declared reception.</param>
    public sealed record BolsaRecibida(DateTimeOffset En, ActaId Acta, string Documento, DateTimeOffset AcopioEn, string? Catd) : HechoDeNoche(En);

    /// <param name="Imagen">Names the image inside the night; whoever plays it gives it bytes.</param>
    /// <param name="Acta">What the label says; null when it says nothing.</param>
    /// <param name="Duplicada">The acta already had one.</param>
    public sealed record ImagenRecibida(
        DateTimeOffset En, string Imagen, EleccionId Eleccion, ActaId? Acta, Origen Origen, Medio Medio, string Documento, DateTimeOffset AcopioEn, bool Duplicada) : HechoDeNoche(En);

    /// <summary>A person says which acta an image shows; two must agree.</summary>
    /// <param name="Acta">Null: none of the catalogue.</param>
    public sealed record ImagenIdentificada(DateTimeOffset En, string Imagen, EleccionId Eleccion, ActaId? Acta, int Persona) : HechoDeNoche(En);

    /// <param name="Campos">All the fields as this person reads them; in the third round only those that differ are asked.</param>
    /// <param name="Ronda">1, 2 or 3.</param>
    public sealed record ActaCapturada(DateTimeOffset En, ActaId Acta, int Ronda, int Persona, IReadOnlyList<Cantidad> Campos) : HechoDeNoche(En);

    public sealed record SinActaPropuesta(DateTimeOffset En, ActaId Acta, MotivoSinActa Motivo, int Persona) : HechoDeNoche(En);

    public sealed record SinActaConfirmada(DateTimeOffset En, ActaId Acta, MotivoSinActa Motivo, int Persona) : HechoDeNoche(En);
}
