using System.Globalization;
using System.Security.Cryptography;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Tests.Sitio;

/// <summary>What changed, the statistics, the databases and the municipalities without ayuntamiento here.</summary>
internal sealed partial class Rastreador
{
    private void Estadistica(PaginaLeida pagina, ModeloDelCsv modelo, string titulo, IHtmlTableElement tabla)
    {
        var cuerpo = tabla.Bodies[0].Rows.ToList();
        if (titulo.StartsWith("Actas capturadas", StringComparison.Ordinal))
        {
            var razones = modelo.Filas.Where(f => f["CONTABILIZADA"] == "0").CountBy(f => Razon(modelo, f)).ToDictionary();
            pagina.Exigir($"{titulo}: {razones.Count} razones", cuerpo.Count == razones.Count);
            cuerpo.ForEach(r => pagina.Comparar($"{titulo}, {Rotulo(r.Cells[0])}", [$"{razones.GetValueOrDefault(Rotulo(r.Cells[0]))}"], r.Cells[1]));
            pagina.Comparar($"{titulo}, total", [modelo.CifrasDelEstado[8]], tabla.Foot!);
            return;
        }

        var grupos = modelo.Filas.GroupBy(f => Clase(titulo, f)).ToDictionary(g => g.Key, g => g.ToList());
        pagina.Exigir($"{titulo}: {grupos.Count} renglones, {string.Join(", ", grupos.Keys)}", cuerpo.Count == grupos.Count);
        foreach (var fila in cuerpo)
        {
            pagina.Comparar($"{titulo}, {Rotulo(fila.Cells[0])}", Cuatro(grupos.GetValueOrDefault(Rotulo(fila.Cells[0])) ?? []), fila.Cells.Skip(1));
        }

        pagina.Comparar($"{titulo}, total", Cuatro([.. modelo.Filas]), tabla.Foot!.Rows[0].Cells.Skip(1));

        string[] Cuatro(List<ModeloDelCsv.Fila> f) => [$"{f.Count(x => x.Capturada)}", $"{f.Count}", $"{f.Count(x => x.Cuenta)}", $"{f.Where(x => x.Cuenta).Sum(modelo.Votos)}"];
    }

    private static string Clase(string titulo, ModeloDelCsv.Fila fila)
    {
        switch (titulo)
        {
            case "Por ubicación de la casilla":
                return fila["UBICACION_CASILLA"] switch { "1" => "Urbana", "2" => "No urbana", _ => "No se dice" };
            case "Por tipo de casilla":
                return fila["TIPO_CASILLA"] switch
                {
                    "B" => "Básica", "C" => "Contigua", "E" => "Extraordinaria", "S" => "Especial", "U" => "Urna electrónica",
                    _ => "Mesa especial (anticipado, prisión preventiva, extranjero)",
                };
        }

        if (!fila.Capturada || fila.SinActa)
        {
            return fila.Capturada ? "Sin acta" : "Por capturar";
        }

        return titulo switch
        {
            "Por documento" => fila["TIPO_DOCUMENTO"] is { Length: > 1 } d and not "N/A" ? d : "No se dice",
            _ when fila["CODIGO_INTEGRIDAD"].Length < 64 => "Sin imagen",
            "Por lugar donde se hizo la imagen" => fila["ORIGEN"] switch { "CASILLA" => "En la casilla", "CATD" => "En el CATD", _ => "No se dice" },
            _ => fila["DIGITALIZACION"] switch { "MOVIL" => "Teléfono", "ESCANER" => "Escáner", "N/A" or "-" or "" => "No se dice", _ => "Urna electrónica" },
        };
    }

    private static string Razon(ModeloDelCsv modelo, ModeloDelCsv.Fila fila)
    {
        var dicho = fila["OBSERVACIONES"];
        var celdas = modelo.Eleccion.Contendientes.Select(c => fila[c.Nombre]).Concat([fila[modelo.NoRegistradas], fila["NULOS"]]).ToList();
        var (ilegibles, vacias) = (celdas.Any(c => c.StartsWith("ILEGIBLE", StringComparison.Ordinal)), celdas.Any(c => c.StartsWith("SIN DATO", StringComparison.Ordinal)));
        return dicho switch
        {
            _ when dicho.StartsWith("EXCEDE", StringComparison.Ordinal) => "Excede lista nominal",
            _ when dicho.Contains("NO INSTALADA", StringComparison.Ordinal) => "Sin acta por casilla no instalada",
            _ when dicho.Contains("NO ENTREGADO", StringComparison.Ordinal) => "Sin acta por paquete no entregado",
            _ when dicho.Contains("SIN BOLSA", StringComparison.Ordinal) => "Sin acta por paquete entregado sin bolsa",
            _ when ilegibles && vacias => "Todos los campos ilegibles o sin dato",
            _ when ilegibles => "Todos los campos ilegibles",
            _ when vacias => "Todos los campos vacíos",
            _ => "Otra razón",
        };
    }

    private ModeloDelCsv? Anterior(PaginaLeida pagina, ModeloDelCsv modelo) => Hasta(pagina.Ruta, modelo) is [.., (_, var anterior), _] ? anterior : null;

    private void Cambios(PaginaLeida pagina, IHtmlTableElement tabla, ModeloDelCsv modelo, string titulo, List<IHtmlTableRowElement> cuerpo)
    {
        var porArea = modelo.Eleccion.Areas.Select(a => CambioDe(modelo, Anterior(pagina, modelo)!, a)).ToList();
        if (titulo == "Votos que se agregaron")
        {
            var suyos = porArea.SelectMany(a => a.Votos).GroupBy(v => v.Fuerza).ToDictionary(g => g.Key, g => g.Sum(v => v.Votos));
            pagina.Exigir($"{titulo}: {suyos.Count} renglones", cuerpo.Count == suyos.Count);
            cuerpo.ForEach(r => pagina.Comparar($"{titulo}, {Rotulo(r.Cells[0])}", [ConSigno(suyos.GetValueOrDefault(Rotulo(r.Cells[0])))], r.Cells[1]));
            return;
        }

        var conCambios = porArea.Where(a => a.Hay).ToDictionary(a => a.Area);
        pagina.Comparar(titulo, [$"{conCambios.Count}", $"{modelo.Eleccion.Areas.Count}"], tabla.Caption);
        pagina.Exigir($"{titulo}: son otras", conCambios.Keys.ToHashSet().SetEquals(cuerpo.Select(r => Clave(pagina, r))));
        foreach (var fila in cuerpo.Where(r => conCambios.ContainsKey(Clave(pagina, r))))
        {
            var suyo = conCambios[Clave(pagina, fila)];
            pagina.Comparar($"{titulo}, {suyo.Area}, votos", suyo.Votos.Select(v => ConSigno(v.Votos)), fila.Cells[0].QuerySelector("small"));
            pagina.Comparar($"{titulo}, {suyo.Area}", [ConSigno(suyo.Capturadas), ConSigno(suyo.Contabilizadas)], fila.Cells[1]);
            pagina.Exigir($"{titulo}, {suyo.Area}: la ventaja es de {suyo.Ahora}", suyo.Ahora.Split(" y ").All(f => fila.Cells[2].TextContent.Contains(f, StringComparison.Ordinal)));
        }
    }

    private sealed record CambioDeArea(string Area, long Capturadas, long Contabilizadas, List<(string Fuerza, long Votos)> Votos, string Antes, string Ahora)
    {
        public bool Hay => Capturadas != 0 || Contabilizadas != 0 || Votos.Count > 0 || Antes != Ahora;

        public bool CambiaVentaja => Antes != "Sin datos todavía" && Antes != Ahora;
    }

    private static CambioDeArea CambioDe(ModeloDelCsv modelo, ModeloDelCsv anterior, Area area)
    {
        var (antes, ahora) = (anterior.CifrasDeArea(area.Id.Clave), modelo.CifrasDeArea(area.Id.Clave));
        var votos = modelo.Candidaturas(area).Zip(anterior.Candidaturas(area), (n, v) => (n.Fuerza, Votos: n.Votos - v.Votos)).GroupBy(v => v.Fuerza)
            .Select(g => (g.Key, Votos: g.Sum(v => v.Votos))).Where(v => v.Votos != 0).OrderByDescending(v => v.Votos).ToList();
        return new(area.Id.Clave, long.Parse(ahora[3]) - long.Parse(antes[3]), long.Parse(ahora[5]) - long.Parse(antes[5]), votos, Dicha(anterior), Dicha(modelo));

        string Dicha(ModeloDelCsv m) => m.Ventaja(area).Fuerzas is { Count: > 0 } f ? string.Join(" y ", f.Order(StringComparer.Ordinal)) : "Sin datos todavía";
    }

    private static string ConSigno(long numero) => numero < 0 ? $"−{-numero}" : $"+{numero}";

    private void SistemasNormativos(PaginaLeida pagina, IHtmlTableElement tabla, List<IHtmlTableRowElement> cuerpo)
    {
        pagina.Comparar(tabla.Caption!.TextContent, [$"{proceso.SistemasNormativos.Count}"], tabla.Caption);
        pagina.Exigir("municipios por sistema normativo", cuerpo.Count == proceso.SistemasNormativos.Count);
        foreach (var fila in cuerpo)
        {
            var suyas = modelos.Where(m => m.Key.Corte == Corte(pagina.Ruta) && m.Value.Eleccion.TipoDeArea == TipoDeArea.Distrito)
                .Select(m => m.Value.DeMunicipio(Path.GetFileNameWithoutExtension(Enlace(pagina, fila))).Where(f => f.Seccion.Length > 0).Select(f => (f.Area, f.Seccion)).Distinct().Count()).FirstOrDefault(n => n > 0);
            pagina.Comparar($"secciones de {Rotulo(fila.Cells[0])}", suyas == 0 ? [] : [$"{suyas}"], fila.Cells[1]);
        }
    }

    private void TablaDelProceso(PaginaLeida pagina, IHtmlTableElement tabla, string titulo)
    {
        var cuerpo = tabla.Bodies[0].Rows.ToList();
        switch (titulo)
        {
            case var _ when tabla.ClassList.Contains("delante"):
                var modelo = Modelo(pagina.Resolver(tabla.Closest(".eleccion")!.QuerySelector("h2 a")!.GetAttribute("href")!))!;
                var orden = modelo.Fuerzas().OrderByDescending(f => f.Votos).Take(3).ToList();
                pagina.Exigir($"{titulo}: son {orden.Count}", cuerpo.Count == orden.Count);
                foreach (var (fila, (_, votos)) in cuerpo.Zip(orden))
                {
                    var porcentaje = ModeloDelCsv.Porcentaje(votos, modelo.Total(modelo.Filas));
                    pagina.Comparar(titulo, [$"{votos}", porcentaje], fila.Cells.Skip(1));
                    Barra(pagina, fila.Cells[0], porcentaje);
                }

                break;
            case var _ when titulo.StartsWith("Archivos de este corte", StringComparison.Ordinal) || titulo.StartsWith("Cortes anteriores", StringComparison.Ordinal):
                if (titulo[0] == 'C')
                {
                    pagina.Comparar(titulo, [$"{cuerpo.Count}"], tabla.Caption);
                    pagina.Exigir(titulo, cuerpo.Count == modelos.Keys.Select(m => m.Corte).Distinct().Count(c => string.CompareOrdinal(c, Corte(pagina.Ruta)) < 0));
                }

                foreach (var fila in cuerpo)
                {
                    var bytes = File.ReadAllBytes(Path.Combine(publicacion, Enlace(pagina, fila)));
                    pagina.CompararTexto($"{titulo}, tamaño", Tamano(bytes.LongLength), fila.Cells[1]);
                    pagina.CompararTexto($"{titulo}, SHA-256", Convert.ToHexStringLower(SHA256.HashData(bytes)), fila.QuerySelector("code")!);
                }

                break;
            case var _ when titulo.StartsWith("Anteriores a este corte", StringComparison.Ordinal):
                Actualizaciones(pagina, tabla, cuerpo);
                break;
            default:
                pagina.Exigir($"la tabla «{titulo}» no se sabe recalcular", false);
                break;
        }
    }

    // Only the operation knows when each came out: what this page says of it must agree with itself.
    private void Actualizaciones(PaginaLeida pagina, IHtmlTableElement tabla, List<IHtmlTableRowElement> cuerpo)
    {
        var (tarde, omitidas) = (0, 0);
        foreach (var fila in cuerpo)
        {
            var horas = fila.Cells.Take(2).Select(c => c.TextContent.Trim()).Select(t => DateTime.TryParseExact(t.Split(" (")[0], "dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var h) ? h : (DateTime?)null).ToList();
            var minutos = horas[1] is { } hecha ? (int)(hecha - horas[0]!.Value).TotalMinutes : 0;
            var dichos = pagina.Numericos(fila.Cells[2].TextContent);
            omitidas += horas[1] is null ? 1 : 0;
            tarde += dichos.Count > 0 && horas[1] is not null ? 1 : 0;
            pagina.Exigir($"{fila.TextContent.Trim()}: {minutos} minutos", horas[1] is null || dichos.Count == 0 ? minutos <= 1 : Math.Abs(minutos - long.Parse(dichos[0])) <= 1);
            pagina.Explicar(fila);
        }

        pagina.Comparar("actualizaciones", [$"{cuerpo.Count}", $"{cuerpo.Count - tarde - omitidas}", $"{tarde}", $"{omitidas}"], tabla.Closest("section")!.QuerySelector("p"));
    }

    private static string Tamano(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes} B",
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 100 / 10m:0.0} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 100_000 / 10m:0.0} MB"),
    };

    private string EnZona(string celda, ModeloDelCsv modelo) =>
        DateTime.TryParseExact(celda, "dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? celda + Desfase(modelo.Horas.Instante) : "—";
}
