using System.IO.Compression;
using System.Text;
using Prep.Publicacion.Paquete;

namespace Prep.Publicacion.Comprobacion;

/// <summary>Checks that the ZIPs of a corte hold exactly the plain files that lie beside them.</summary>
internal sealed class RevisorDeZips(IFuenteDePublicacion fuente, Reporte reporte)
{
    private byte[] _bufer = new byte[1 << 20];

    public void RevisarCorte(Eslabon eslabon)
    {
        var prefijo = RutasDePaquete.BaseDeDatos + "/";
        var bases = eslabon.Manifiesto.Archivos.Where(a => a.Ruta.StartsWith(prefijo, StringComparison.Ordinal)).Select(a => a.Ruta[prefijo.Length..]).ToHashSet(StringComparer.Ordinal);
        foreach (var zip in bases.Where(b => b.EndsWith(".zip", StringComparison.Ordinal)))
        {
            // The outer ZIP holds the inner ones as they lie beside it; an inner ZIP, the files of the folder of its name.
            var nombre = zip[..^".zip".Length];
            var carpeta = bases.Any(b => b.StartsWith(nombre + "/", StringComparison.Ordinal)) ? nombre + "/" : "";
            RevisarZip(eslabon, $"{eslabon.Carpeta}/{prefijo}{zip}", $"{eslabon.Carpeta}/{prefijo}{carpeta}", Esperadas(bases, carpeta, zip));
        }
    }

    private static HashSet<string> Esperadas(HashSet<string> bases, string carpeta, string zip) => carpeta.Length > 0
        ? [.. bases.Where(b => b.StartsWith(carpeta, StringComparison.Ordinal)).Select(b => b[carpeta.Length..])]
        : [.. bases.Where(b => b.EndsWith(".zip", StringComparison.Ordinal) && b != zip)];

    private void RevisarZip(Eslabon eslabon, string ruta, string carpeta, HashSet<string> esperadas)
    {
        var leidos = fuente.Leer(ruta, ref _bufer);
        if (leidos < 0)
        {
            return;
        }

        reporte.Contar("archivos ZIP");
        var lectura = ArchivoZip.Leer(Nombre(ruta), _bufer.AsMemory(0, leidos).ToArray());
        if (!lectura.IsOk)
        {
            reporte.Falta(lectura.Rechazo.Codigo, ruta, lectura.Rechazo.Mensaje);
            return;
        }

        foreach (var entrada in lectura.Value)
        {
            if (!esperadas.Remove(entrada.Nombre))
            {
                reporte.Falta("entrada_de_mas", ruta, $"Trae {entrada.Nombre}, que no está suelto a su lado.");
                continue;
            }

            var suelto = fuente.Leer(carpeta + entrada.Nombre, ref _bufer);
            if (suelto < 0 || !_bufer.AsSpan(0, suelto).SequenceEqual(entrada.Bytes))
            {
                reporte.Falta("entrada_distinta", ruta, $"Su {entrada.Nombre} no es el archivo suelto {carpeta}{entrada.Nombre}.");
            }

            if (Instantes.TryParse(eslabon.Manifiesto.Instante, out var instante) && entrada.Hora != instante.DateTime.AddSeconds(-(instante.Second % 2)))
            {
                reporte.Falta("hora_de_entrada", ruta, $"La hora de {entrada.Nombre} no es la del corte.", $"{entrada.Hora:s}", $"{instante.DateTime:s}");
            }
        }

        foreach (var falta in esperadas)
        {
            reporte.Falta("entrada_ausente", ruta, $"No trae {falta}.");
        }

        RevisarCodigo(ruta);
    }

    private void RevisarCodigo(string ruta)
    {
        var leidos = fuente.Leer(ruta, ref _bufer);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(_bufer.AsSpan(0, leidos)));
        leidos = fuente.Leer(ruta + ".sha256", ref _bufer);
        if (leidos >= 0 && Encoding.ASCII.GetString(_bufer, 0, leidos) != $"{sha256}  {Nombre(ruta)}\n")
        {
            reporte.Falta("codigo_distinto", ruta + ".sha256", "No es el código del ZIP a su lado.", calculado: sha256);
        }
    }

    private static string Nombre(string ruta) => ruta[(ruta.LastIndexOf('/') + 1)..];
}
