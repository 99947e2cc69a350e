using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Formatos;

/// <summary>The 32 entidades: INE number, name, abbreviation in file names, and the zone of most of its territory.</summary>
/// <remarks>
/// Fuente: Reglamento de Elecciones, Anexo 18.10 (claves); zones from the IANA data, that knows the daylight saving time that ended in
/// October 2022. States with two zones (Nayarit, Sonora, Tamaulipas, Chihuahua) publish in the one of their capital; a header that
/// declares another offset prevails.
/// </remarks>
public static class Entidades
{
    /// <summary>For files that hold several entidades (federal elections).</summary>
    public static readonly Entidad Nacional = new(0, "NACIONAL", "MEX");

    private const string Centro = "America/Mexico_City";

    private static readonly (Entidad Entidad, string Zona, string[] Otras)[] Tabla =
    [
        Fila(1, "AGUASCALIENTES", "AGS", Centro),
        Fila(2, "BAJA CALIFORNIA", "BC", "America/Tijuana"),
        Fila(3, "BAJA CALIFORNIA SUR", "BCS", "America/Mazatlan"),
        Fila(4, "CAMPECHE", "CAMP", "America/Merida", "CAM"),
        Fila(5, "COAHUILA", "COAH", "America/Monterrey", "COA"),
        Fila(6, "COLIMA", "COL", Centro),
        Fila(7, "CHIAPAS", "CHIS", Centro, "CHI"),
        Fila(8, "CHIHUAHUA", "CHIH", "America/Chihuahua"),
        Fila(9, "CIUDAD DE MEXICO", "CDMX", Centro, "DF"),
        Fila(10, "DURANGO", "DGO", "America/Monterrey", "DUR"),
        Fila(11, "GUANAJUATO", "GTO", Centro),
        Fila(12, "GUERRERO", "GRO", Centro),
        Fila(13, "HIDALGO", "HGO", Centro, "HID"),
        Fila(14, "JALISCO", "JAL", Centro),
        Fila(15, "MEXICO", "MEX", Centro, "EDOMEX"),
        Fila(16, "MICHOACAN", "MICH", Centro),
        Fila(17, "MORELOS", "MOR", Centro),
        Fila(18, "NAYARIT", "NAY", "America/Mazatlan"),
        Fila(19, "NUEVO LEON", "NL", "America/Monterrey"),
        Fila(20, "OAXACA", "OAX", Centro),
        Fila(21, "PUEBLA", "PUE", Centro),
        Fila(22, "QUERETARO", "QRO", Centro),
        Fila(23, "QUINTANA ROO", "QROO", "America/Cancun", "QR"),
        Fila(24, "SAN LUIS POTOSI", "SLP", Centro),
        Fila(25, "SINALOA", "SIN", "America/Mazatlan"),
        Fila(26, "SONORA", "SON", "America/Hermosillo"),
        Fila(27, "TABASCO", "TAB", Centro),
        Fila(28, "TAMAULIPAS", "TAMPS", "America/Monterrey", "TAM"),
        Fila(29, "TLAXCALA", "TLAX", Centro),
        Fila(30, "VERACRUZ", "VER", Centro),
        Fila(31, "YUCATAN", "YUC", "America/Merida"),
        Fila(32, "ZACATECAS", "ZAC", Centro),
    ];

    public static Entidad? PorId(int id) => id is >= 1 and <= 32 ? Tabla[id - 1].Entidad : null;

    /// <summary>By its name in any case and accents (long official names too) or its abbreviation.</summary>
    public static Entidad? PorNombre(string nombre)
    {
        var n = Palabras.Normalizar(nombre);
        return Tabla.FirstOrDefault(f => f.Entidad.Nombre == n || f.Entidad.Abreviatura == n || f.Otras.Contains(n)).Entidad
            ?? Tabla.FirstOrDefault(f => n.StartsWith(f.Entidad.Nombre + " ", StringComparison.Ordinal)).Entidad;
    }

    /// <summary>IANA zone of an entidad; that of the centre for a national file.</summary>
    public static TimeZoneInfo Zona(Entidad entidad) =>
        TimeZoneInfo.FindSystemTimeZoneById(entidad.Id is >= 1 and <= 32 ? Tabla[entidad.Id - 1].Zona : Centro);

    private static (Entidad, string, string[]) Fila(int id, string nombre, string abreviatura, string zona, params string[] otras) =>
        (new Entidad(id, nombre, abreviatura), zona, otras);
}
