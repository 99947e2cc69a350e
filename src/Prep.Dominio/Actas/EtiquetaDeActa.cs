using Prep.Dominio.Catalogo;

namespace Prep.Dominio.Actas;

/// <summary>What the QR of an acta's label says: six things that name one expected acta.</summary>
/// <param name="Entidad">Two digits.</param>
/// <param name="Area">Three digits of the district or municipality.</param>
/// <param name="TipoActa">As printed: <c>3EMR</c>.</param>
/// <param name="Casilla">Type, number and extension: <c>B0100</c>.</param>
/// <remarks>
/// Fields in this order, separated by a bar: <c>20|017|3EMR|0412|S0100</c>. No votes, no persons, no folio: the label is stuck before
/// anything is read, and it is compared with what the captor reads on the acta (spec §14, «capture identifies too»).
/// </remarks>
public sealed record EtiquetaDeActa(string Entidad, string Area, string TipoActa, string Seccion, string Casilla)
{
    private const char Separador = '|';
    private const int LargoMaximo = 64;

    public static EtiquetaDeActa De(Proceso proceso, ActaEsperada acta) => new(
        proceso.Entidad.Clave,
        acta.Area.Clave,
        acta.TipoActa,
        acta.Casilla.Seccion,
        acta.Casilla.Tipo.Letra() + acta.Casilla.Numero + acta.Casilla.ExtContigua);

    /// <summary>Reads what a scanner gave; false unless it has exactly this shape.</summary>
    public static bool TryParse(string? texto, out EtiquetaDeActa etiqueta)
    {
        etiqueta = new("", "", "", "", "");
        if (texto is not { Length: <= LargoMaximo } || texto.Split(Separador) is not [var entidad, var area, var tipo, var seccion, var casilla])
        {
            return false;
        }

        var legible = Digitos(entidad, 2) && Digitos(area, 3) && tipo is { Length: >= 1 and <= 6 } && tipo.All(char.IsAsciiLetterOrDigit)
            && (seccion.Length == 0 || Digitos(seccion, 4))
            && casilla.Length == 5 && TiposDeCasilla.TryParse(casilla[..1], out _) && Digitos(casilla[1..], 4);
        if (legible)
        {
            etiqueta = new(entidad, area, tipo, seccion, casilla);
        }

        return legible;
    }

    public override string ToString() => string.Join(Separador, Entidad, Area, TipoActa, Seccion, Casilla);

    private static bool Digitos(string texto, int largo) => texto.Length == largo && texto.All(char.IsAsciiDigit);
}
