using Prep.Dominio.Catalogo;
using Prep.Publicacion.Formatos;

namespace Prep.Simulador.Repeticion;

/// <summary>LISTA_NOMINAL and representatives that a word covers in the file that is played, taken from another official file of the same election.</summary>
/// <remarks>The catalogue is one: a word over a number does not delete it. Fuente: Oaxaca 2022, 146 rows.</remarks>
public static class ListasDeContra
{
    /// <returns>The same facts over the completed catalogue, and how many casillas got their lista.</returns>
    public static (Proceso Proceso, Hechos Hechos, int Completadas) Completar(Proceso proceso, Hechos hechos, IEnumerable<ArchivoOficial> otros)
    {
        var actas = hechos.Eleccion.Actas.ToArray();
        var completadas = 0;
        foreach (var otro in otros.Where(_ => actas.Any(a => a.Casilla.ListaNominal is null)))
        {
            var suyos = LectorDeHechos.Leer(otro, hechos.Eleccion, proceso.Calendario.Zona);
            for (var i = 0; i < actas.Length; i++)
            {
                if (actas[i].Casilla.ListaNominal is null && suyos.Actas[i] is { Publicado.ListaNominal: { } lista } suyo)
                {
                    actas[i] = actas[i] with { Casilla = actas[i].Casilla with { ListaNominal = lista, Representantes = actas[i].Casilla.Representantes ?? Representantes(suyos, suyo, lista) } };
                    completadas++;
                }
            }
        }

        if (completadas == 0)
        {
            return (proceso, hechos, 0);
        }

        var eleccion = hechos.Eleccion with { Actas = actas };
        return (proceso with { Elecciones = [eleccion] }, hechos with { Eleccion = eleccion }, completadas);
    }

    // A value past the lista is the limit itself, not the representatives.
    private static int? Representantes(Hechos hechos, Hecho hecho, int lista) =>
        Celdas.De(hechos.Archivo, hecho).TryGetValue(nameof(Columna.Representantes), out var texto) && int.TryParse(texto, out var n) && (lista == 0 || n < lista) ? n : null;
}
