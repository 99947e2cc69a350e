namespace Prep.Dominio.Catalogo;

/// <summary>Slug of an election inside its process, used in addresses and paths: <c>gub</c>, <c>dip_loc</c>, <c>ayun</c>.</summary>
public readonly record struct EleccionId(string Valor)
{
    public override string ToString() => Valor;
}

/// <summary>Key of an area inside its election: three digits of the district or municipality.</summary>
/// <remarks><see cref="SinArea"/> holds actas without district or municipality (voto en el extranjero, anticipado,
/// prisión preventiva): they add at state level only (spec §14, "special mesas").</remarks>
public readonly record struct AreaId(string Clave)
{
    public static readonly AreaId SinArea = new("000");

    public bool EsSinArea => Clave == SinArea.Clave;

    public override string ToString() => Clave;
}

/// <summary>Identity of an acta. CLAVE_ACTA alone is not unique in real catalogues (Puebla 2024).</summary>
/// <param name="ClaveActa">CLAVE_CASILLA + TIPO_ACTA without apostrophes, or <c>FC-0001</c> for a fuera de catálogo.</param>
/// <param name="Ordinal">Counts equal keys of the election in catalogue order, from 1; shown as <c>~2</c> from the second on.</param>
public readonly record struct ActaId(EleccionId Eleccion, AreaId Area, string ClaveActa, int Ordinal = 1)
{
    /// <summary>File-name form, unique inside the election: <c>200002B010002</c>, <c>210000A00004~2</c>.</summary>
    public string Nombre => Ordinal == 1 ? ClaveActa : $"{ClaveActa}~{Ordinal}";

    public override string ToString() => $"{Eleccion}/{Area}/{Nombre}";
}

/// <summary>SHA-256 of exactly the bytes that the public downloads: 64 lower-case hex digits.</summary>
/// <remarks>CODIGO_INTEGRIDAD. Fuente: Anexo 13, glosario VII; spec §14.</remarks>
public readonly record struct CodigoDeIntegridad
{
    private readonly string? _hex;

    private CodigoDeIntegridad(string hex) => _hex = hex;

    public string Hex => _hex ?? throw new InvalidOperationException("Código de integridad sin valor.");

    public static bool TryParse(string? texto, out CodigoDeIntegridad codigo)
    {
        if (texto is { Length: 64 } && texto.All(char.IsAsciiHexDigit))
        {
            codigo = new(texto.ToLowerInvariant());
            return true;
        }

        codigo = default;
        return false;
    }

    public static CodigoDeIntegridad De(ReadOnlySpan<byte> bytes) =>
        new(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));

    public override string ToString() => _hex ?? "";
}
