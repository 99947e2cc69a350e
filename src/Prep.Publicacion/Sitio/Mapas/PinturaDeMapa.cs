using System.Globalization;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Publicacion.Sitio.Textos;
using Prep.Publicacion.Sitio.Vistas;

namespace Prep.Publicacion.Sitio.Mapas;

/// <summary>A way of filling areas, with its line in the legend.</summary>
/// <param name="Id">Of the pattern in the page.</param>
/// <param name="Color"><c>#rrggbb</c>.</param>
/// <param name="Trama">Place in <see cref="Tramas"/>: what tells it from another without colour.</param>
public sealed record Relleno(string Id, string Texto, string Color, int Trama, int Veces);

/// <summary>An area as the map shows it.</summary>
/// <param name="Rotulo">All that the map says of it, in a sentence: its accessible name.</param>
public sealed record AreaPintada(Area Area, string Trazo, string Relleno, string Rotulo);

/// <summary>The map of one corte: every area with its fill and its sentence, and the legend that explains the fills in use.</summary>
public sealed record PinturaDeMapa(Mapa Mapa, IReadOnlyList<AreaPintada> Areas, IReadOnlyList<Relleno> Leyenda, IReadOnlyList<Area> SinContorno, string Resto)
{
    public const string Empate = "m-empate";
    public const string SinDatos = "m-sin-datos";
    public const string SinCasillas = "m-sin-casillas";
    public const string Ajeno = "m-ajeno";

    private const string Neutro = "#5b6770";

    /// <returns>Null when the election came without geography.</returns>
    public static PinturaDeMapa? De(Idioma t, Proceso proceso, Eleccion eleccion, Resultados resultados)
    {
        if (eleccion.Mapa is not { } mapa)
        {
            return null;
        }

        var fuerzas = Fuerzas(eleccion, resultados.Estado.Votos.PorContendiente);
        var areas = new List<AreaPintada>();
        foreach (var contorno in mapa.Contornos.Where(c => Mapa.EsTrazo(c.Trazo)))
        {
            if (eleccion.BuscarArea(contorno.Area) is { } area)
            {
                var totales = resultados.PorArea[area.Id];
                var ventaja = Ventaja.De(area, totales.Votos);
                var relleno = totales.Cifras.Esperadas == 0 ? SinCasillas : ventaja.SinDatos ? SinDatos : ventaja.Empate ? Empate
                    : Id(fuerzas[Rotulo.ClaveDeFuerza(eleccion, ventaja.Candidaturas[0])].Lugar);
                areas.Add(new(area, contorno.Trazo, relleno, t.Con("mapa.frase.de", ("area", t.Area(area)), ("frase", Frase(t, eleccion, ventaja, totales.Cifras)))));
            }
        }

        var veces = areas.CountBy(a => a.Relleno).ToDictionary();
        var leyenda = fuerzas.Values.Where(f => veces.ContainsKey(Id(f.Lugar)))
            .Select(f => new Relleno(Id(f.Lugar), Rotulo.Fuerza(eleccion, f.Candidatura), f.Color, f.Trama, veces[Id(f.Lugar)]))
            .OrderByDescending(r => r.Veces).ToList();
        leyenda.AddRange(new[] { (Empate, t["comun.empate"]), (SinDatos, t["comun.sinDatos"]), (SinCasillas, t["mapa.sinCasillas"]) }
            .Where(p => veces.ContainsKey(p.Item1)).Select(p => new Relleno(p.Item1, p.Item2, "", 0, veces[p.Item1])));
        var resto = Mapa.EsTrazo(mapa.Resto) ? mapa.Resto : "";
        if (resto.Length > 0)
        {
            leyenda.Add(new(Ajeno, TextoDeResto(t, proceso, eleccion), "", 0, 0));
        }

        var conContorno = areas.Select(a => a.Area.Id).ToHashSet();
        return new(mapa, areas, leyenda, [.. eleccion.Areas.Where(a => a.Tipo != TipoDeArea.SinArea && !conContorno.Contains(a.Id))], resto);
    }

    // The place of a force among all of the election gives it its pattern, so that it keeps it from corte to corte;
    // where another of its colour has that one already, the next that is free: two forces never look the same while there are patterns.
    private static Dictionary<string, Fuerza> Fuerzas(Eleccion eleccion, IReadOnlyList<long> votos)
    {
        var fuerzas = new Dictionary<string, Fuerza>();
        var usadas = new HashSet<(string Color, int Trama)>();
        foreach (var candidatura in eleccion.Areas.SelectMany(a => a.Candidaturas))
        {
            var clave = Rotulo.ClaveDeFuerza(eleccion, candidatura);
            if (!fuerzas.ContainsKey(clave))
            {
                var (lugar, color) = (fuerzas.Count, Rotulo.Color(eleccion, candidatura, votos) ?? Neutro);
                var trama = Enumerable.Range(lugar, Tramas.Cuantas).Select(n => n % Tramas.Cuantas).FirstOrDefault(n => usadas.Add((color, n)), lugar % Tramas.Cuantas);
                fuerzas.Add(clave, new(lugar, candidatura, color, trama));
            }
        }

        return fuerzas;
    }

    /// <summary>Why the rest of the territory is no area of this election.</summary>
    public static string TextoDeResto(Idioma t, Proceso proceso, Eleccion eleccion) => EsPorSistemasNormativos(proceso, eleccion)
        ? t["mapa.restoPorSistemas"]
        : t["mapa.restoSinCasillas"];

    public static bool EsPorSistemasNormativos(Proceso proceso, Eleccion eleccion) => eleccion.TipoDeArea == TipoDeArea.Municipio && proceso.SistemasNormativos.Count > 0;

    private static string Frase(Idioma t, Eleccion eleccion, Ventaja ventaja, Cifras cifras)
    {
        if (cifras.Esperadas == 0)
        {
            return t["mapa.frase.sinCasillas"];
        }

        var avance = t.Con("mapa.frase.avance", ("porcentaje", Escrito.Porcentaje(cifras.PorcentajeContabilizadas)));
        return ventaja.SinDatos ? t.Con("mapa.frase.sinDatos", ("avance", avance))
            : ventaja.Empate ? t.Con("mapa.frase.empate", ("candidaturas", string.Join(t["comun.y"], ventaja.Candidaturas.Select(c => Rotulo.Fuerza(eleccion, c)))),
                ("porcentaje", Escrito.Porcentaje(ventaja.Porcentaje)), ("avance", avance))
            : t.Con("mapa.frase.ventaja", ("candidatura", Rotulo.Fuerza(eleccion, ventaja.Candidaturas[0])), ("porcentaje", Escrito.Porcentaje(ventaja.Porcentaje)), ("avance", avance));
    }

    private static string Id(int lugar) => "m-" + lugar.ToString(CultureInfo.InvariantCulture);

    private sealed record Fuerza(int Lugar, Candidatura Candidatura, string Color, int Trama);
}
