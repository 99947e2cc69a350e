namespace Prep.Simulador.Imagenes;

/// <summary>A number as it is written in words on an acta.</summary>
public static class NumeroEnLetra
{
    private static readonly string[] Unidades =
    [
        "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce",
        "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós", "veintitrés", "veinticuatro",
        "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
    ];

    private static readonly string[] Decenas = ["", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"];

    private static readonly string[] Centenas =
    [
        "", "ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos", "setecientos", "ochocientos", "novecientos",
    ];

    /// <param name="numero">0 to 9,999.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside of that.</exception>
    public static string De(int numero)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numero, 9999);
        return numero switch
        {
            < 30 => Unidades[numero],
            < 100 => numero % 10 == 0 ? Decenas[numero / 10] : $"{Decenas[numero / 10]} y {Unidades[numero % 10]}",
            100 => "cien",
            < 1000 => numero % 100 == 0 ? Centenas[numero / 100] : $"{Centenas[numero / 100]} {De(numero % 100)}",
            _ => Unir(numero < 2000 ? "mil" : $"{De(numero / 1000)} mil", numero % 1000),
        };
    }

    private static string Unir(string miles, int resto) => resto == 0 ? miles : $"{miles} {De(resto)}";
}
