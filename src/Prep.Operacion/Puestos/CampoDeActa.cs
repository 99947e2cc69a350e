using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Captura;

namespace Prep.Operacion.Puestos;

/// <summary>A field as a screen names it and finds it on the image.</summary>
/// <param name="Campo">Place in the acta, from 0.</param>
/// <param name="Lugar">Where it stands on the sheet; null when the sheet is not known.</param>
public sealed record CampoDeActa(int Campo, string Nombre, Recuadro? Lugar)
{
    /// <summary>For the image pane: four numbers, ten-thousandths of the sheet.</summary>
    public string? EnImagen => Lugar is { } l ? $"{l.X} {l.Y} {l.Ancho} {l.Alto}" : null;

    /// <summary>All of them, in the order in which the paper is read where the sheet is known, else in that of capture.</summary>
    public static IReadOnlyList<CampoDeActa> De(Eleccion eleccion, ActaEsperada acta)
    {
        var boleta = eleccion.Boleta(acta.Id);
        var cajas = (eleccion.Plantilla(acta)?.Cajas ?? []).Where(c => c.Campo is not null).ToDictionary(c => c.Campo!.Value, c => c.Lugar);
        int[] orden = [.. cajas.Keys, .. ReglasDeCaptura.Todos(boleta).Where(campo => !cajas.ContainsKey(campo))];
        return [.. orden.Select(campo => new CampoDeActa(campo, TomarActa.Nombre(eleccion, boleta, campo), cajas.TryGetValue(campo, out var lugar) ? lugar : null))];
    }
}
