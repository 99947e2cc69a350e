using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Tests.Paquete;

namespace Prep.Publicacion.Tests.Comprobacion;

/// <summary>Someone with the key who changes a file and signs again everything above it: only the figures can give him away.</summary>
internal sealed class Falsificador(CarpetaTemporal carpeta, string corte)
{
    /// <param name="relativa">Inside the corte.</param>
    public void Cambiar(string relativa, string de, string a)
    {
        var ruta = $"cortes/{corte}/{relativa}";
        var texto = Encoding.UTF8.GetString(carpeta.Bytes(ruta));
        Assert.Contains(de, texto, StringComparison.Ordinal);
        var lugar = texto.IndexOf(de, StringComparison.Ordinal);
        Escribir(ruta, Encoding.UTF8.GetBytes(string.Concat(texto.AsSpan(0, lugar), a, texto.AsSpan(lugar + de.Length))));
        var manifiesto = carpeta.Manifiesto(corte);
        var lista = RutasDePaquete.CarpetaConLista(relativa);
        if (lista.Length > 0)
        {
            var rutaDeLista = $"{lista}/{RutasDePaquete.Lista}";
            var area = JsonDePaquete.Leer<ListaDeArea>(carpeta.Bytes($"cortes/{corte}/{rutaDeLista}"));
            var sha = Escribir($"cortes/{corte}/{rutaDeLista}", JsonDePaquete.Escribir(area with { Archivos = Listar(area.Archivos, relativa[(lista.Length + 1)..], ruta) }));
            manifiesto = manifiesto with { Areas = [.. manifiesto.Areas.Select(x => x.Ruta == rutaDeLista ? x with { Sha256 = sha } : x)] };
        }
        else
        {
            manifiesto = manifiesto with { Archivos = Listar(manifiesto.Archivos, relativa, ruta) };
        }

        Firmar(manifiesto);
    }

    /// <summary>The JSON of a version that this corte added, and with it its line of the log and the root.</summary>
    public void CambiarActa(string ruta, string de, string a)
    {
        var antes = Sha256(carpeta.Bytes(ruta));
        var texto = Encoding.UTF8.GetString(carpeta.Bytes(ruta));
        Assert.Contains(de, texto, StringComparison.Ordinal);
        var sha = Escribir(ruta, Encoding.UTF8.GetBytes(texto.Replace(de, a, StringComparison.Ordinal)));
        var segmento = $"registro/{corte}.jsonl";
        File.WriteAllText(carpeta.Ruta(segmento), File.ReadAllText(carpeta.Ruta(segmento)).Replace(antes, sha, StringComparison.Ordinal));
        var arbol = new Prep.Dominio.Bitacora.ArbolDeMerkle();
        foreach (var linea in Segmentos.Lineas(carpeta.Publicacion, corte))
        {
            arbol.Agregar(linea.Span);
        }

        CambiarManifiesto(m => m with { Registro = m.Registro with { Sha256 = Sha256(carpeta.Bytes(segmento)), Raiz = arbol.Raiz() } });
    }

    public void CambiarManifiesto(Func<Manifiesto, Manifiesto> cambio) => Firmar(cambio(carpeta.Manifiesto(corte)));

    private void Firmar(Manifiesto manifiesto)
    {
        var bytes = JsonDePaquete.Escribir(manifiesto);
        var sha = Escribir($"cortes/{corte}/manifiesto.json", bytes);
        File.WriteAllBytes(carpeta.Ruta($"cortes/{corte}/manifiesto.firma"), carpeta.Clave.Firmar(bytes));
        File.WriteAllBytes(carpeta.Ruta("actual.json"), JsonDePaquete.Escribir(carpeta.Actual() with { Sha256 = sha }));
    }

    private List<ArchivoListado> Listar(IReadOnlyList<ArchivoListado> archivos, string nombre, string ruta) =>
        [.. archivos.Select(x => x.Ruta == nombre ? new(nombre, carpeta.Bytes(ruta).Length, Sha256(carpeta.Bytes(ruta))) : x)];

    private string Escribir(string ruta, byte[] bytes)
    {
        File.Delete(carpeta.Ruta(ruta));
        File.WriteAllBytes(carpeta.Ruta(ruta), bytes);
        if (RutasDePaquete.TieneGemelo(ruta))
        {
            using var gemelo = new BrotliStream(File.Create(carpeta.Ruta(ruta + ".br")), CompressionLevel.Fastest);
            gemelo.Write(bytes);
        }

        return Sha256(bytes);
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
