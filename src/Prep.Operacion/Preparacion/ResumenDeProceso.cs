using System.Globalization;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Preparacion.Carpeta;

namespace Prep.Operacion.Preparacion;

/// <summary>What was read of a folder, in lines for a person who must compare it with the catalogue that the council approved.</summary>
public static class ResumenDeProceso
{
    private const int EjemplosDeAviso = 3;

    private static readonly string[] Encabezado = ["elección", "áreas", "boletas", "contendientes", "candidaturas", "actas", "casillas", "especiales", "lista nominal", "CATD"];

    public static IEnumerable<string> Lineas(Proceso proceso)
    {
        var calendario = proceso.Calendario;
        string Local(DateTimeOffset instante) => TimeZoneInfo.ConvertTime(instante, calendario.Zona).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);
        yield return $"{proceso.Id} · {proceso.Nombre} · {EscritorDeCarpeta.Palabra(LectorDeProceso.Clases, proceso.Clase)} · {proceso.Entidad.Nombre} {proceso.Anio} · {proceso.Formato}";
        yield return $"Puesta en ceros {Local(calendario.PuestaEnCerosEn)}, apertura {Local(calendario.AperturaEn)}, publicación de {Local(calendario.InicioEn)} a {Local(calendario.UltimaActualizacionEn)}"
            + $" cada {calendario.Intervalo.TotalMinutes:0} min ({calendario.Zona.Id})";
        yield return "";
        string[][] filas = [Encabezado, .. proceso.Elecciones.Select(Fila)];
        var anchos = Enumerable.Range(0, Encabezado.Length).Select(i => filas.Max(f => f[i].Length)).ToArray();
        foreach (var fila in filas)
        {
            yield return string.Join("  ", fila.Select((celda, i) => i == 0 ? celda.PadRight(anchos[i]) : celda.PadLeft(anchos[i])));
        }
    }

    /// <summary>Avisos by kind: how many, and where the first ones are.</summary>
    public static IEnumerable<string> Avisos(IReadOnlyList<FaltaDeCarpeta> avisos)
    {
        foreach (var clase in avisos.GroupBy(a => (a.Codigo, a.Archivo)))
        {
            yield return $"Aviso: {clase.Count()} de «{clase.Key.Codigo}» en {clase.Key.Archivo}.";
            foreach (var aviso in clase.Take(EjemplosDeAviso))
            {
                yield return $"  {aviso}";
            }

            if (clase.Count() > EjemplosDeAviso)
            {
                yield return $"  … y {clase.Count() - EjemplosDeAviso} más.";
            }
        }
    }

    private static string[] Fila(Eleccion e)
    {
        var casillas = e.Actas.Select(a => a.Casilla).DistinctBy(c => (c.Clave, c.ListaNominal)).ToList();
        return
        [
            e.Id.Valor, Numero(e.Areas.Count), Numero(e.Areas.Select(a => a.Boleta.Id).Distinct().Count()), Numero(e.Contendientes.Count),
            Numero(e.Areas.Sum(a => a.Candidaturas.Count)), Numero(e.Actas.Count), Numero(casillas.Count),
            Numero(casillas.Count(c => c.Tipo == TipoDeCasilla.Especial)), Numero(casillas.Sum(c => (long)(c.ListaNominal ?? 0))),
            Numero(e.Catds().Count()),
        ];
    }

    private static string Numero(long valor) => valor.ToString("#,0", CultureInfo.InvariantCulture);
}
