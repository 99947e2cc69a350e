using System.Text.Json;
using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Documentos;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Dominio.Sitios;
using Prep.Operacion.Acopio;
using Prep.Operacion.Documentos;
using Prep.Operacion.Puestos;
using Prep.Operacion.Sitios;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio.Textos;

namespace Prep.Operacion.Hitos;

/// <summary>The acta circunstanciada del cierre, from what was published and written. Once; afterwards only addenda, each with its number.</summary>
/// <remarks>Fuente: Anexo 13, numeral 33; spec §9.3. Its figures are those of the signed manifest of the last corte, not computed again.</remarks>
public static class ActaDeCierre
{
    public const string Tipo = "cierre";

    private const string Vacio = "—";

    /// <param name="Artefactos">What came out of checking the program against the signed list.</param>
    public sealed record Presencia(string Lugar, IReadOnlyList<string> Asistentes, string Fedatario, string Artefactos);

    /// <param name="Adenda">Make another one, with what happened since.</param>
    /// <returns>The first one that was given unless an addendum is asked for; the refusals of the template and the printer.</returns>
    public static async Task<Result<EmitirDocumento.Emitido>> EjecutarAsync(
        CorteId ultimo, PaqueteDeCierre.Hecho paquete, Presencia presencia, bool adenda, Plantillas plantillas, Impresora impresora, Contexto c, CancellationToken ct)
    {
        if (!adenda && await EmitirDocumento.DadoAsync(Tipo, 1, c, ct) is { } dada)
        {
            return dada;
        }

        var numero = await EmitirDocumento.SiguienteAsync(Tipo, c, ct);

        var manifiesto = JsonDePaquete.Leer<Manifiesto>(await File.ReadAllBytesAsync(Path.Combine(PaqueteDeCierre.CarpetaDe(c.Almacen), RutasDePaquete.Manifiesto), ct));
        var datos = await c.Almacen.Base.LeerAsync(tx => DatosAsync(tx, manifiesto, ultimo, paquete, presencia, numero, c), ct);
        var pagina = plantillas.Llenar(Tipo, datos);
        if (!pagina.IsOk)
        {
            return pagina.Rechazo;
        }

        var titulo = numero == 1 ? "Acta circunstanciada del cierre" : $"Acta circunstanciada del cierre, adenda {numero - 1}";
        var hecho = await EmitirDocumento.EjecutarAsync(new(Tipo, titulo, pagina.Value, numero), impresora, c, ct);
        // Another one came out meanwhile: it stands, or this addendum is the next.
        return !hecho.IsOk && hecho.Rechazo.Codigo == EmitirDocumento.NumeroOcupado
            ? await EjecutarAsync(ultimo, paquete, presencia, adenda, plantillas, impresora, c, ct)
            : hecho;
    }

    /// <summary>The program, checked again against the list that the auditor signed, as a sentence. A difference is told, not refused: the close already happened.</summary>
    /// <returns>Those of <see cref="Huellas.Comparar"/>.</returns>
    public static async Task<Result<string>> ArtefactosAsync(ListaFirmada? lista, Contexto c, CancellationToken ct)
    {
        if (lista is null)
        {
            return "Programa: no se comparó con la lista del ente auditor.";
        }

        var (_, configuracion, catalogo) = await c.Almacen.Base.LeerAsync(tx => Prueba.LoCargadoAsync(tx, c), ct);
        return Huellas.Comparar(lista, Prueba.LoQueCorre(AppContext.BaseDirectory, catalogo, configuracion)).Luego<string>(todas =>
            $"Programa contra {lista.Nombre}, firmada por el ente auditor: {todas.Count(h => h.Resultado == ResultadoDeHuella.Igual)} iguales de {todas.Count}."
            + string.Concat(todas.Where(h => h.Resultado != ResultadoDeHuella.Igual).Select(h => $" {h.Ruta}: {$"{h.Resultado}".ToLowerInvariant()}.")));
    }

    private static async Task<Dictionary<string, object?>> DatosAsync(
        Transaccion tx, Manifiesto manifiesto, CorteId ultimo, PaqueteDeCierre.Hecho paquete, Presencia presencia, int numero, Contexto c)
    {
        var (p, ahora) = (c.Proceso, c.Ahora);
        var hito = (await HitoFila.LeerAsync(tx, CerrarPublicacion.Hito))!;
        var detalle = JsonSerializer.Deserialize<CerrarPublicacion.Detalle>(hito.Detalle, JsonSerializerOptions.Web)!;
        string EnLetra(DateTimeOffset en) => DocumentoDeCeros.EnLetra(en, p.Calendario.Zona);
        var cortes = await CorteFila.TodosAsync(tx);
        var proceso = await tx.TodosAsync("SELECT eslabones, cadena FROM proceso", f => (Eslabones: f.GetInt32(0), Cadena: f.GetString(1)));
        Dictionary<string, object?> datos = new()
        {
            ["proceso"] = p.Nombre,
            ["clase"] = $"{p.Clase}",
            ["entidad"] = p.Entidad.Nombre,
            ["numero"] = numero,
            ["adenda"] = numero == 1 ? "" : $"{numero - 1}",
            ["lugar"] = presencia.Lugar,
            ["hora"] = EnLetra(ahora),
            ["zona"] = HoraLocal.EnPalabras(p.Calendario.Zona),
            ["inicio"] = EnLetra(await HitoFila.LeerAsync(tx, IniciarPublicacion.Hito) is { } inicio ? Instante.DeMicros(inicio.InstanteEn) : p.Calendario.InicioEn),
            ["cierre"] = EnLetra(Instante.DeMicros(hito.InstanteEn)),
            ["corte"] = ultimo.Valor,
            ["motivo"] = detalle.Anticipado ? "Anticipado: 100 % de las actas esperadas registradas y recuperación agotada" : "Hora acordada para la última actualización",
            ["agotada"] = detalle.Agotada,
            ["cerraron"] = hito.Segunda is { } segunda ? $"{hito.Persona} y {segunda}" : "El sistema, al llegar la hora",
            ["paquete"] = paquete.Sha256,
            ["raiz"] = cortes.First(f => f.Id == ultimo.Valor).Raiz,
            ["eslabon"] = Escrito.Numero(proceso[0].Eslabones),
            ["cabeza"] = proceso[0].Cadena,
            ["artefactos"] = presencia.Artefactos,
            ["asistentes"] = presencia.Asistentes.Select(a => Plantillas.Renglon(("nombre", a))).ToArray(),
            ["fedatario"] = presencia.Fedatario,
            ["archivos"] = paquete.Archivos.Where(a => a.Ruta.EndsWith(".zip", StringComparison.Ordinal) || a.Ruta.StartsWith("manifiesto", StringComparison.Ordinal))
                .Select(a => Plantillas.Renglon(("nombre", Path.GetFileName(a.Ruta)), ("codigo", a.Sha256))).ToArray(),
        };
        Cifras(datos, manifiesto, p);
        await ActasAsync(datos, tx, c);
        Cortes(datos, cortes, await CorteOmitidoFila.TodosAsync(tx), await CortesPrevistos.LeerAsync(tx, Instante.DeMicros(hito.InstanteEn), c), (await HitoFila.LeerAsync(tx, PonerEnCeros.Hito))?.InstanteEn, p);
        await SitiosAsync(datos, tx, c);
        return datos;
    }

    private static void Cifras(Dictionary<string, object?> datos, Manifiesto manifiesto, Proceso p)
    {
        datos["elecciones"] = manifiesto.Elecciones.Select(e => Plantillas.Renglon(("nombre", Titulo(p, e.Id)))).ToArray();
        datos["cifras"] = Dominio.Computo.Cifras.Nombres.Zip(Escrito.NombresDeCifras, (n, palabras) => Plantillas.Renglon(
            ("nombre", palabras), ("valores", manifiesto.Elecciones.Select(e => Plantillas.Renglon(("valor", Escrito.Cifra($"{e.Cifras[n]}")))).ToArray()))).ToArray();
    }

    private static async Task ActasAsync(Dictionary<string, object?> datos, Transaccion tx, Contexto c)
    {
        string Acta(string eleccion, string area, string clave, int ordinal) => $"{new ActaId(new(eleccion), new(area), clave, ordinal)}";
        var faltantes = await tx.TodosAsync(
            "SELECT a.numero, v.motivo, a.estado FROM acta a LEFT JOIN version v ON v.acta = a.numero AND v.version = a.vigente WHERE a.numero <= @p0 AND (a.vigente = 0 OR a.sin_acta) ORDER BY a.numero",
            f => (Numero: f.GetInt64(0), Motivo: f.Texto(1) is { } m ? $"sin acta: {NombreDeMotivo.De(Enum.Parse<MotivoSinActa>(m))}" : f.GetString(2) == nameof(EstadoDeDatos.Esperada) ? "no se recibió" : "se recibió y no llegó a verificarse"),
            c.Catalogo.Total);
        var fuera = await tx.TodosAsync(
            "SELECT eleccion, area, clave, ordinal, acopio_en FROM acta WHERE numero > @p0 AND estado = @p1 ORDER BY numero",
            f => Plantillas.Renglon(("eleccion", f.GetString(0)), ("acta", f.GetString(2)), ("hora", f.Entero(4) is { } en ? c.Proceso.DiaYHora(Instante.DeMicros(en)) : Vacio)),
            c.Catalogo.Total, nameof(EstadoDeDatos.FueraDeCatalogo));
        var correcciones = await tx.TodosAsync(
            "SELECT a.eleccion, a.area, a.clave, a.ordinal, v.version, v.verificada_en, g.corte FROM version v JOIN acta a ON a.numero = v.acta JOIN corte_agrega g ON g.acta = v.acta AND g.version = v.version AND g.suceso = 0 WHERE v.version > 1 ORDER BY a.numero, v.version",
            f => Plantillas.Renglon(("acta", Acta(f.GetString(0), f.GetString(1), f.GetString(2), f.GetInt32(3))), ("version", f.GetInt32(4)), ("hora", c.Proceso.DiaYHora(Instante.DeMicros(f.GetInt64(5)))), ("corte", f.GetString(6))));
        (datos["faltantes"], datos["cuantasFaltantes"]) = (PorArea(faltantes, c), Escrito.Numero(faltantes.Count));
        (datos["fuera"], datos["cuantasFuera"]) = (fuera, Escrito.Numero(fuera.Count));
        (datos["correcciones"], datos["cuantasCorrecciones"]) = (correcciones, Escrito.Numero(correcciones.Count));
    }

    // Thousands may be missing: those of an area and a reason in one row, section by section.
    private static Dictionary<string, object?>[] PorArea(List<(long Numero, string Motivo)> faltantes, Contexto c) =>
        [.. faltantes.Select(f => (c.Catalogo.Acta(f.Numero)!.Value.Eleccion, c.Catalogo.Acta(f.Numero)!.Value.Acta, f.Motivo))
            .GroupBy(f => (f.Eleccion, f.Acta.Id.Area, f.Motivo))
            .Select(g => Plantillas.Renglon(
                ("eleccion", Escrito.Titulo(g.Key.Eleccion)), ("area", Idioma.Espanol.Area(g.Key.Eleccion.Areas.First(a => a.Id == g.Key.Area))), ("motivo", g.Key.Motivo), ("cuantas", Escrito.Numero(g.Count())),
                ("casillas", string.Join("; ", g.GroupBy(f => f.Acta.Casilla.Seccion).Select(s => $"{s.Key}: {string.Join(", ", s.Select(f => Casilla(f.Acta)))}")))))];

    private static string Casilla(ActaEsperada acta) => acta.Casilla.Etiqueta + acta.Principio switch
    {
        Principio.MayoriaRelativa => " MR",
        Principio.RepresentacionProporcional => " RP",
        _ => "",
    };

    private static string Titulo(Proceso p, string eleccion) => p.Eleccion(new(eleccion)) is { } e ? Escrito.Titulo(e) : eleccion;

    private static void Cortes(Dictionary<string, object?> datos, List<CorteFila> filas, List<CorteOmitidoFila> omitidos, IReadOnlySet<long> previstos, long? ceros, Proceso p)
    {
        string Situacion(CorteFila f) => f.Estado != "Publicado" ? $"no se publicó: {f.Motivo}"
            : EsTardio(f) ? $"tardío: {(f.Motivo is { } m ? m : "salió después de su hora")}"
            : f.Ultimo ? "último" : f.InstanteEn == ceros ? "puesta en ceros" : previstos.Contains(f.InstanteEn) ? "a tiempo" : "fuera de calendario";
        // Nobody led to tell of them. The hour of the last one is its own, whatever minute it is named by.
        var hechos = filas.Where(f => f.Estado != "Abandonado").Select(f => f.InstanteEn).Concat(omitidos.Select(o => o.InstanteEn)).ToHashSet();
        var callados = previstos.Where(i => !hechos.Contains(i) && i != p.Calendario.UltimaActualizacionEn.AMicros()).ToArray();
        // One that was given up is among the omitted, with its reason.
        var renglones = filas.Where(f => f.Estado != "Abandonado").Select(f => (En: f.InstanteEn, Renglon: Plantillas.Renglon(("id", f.Id), ("previsto", p.DiaYHora(Instante.DeMicros(f.InstanteEn))),
                ("publicado", f.PublicadoEn is { } en ? p.DiaYHora(Instante.DeMicros(en)) : Vacio), ("situacion", Situacion(f)))))
            .Concat(callados.Select(en => (En: en, Renglon: Plantillas.Renglon(("id", Vacio), ("previsto", p.DiaYHora(Instante.DeMicros(en))), ("publicado", Vacio), ("situacion", "no se hizo: ningún servidor hacía cortes")))))
            .Concat(omitidos.Select(o => (En: o.InstanteEn, Renglon: Plantillas.Renglon(("id", Vacio), ("previsto", p.DiaYHora(Instante.DeMicros(o.InstanteEn))), ("publicado", Vacio), ("situacion", $"no se hizo: {o.Motivo}")))));
        datos["cortes"] = renglones.OrderBy(r => r.En).Select(r => r.Renglon).ToArray();
        (datos["previstos"], datos["publicados"]) = (previstos.Count, filas.Count(f => f.Estado == "Publicado"));
        (datos["tardios"], datos["omitidos"]) = (filas.Count(f => f.Estado == "Publicado" && EsTardio(f)), omitidos.Count + callados.Length);
    }

    private static bool EsTardio(CorteFila f) => f.PublicadoEn - f.InstanteEn > (long)Publicacion.VerCortes.Tolerancia.TotalMicroseconds;

    private static async Task SitiosAsync(Dictionary<string, object?> datos, Transaccion tx, Contexto c)
    {
        var bitacoras = (await SucesoDeSitioFila.TodosAsync(tx)).ToLookup(f => f.Sitio, f => f.Suceso);
        var paquetes = await tx.TodosAsync(
            "SELECT p.catd, COUNT(DISTINCT p.id), COUNT(*) FROM paquete p JOIN paquete_acta a ON a.paquete = p.id GROUP BY p.catd", f => (Catd: f.GetString(0), Cuantos: f.GetInt64(1), Actas: f.GetInt64(2)));
        datos["incidentes"] = c.Catalogo.Catds.Order(StringComparer.Ordinal).SelectMany(s => bitacoras[s].Where(x => x.Hecho is not (HechoDeSitio.PuntoRevisado or HechoDeSitio.Apertura or HechoDeSitio.Cierre))
            .Select(x => Plantillas.Renglon(("sitio", s), ("hora", c.Proceso.DiaYHora(x.OcurridoEn)), ("que", Sitios.Palabras.De(x.Hecho))))).ToArray();
        datos["sitios"] = c.Catalogo.Catds.Order(StringComparer.Ordinal).Select(s =>
        {
            var suyos = paquetes.FirstOrDefault(x => x.Catd == s);
            var cierre = bitacoras[s].LastOrDefault(x => x.Hecho is HechoDeSitio.Cierre);
            return Plantillas.Renglon(("sitio", s), ("situacion", Sitios.Palabras.De(EstadoDeSitio.De(bitacoras[s]).Situacion)), ("cierre", cierre is null ? Vacio : c.Proceso.DiaYHora(cierre.OcurridoEn)),
                ("paquetes", suyos.Cuantos), ("actas", suyos.Actas));
        }).ToArray();
    }
}
