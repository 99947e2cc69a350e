namespace Prep.Dominio.Catalogo;

/// <summary>Type of casilla, by the letter of the official files.</summary>
public enum TipoDeCasilla
{
    Basica = 'B',
    Contigua = 'C',
    Extraordinaria = 'E',

    /// <summary>Voters in transit: no lista nominal of its own, a fixed number of ballots.</summary>
    Especial = 'S',
    VotoAnticipado = 'A',
    PrisionPreventiva = 'P',
    MesaEnElExtranjero = 'M',
    UrnaElectronica = 'U',
}

public static class TiposDeCasilla
{
    public static string Letra(this TipoDeCasilla tipo) => ((char)tipo).ToString();

    /// <summary>Mesas without party representatives, whose actas print no sobrantes, personas nor sacados.</summary>
    public static bool EsMesaEspecial(this TipoDeCasilla tipo) =>
        tipo is TipoDeCasilla.VotoAnticipado or TipoDeCasilla.PrisionPreventiva or TipoDeCasilla.MesaEnElExtranjero;

    public static bool TryParse(string? letra, out TipoDeCasilla tipo)
    {
        tipo = default;
        if (letra is not { Length: 1 })
        {
            return false;
        }

        tipo = (TipoDeCasilla)char.ToUpperInvariant(letra[0]);
        return Enum.IsDefined(tipo);
    }
}

/// <summary>UBICACION_CASILLA: 1 urbana, 2 no urbana, 3 fuera de catálogo.</summary>
public enum Ubicacion
{
    Desconocida = 0,
    Urbana = 1,
    NoUrbana = 2,
    FueraDeCatalogo = 3,
}

/// <summary>A polling station as one election's catalogue knows it.</summary>
/// <param name="Clave">entidad(2) sección(4) tipo(1) número(2) extensión(2), without apostrophes: <c>200002B0100</c>.</param>
/// <param name="Seccion">Four digits; empty where the catalogue prints N/A (mesas A, P).</param>
/// <param name="Numero">Two digits.</param>
/// <param name="ExtContigua">Two digits, <c>00</c> if none.</param>
/// <param name="Municipio">Key and name of the municipality, if the catalogue knows it; not the area when the election is by district.</param>
/// <param name="ListaNominal">Registered electors; null when the catalogue has none. 0 for especiales.</param>
/// <param name="Representantes">Accredited representatives, propietarios and suplentes; null when they do not apply (A, P, M).</param>
/// <param name="BoletasAprobadas">Approved ballots of an especial; null takes the election's setting.</param>
public sealed record Casilla(
    string Clave,
    string Seccion,
    TipoDeCasilla Tipo,
    string Numero,
    string ExtContigua,
    Ubicacion Ubicacion,
    Municipio? Municipio,
    int? ListaNominal,
    int? Representantes,
    int? BoletasAprobadas = null)
{
    /// <summary>As people say it: <c>B1</c>, <c>C2</c>, <c>E1 C1</c>.</summary>
    public string Etiqueta => ExtContigua is "" or "0" or "00"
        ? $"{Tipo.Letra()}{Corto(Numero)}"
        : $"{Tipo.Letra()}{Corto(Numero)} C{Corto(ExtContigua)}";

    private static string Corto(string digitos) => digitos.TrimStart('0') is { Length: > 0 } sinCeros ? sinCeros : "0";
}

/// <param name="Clave">Three digits, the institute's numbering (INE's, not INEGI's).</param>
public sealed record Municipio(string Clave, string Nombre);
