namespace Prep.Pantallas;

/// <summary>What a notice is: said with a word and a mark besides its colour.</summary>
public enum TonoDeAviso
{
    Bien,
    Atento,
    Mal,
}
