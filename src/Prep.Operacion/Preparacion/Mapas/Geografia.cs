namespace Prep.Operacion.Preparacion.Mapas;

/// <summary>Degrees, WGS 84.</summary>
public readonly record struct Coordenada(double Longitud, double Latitud);

/// <summary>The outline of a municipality as it came.</summary>
/// <param name="Municipio">The institute's numbering, three digits.</param>
/// <param name="Anillos">Closed; outer rings counterclockwise, holes clockwise.</param>
public sealed record FormaDeMunicipio(string Municipio, IReadOnlyList<IReadOnlyList<Coordenada>> Anillos);

/// <summary>The municipalities of an entidad whose outline is known.</summary>
public sealed record Geografia(IReadOnlyList<FormaDeMunicipio> Municipios);
