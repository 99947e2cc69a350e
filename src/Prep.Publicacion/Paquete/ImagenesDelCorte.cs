using System.Text;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Paquete;

/// <summary>Writes the image of a version, once: its name is the SHA-256 of its bytes, and what is written is hashed first.</summary>
internal sealed class ImagenesDelCorte(string raiz, EscritorDeArchivos archivos, FuenteDeImagenes? fuente)
{
    /// <returns>Why it could not be published; null when it is in place, or when there is none to write (sin acta, ajena, retirada).</returns>
    public async ValueTask<string?> EscribirAsync(RegistroDeActa registro, CancellationToken ct)
    {
        if (registro.Imagen is not { Ajena: false } imagen)
        {
            return null;
        }

        if (imagen.Retirada)
        {
            archivos.Escribir(RutasDePaquete.AvisoDeRetiro(imagen.Codigo.Hex), Encoding.UTF8.GetBytes(
                $"La imagen {imagen.Codigo} del acta {registro.Id.Nombre} fue retirada. Su código de integridad permanece en la base de datos y en el registro.\n"));
            return null;
        }

        var ruta = RutasDePaquete.Imagen(imagen.Codigo.Hex);
        if (File.Exists(Path.Combine(raiz, ruta)))
        {
            return null;
        }

        var bytes = fuente is null ? null : await fuente(imagen.Codigo, ct);
        if (bytes is null)
        {
            return $"Acta {registro.Id.Nombre}: falta su imagen {imagen.Codigo}; recupérela de la otra copia del almacén o retírela.";
        }

        if (CodigoDeIntegridad.De(bytes) != imagen.Codigo)
        {
            return $"Acta {registro.Id.Nombre}: los bytes de su imagen no dan {imagen.Codigo}; recupérela de la otra copia del almacén o retírela.";
        }

        archivos.Escribir(ruta, bytes);
        return null;
    }
}
