namespace Prep.Dominio.Actas;

/// <summary>Who acts. Duties are separated by person, never by role: two accounts of one person are one person.</summary>
public readonly record struct PersonaId(string Valor)
{
    public override string ToString() => Valor;
}

/// <summary>Place of an image in the order of reception.</summary>
public readonly record struct ImagenId(long Valor);
