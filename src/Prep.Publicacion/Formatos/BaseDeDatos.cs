using System.Globalization;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Dominio.Cortes;

namespace Prep.Publicacion.Formatos;

/// <summary>Writes the database of results of one election in a layout: header, 13 figures, every expected acta, then fuera de catálogo.</summary>
/// <remarks>Every expected acta has a row from the first corte; an acta of RP is a row too. Fuente: spec §6.3, §6.4 y §14.</remarks>
public static class BaseDeDatos
{
    public static void Escribir(Formato formato, Corte corte, CorteDeEleccion deEleccion, Resultados resultados, Stream destino)
    {
        var eleccion = deEleccion.Eleccion;
        var zona = corte.Proceso.Calendario.Zona;
        using var csv = new EscritorCsv(destino, formato.Separador, formato.FinDeLinea);
        if (formato.Marca)
        {
            csv.Marca();
        }

        csv.Linea(eleccion.Titulo);
        csv.Linea(HoraDeCorte(formato, deEleccion.InstanteEn, zona));
        if (formato.LineaEnBlancoTrasFecha)
        {
            csv.FinDeLinea();
        }

        Linea(csv, Cifras.Nombres);
        Linea(csv, resultados.Estado.Cifras.Valores);
        csv.FinDeLinea();
        Linea(csv, NombresDeColumnas(formato, eleccion));

        var renglon = new RenglonDeActa(formato, corte.Proceso, eleccion, csv);
        for (var i = 0; i < eleccion.Actas.Count; i++)
        {
            renglon.Escribir(eleccion.Actas[i], deEleccion.Registros[i]);
        }

        foreach (var registro in deEleccion.FueraDeCatalogo)
        {
            renglon.EscribirFueraDeCatalogo(registro);
        }
    }

    /// <summary>Column names of an election in a layout, votes included.</summary>
    public static IEnumerable<string> NombresDeColumnas(Formato formato, Eleccion eleccion)
    {
        foreach (var columna in formato.Columnas)
        {
            if (columna.Campo == "votos")
            {
                foreach (var contendiente in eleccion.Contendientes)
                {
                    yield return contendiente.Nombre;
                }
            }
            else
            {
                yield return eleccion.TipoDeArea == TipoDeArea.Municipio ? columna.NombreDeMunicipio ?? columna.Nombre : columna.Nombre;
            }
        }
    }

    /// <summary><c>06/06/2022 15:00 (UTC-5)</c>.</summary>
    public static string HoraDeCorte(Formato formato, DateTimeOffset instante, TimeZoneInfo zona)
    {
        var local = TimeZoneInfo.ConvertTime(instante, zona);
        var (horas, minutos) = (local.Offset.Hours, Math.Abs(local.Offset.Minutes));
        return $"{local.ToString(formato.FormaDeCorte, CultureInfo.InvariantCulture)} (UTC{horas:+0;-0;+0}{(minutos == 0 ? "" : $":{minutos:00}")})";
    }

    private static void Linea(EscritorCsv csv, IEnumerable<string> celdas)
    {
        foreach (var celda in celdas)
        {
            csv.Celda(celda);
        }

        csv.FinDeLinea();
    }
}
