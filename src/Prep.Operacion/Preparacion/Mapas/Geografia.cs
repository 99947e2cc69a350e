using NetTopologySuite.Geometries;

namespace Prep.Operacion.Preparacion.Mapas;

/// <summary>The outline of a municipality, in degrees, WGS 84.</summary>
/// <param name="Municipio">The institute's numbering, three digits.</param>
/// <param name="Contorno">Valid and with surface: what came crossed was mended when read.</param>
public sealed record FormaDeMunicipio(string Municipio, Geometry Contorno);

/// <summary>The municipalities of an entidad whose outline is known.</summary>
public sealed record Geografia(IReadOnlyList<FormaDeMunicipio> Municipios);
