using System.Text.Json;
using Prep.Publicacion.Sitio.Curva;

namespace Prep.Publicacion.Comprobacion;

/// <summary>Checks that the history of each election repeats, corte by corte, what each corte signed.</summary>
/// <param name="cadena">Newest first.</param>
internal sealed class RevisorDeHistorial(Reporte reporte, IReadOnlyList<Eslabon> cadena)
{
    public void Revisar(RevisorDeArchivos archivos)
    {
        var ultimo = cadena[0];
        foreach (var eleccion in ultimo.Manifiesto.Elecciones)
        {
            // A publication made before there was one lists none.
            var relativa = $"{eleccion.Id}/{Historial.Archivo}";
            if (ultimo.Manifiesto.Archivos.FirstOrDefault(a => a.Ruta == relativa) is { } listado
                && RevisorDeCorte.Resolver(ultimo.Carpeta, relativa) is { } ruta && archivos.Leer(new(ruta, listado.Bytes, listado.Sha256)) is { } bytes)
            {
                Revisar(eleccion.Id, ruta, bytes);
            }
        }
    }

    private void Revisar(string eleccion, string ruta, byte[] bytes)
    {
        IReadOnlyList<PuntoDeHistorial> puntos;
        try
        {
            puntos = Historial.Leer(bytes);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            reporte.Falta("json_ilegible", ruta, $"No se entiende: {e.Message}");
            return;
        }

        var firmados = cadena.Reverse()
            .Select(e => (e.Corte, Cifras: e.Manifiesto.Elecciones.FirstOrDefault(x => x.Id == eleccion)?.Cifras))
            .Where(e => e.Cifras is not null)
            .SkipWhile(e => puntos.Count > 0 && e.Corte != puntos[0].Corte.Valor).ToList();
        if (!firmados.Select(f => f.Corte).SequenceEqual(puntos.Select(p => p.Corte.Valor)))
        {
            reporte.Falta("historial_distinto", ruta, "No trae un punto por cada corte firmado.", string.Join(' ', puntos.Select(p => p.Corte)), string.Join(' ', firmados.Select(f => f.Corte)));
            return;
        }

        foreach (var (punto, firmado) in puntos.Zip(firmados))
        {
            foreach (var (nombre, valor) in firmado.Cifras!)
            {
                if (punto.Valor(nombre) != $"{valor}")
                {
                    reporte.Falta("historial_distinto", ruta, $"{nombre} del corte {firmado.Corte} dice {punto.Valor(nombre)} y ese corte firmó {valor}.", punto.Valor(nombre), $"{valor}", campo: nombre);
                }
            }
        }
    }
}
