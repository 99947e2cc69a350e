using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Preparacion.Carpeta;
using Prep.Operacion.Preparacion.Mapas;

namespace Prep.Simulador.Tests.Catalogos;

public sealed partial class MapasDeOaxacaTests
{
    private static readonly Lazy<Proceso> De2022 = new(() => Leer("oaxaca-2022"));
    private static readonly Lazy<Proceso> De2024 = new(() => Leer("oaxaca-2024"));

    [Fact]
    public void Cada_municipio_del_catalogo_se_dibuja_en_un_solo_distrito_y_todos_los_distritos_tienen_contorno()
    {
        foreach (var eleccion in new[] { De2022.Value.Elecciones[0], De2024.Value.Elecciones[0] })
        {
            var distritos = TrazoDeMapa.AreaDeCadaMunicipio(eleccion);
            var catalogo = eleccion.Actas.Select(a => a.Casilla.Municipio?.Clave).OfType<string>().Distinct().Order(StringComparer.Ordinal);
            Assert.Equal(catalogo, distritos.Keys.Order(StringComparer.Ordinal));
            Assert.Equal(567, distritos.Count);
            Assert.Equal("014", distritos["066"].Clave);
            Assert.Equal(25, eleccion.Mapa!.Contornos.Count);
        }
    }

    [Fact]
    public void Lo_que_se_disuelve_ocupa_lo_mismo_que_sus_municipios_sin_huecos_ni_encimados()
    {
        var (distritos, municipios) = (De2024.Value.Elecciones[0].Mapa!, De2024.Value.Elecciones[1].Mapa!);
        var deDistritos = distritos.Contornos.Sum(c => Anillos(c.Trazo).Sum(Doble)) + Anillos(distritos.Resto).Sum(Doble);
        var deMunicipios = municipios.Contornos.Sum(c => Anillos(c.Trazo).Sum(Doble)) + Anillos(municipios.Resto).Sum(Doble);

        // In halves of a cell, of some 762,000: one municipality whose outline crosses itself in the source (420) lies a little over its neighbour.
        Assert.InRange(Math.Abs(deMunicipios), 760_000, 764_000);
        Assert.InRange(deMunicipios - deDistritos, -2, 2);

        // Walked step by step, every inner border appears once each way: what is left over is the edge of the state and of the municipalities without outline, the same in both maps.
        var orilla = Orilla(municipios);
        Assert.InRange(orilla.Count, 100, 1_000);
        var deDisuelta = Orilla(distritos);
        Assert.InRange(orilla.Except(deDisuelta).Count() + deDisuelta.Except(orilla).Count(), 0, 16);
    }

    private static Dictionary<((int, int), (int, int)), int> Orilla(Mapa mapa)
    {
        var saldo = new Dictionary<((int, int), (int, int)), int>();
        foreach (var anillo in mapa.Contornos.SelectMany(c => Anillos(c.Trazo)).Concat(Anillos(mapa.Resto)))
        {
            foreach (var (a, b) in anillo.Zip(anillo.Skip(1).Append(anillo[0])).SelectMany(p => Pasos(p.First, p.Second)))
            {
                var (lado, sentido) = a.CompareTo(b) < 0 ? ((a, b), 1) : ((b, a), -1);
                saldo[lado] = saldo.GetValueOrDefault(lado) + sentido;
            }
        }

        return saldo.Where(p => p.Value != 0).ToDictionary();
    }

    [Fact]
    public void Los_ayuntamientos_son_153_con_lo_demas_aparte_y_pesan_poco()
    {
        var mapa = De2024.Value.Elecciones[1].Mapa!;
        Assert.InRange(mapa.Contornos.Count, 140, 153);
        Assert.True(mapa.Resto.Length > 0);
        Assert.All(mapa.Contornos.Select(c => c.Trazo).Append(mapa.Resto), t => Assert.True(Mapa.EsTrazo(t)));
        Assert.All(mapa.Contornos.SelectMany(c => Anillos(c.Trazo)).SelectMany(a => a), p => Assert.True(p.X >= 0 && p.X <= mapa.Ancho && p.Y >= 0 && p.Y <= mapa.Alto));
        using var memoria = new MemoryStream();
        using (var brotli = new BrotliStream(memoria, new BrotliCompressionOptions { Quality = 5 }, leaveOpen: true))
        {
            brotli.Write(Encoding.ASCII.GetBytes(string.Concat(mapa.Contornos.Select(c => c.Trazo)) + mapa.Resto));
        }

        Assert.InRange(memoria.Length, 1, 25_000);
    }

    [Fact]
    public void Los_municipios_sin_contorno_son_los_que_dice_el_LEEME()
    {
        foreach (var nombre in new[] { "oaxaca-2022", "oaxaca-2024" })
        {
            var carpeta = Path.Combine(Raiz.Datos, nombre);
            var conFigura = Figura().Matches(File.ReadAllText(Path.Combine(carpeta, "geo/municipios.geojson"))).Select(m => m.Groups[1].Value).ToHashSet();
            var catalogo = File.ReadLines(Path.Combine(carpeta, "municipios.csv")).Skip(1).Select(l => l.Split(',')[0]);
            var linea = File.ReadLines(Path.Combine(carpeta, "README.md")).Single(l => l.StartsWith("- Sin contorno", StringComparison.Ordinal));
            Assert.Equal(catalogo.Where(m => !conFigura.Contains(m)), Clave().Matches(linea).Select(m => m.Value));
        }
    }

    private static Proceso Leer(string nombre)
    {
        var lectura = LectorDeCarpeta.Leer(Path.Combine(Raiz.Datos, nombre));
        Assert.Empty(lectura.Faltas);
        return lectura.Resultado.Value;
    }

    private static IEnumerable<List<(int X, int Y)>> Anillos(string trazo)
    {
        foreach (var anillo in trazo.Split('z', StringSplitOptions.RemoveEmptyEntries))
        {
            var numeros = Entero().Matches(anillo).Select(m => int.Parse(m.Value)).ToList();
            var puntos = new List<(int X, int Y)> { (numeros[0], numeros[1]) };
            for (var i = 2; i < numeros.Count; i += 2)
            {
                puntos.Add((puntos[^1].X + numeros[i], puntos[^1].Y + numeros[i + 1]));
            }

            yield return puntos;
        }
    }

    private static long Doble(List<(int X, int Y)> anillo) => anillo.Zip(anillo.Skip(1).Append(anillo[0])).Sum(p => ((long)p.First.X * p.Second.Y) - ((long)p.Second.X * p.First.Y));

    // A side cut at every whole point it crosses: with or without a corner in the middle, both neighbours give the same steps.
    private static IEnumerable<((int, int), (int, int))> Pasos((int X, int Y) a, (int X, int Y) b)
    {
        var n = (int)System.Numerics.BigInteger.GreatestCommonDivisor(b.X - a.X, b.Y - a.Y);
        return Enumerable.Range(0, n).Select(i => ((a.X + ((b.X - a.X) / n * i), a.Y + ((b.Y - a.Y) / n * i)), (a.X + ((b.X - a.X) / n * (i + 1)), a.Y + ((b.Y - a.Y) / n * (i + 1)))));
    }

    [GeneratedRegex("-?[0-9]+")]
    private static partial Regex Entero();

    [GeneratedRegex("\"municipio\":\"([0-9]{3})\"")]
    private static partial Regex Figura();

    [GeneratedRegex("(?<![0-9])[0-9]{3}(?![0-9])")]
    private static partial Regex Clave();
}
