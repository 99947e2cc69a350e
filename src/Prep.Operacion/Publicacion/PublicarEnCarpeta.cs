using System.Text.Json;
using Prep.Datos;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Paquete;

namespace Prep.Operacion.Publicacion;

/// <summary>Joins a store's cortes to the publication in a folder.</summary>
public static class PublicarEnCarpeta
{
    /// <summary>A corte that the folder already serves (the program died before marking it) counts as published, as its manifest says.</summary>
    /// <param name="carpeta">The publisher's.</param>
    /// <param name="sigue">Whether who publishes still leads, asked when nothing is visible yet.</param>
    public static PublicarCorte Con(Publicador publicador, string carpeta, Almacen almacen, Func<Task<bool>>? sigue = null) => async (corte, ct) =>
    {
        var hecho = await publicador.PublicarAsync(corte, async (codigo, cancelacion) => await almacen.Imagenes.LeerAsync(codigo, cancelacion), ct, sigue);
        return hecho.IsOk ? hecho.Value.Alarmas.Select(a => a.Eleccion).ToArray()
            : hecho.Rechazo.Codigo == "corte_ya_publicado" ? SinAvance(carpeta, corte.Id)
            : hecho.Rechazo;
    };

    private static EleccionId[] SinAvance(string carpeta, CorteId id)
    {
        using var manifiesto = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(carpeta, "cortes", id.Valor, "manifiesto.json")));
        var instante = manifiesto.RootElement.GetProperty("instante").GetString();
        return [.. manifiesto.RootElement.GetProperty("elecciones").EnumerateArray()
            .Where(e => e.GetProperty("instante").GetString() != instante).Select(e => new EleccionId(e.GetProperty("id").GetString()!))];
    }
}
