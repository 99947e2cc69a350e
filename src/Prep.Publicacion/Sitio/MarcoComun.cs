using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Prep.Publicacion.Sitio.Paginas;

namespace Prep.Publicacion.Sitio;

/// <summary>The top and the foot of the frame, the same in every page at the same distance from its election: drawn once a corte for thousands of pages.</summary>
public sealed record MarcoComun(MarkupString Arriba, MarkupString Abajo)
{
    private const string Inicio = "index.html";

    private static readonly ConditionalWeakTable<ContextoDeSitio, ConcurrentDictionary<(string Eleccion, string Lejos), Task<MarcoComun>>> Hechos = [];

    /// <returns>Null for a page that draws its own: it is of no election, or it lies where the views lie, and marks itself among them.</returns>
    public static async Task<MarcoComun?> DeAsync(Hoja hoja)
    {
        if (hoja.Eleccion is not { } eleccion || hoja.AEleccion() == Inicio || hoja.AEleccion($"{Rutas.SistemasNormativos}/{Inicio}") == Inicio)
        {
            return null;
        }

        return await Hechos.GetOrCreateValue(hoja.Contexto).GetOrAdd((eleccion.Eleccion.Id.Valor, hoja.AEleccion()), _ => DibujarAsync(hoja));
    }

    private static async Task<MarcoComun> DibujarAsync(Hoja hoja) => new(await Dibujo.ParteAsync<MarcoArriba>(hoja), await Dibujo.ParteAsync<MarcoAbajo>(hoja));
}
