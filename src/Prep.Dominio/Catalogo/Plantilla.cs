namespace Prep.Dominio.Catalogo;

/// <summary>A part of a sheet, in ten-thousandths of its width and its height from the upper left corner.</summary>
public readonly record struct Recuadro(int X, int Y, int Ancho, int Alto)
{
    public const int Entero = 10_000;

    /// <summary>Inside the sheet and with some surface.</summary>
    public bool Cabe() => X >= 0 && Y >= 0 && Ancho > 0 && Alto > 0 && X + Ancho <= Entero && Y + Alto <= Entero;
}

/// <param name="Campo">Place of the field in capture order; null for section, type and number of the casilla.</param>
public sealed record CajaDePlantilla(int? Campo, Recuadro Lugar);

/// <summary>Where each box stands on one printed sheet: what lets the image follow the field that is being typed.</summary>
/// <param name="TiposDeActa">TIPO_ACTA of the sheets printed so.</param>
/// <param name="Renglones">Fields of votes that the sheet has: a form grows with its boleta.</param>
/// <param name="Cajas">In the order in which the paper is read.</param>
/// <remarks>Help for the eye: a photograph never stands exactly so, and nothing is read from these places by itself.</remarks>
public sealed record Plantilla(IReadOnlyList<string> TiposDeActa, int Renglones, IReadOnlyList<CajaDePlantilla> Cajas)
{
    public bool Es(ActaEsperada acta, Boleta boleta) => Renglones == boleta.CamposDeVotos && TiposDeActa.Contains(acta.TipoActa);
}
