using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Informes;

/// <summary>Somebody wrote a part of a report; the last text is the one that counts.</summary>
/// <param name="Informe">A <see cref="ClaveDeInforme"/>.</param>
/// <param name="Texto">Empty takes back what there was.</param>
[Nombre("informe.texto")]
public sealed record InformeEscrito(string Informe, string Seccion, string Texto) : Suceso;
