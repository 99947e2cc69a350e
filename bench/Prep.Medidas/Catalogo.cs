using System.Text.Encodings.Web;
using System.Text.Json;

namespace Prep.Medidas;

/// <summary>The measures, in the order of the budgets.</summary>
public static class Catalogo
{
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<Medida> Todas()
    {
        yield return new("repeticion", "noche de Oaxaca 2022: confirmaciones/s ≥ 0.2 × SQLite FULL a secas; VmHWM ≤ 500 MB; otra noche en el mismo proceso ≤ 1.1 × la primera", Repeticion.TomarAsync);
        yield return new("corte", "dos elecciones de Oaxaca con 72 cortes hechos: completo, mediana ≤ 3 s; con 200 actas nuevas ≤ 1 s", Cortes.TomarAsync);
        yield return new("intake", "acuse durable de imágenes de 250 KB ≥ 0.3 × escritor a secas (write, fsync, rename, fsync de la carpeta)", Recepcion.TomarAsync);
        yield return new("captores", "PostgreSQL, carga abierta, 200 captores, un acta cada 5 s cada uno: siguiente acta p95 ≤ 50 ms en el servidor; ningún acta dos veces en una ronda", Captores.TomarAsync);
        yield return new("comprobar", "publicación de un estado ≤ 2 s; CSV suelto ≥ 400 MB/s por núcleo; imágenes ≥ 80 % de openssl", Comprobaciones.TomarAsync);
        yield return new("tablero", "12,000 actas, ocho horas de noche, 100 cambios entre lecturas, en las dos bases: lectura y página ≤ 100 ms", Tableros.TomarAsync);
        yield return new("seguimiento", "diez programas, 2,000 actividades, 500 sesiones, 20,000 documentos, en las dos bases: la peor pantalla, p95 ≤ 100 ms", Comisiones.TomarAsync);
        yield return new("paginas", "las páginas públicas de esos diez programas: un cambio en uno cuesta ≤ 0.15 × el procesador de hacerlas todas", PaginasDeLaComision.TomarAsync);
        yield return new("servir", "sitio de memoria, un núcleo, pares alternados: ≥ 0.65 × nginx con brotli_static y los mismos archivos; primera página ≤ 60 kB por la red en todo", Sitios.TomarAsync);
        yield return new("faro", "Lighthouse, teléfono, diez vistas de Oaxaca, mediana de 3: cada nota ≥ 98; LCP ≤ 1 s a 1.6 Mbit/s y 150 ms; nada se mueve", Faro.TomarAsync);
    }
}
