namespace Prep.Dominio.Catalogo;

/// <summary>MECANISMOS_TRASLADO: how the paquete travels from the casilla to the consejo; empty when it goes directly.</summary>
/// <remarks>Regla D-03. Fuente: LEEME INE 2024, campo 42; spec §14: combinations <c>F-D</c> seen in Oaxaca 2022.</remarks>
public static class MecanismosDeTraslado
{
    /// <summary>Letters allowed: D (apoyo para el traslado de presidencias), F (centro fijo), I (centro itinerante).</summary>
    public const string Letras = "DFI";

    /// <summary>Empty, or different letters of the list joined by hyphens, in any order.</summary>
    public static bool EsValido(string texto) => texto.Length == 0
        || (texto.Split('-') is var partes && partes.All(p => p.Length == 1 && Letras.Contains(p[0])) && partes.Distinct().Count() == partes.Length);
}
