using System.Globalization;
using System.Runtime.InteropServices;
using Prep.Datos.Bases;
using Prep.Datos.Catalogo;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Paquete;

namespace Prep.Operacion.Hitos;

/// <summary>Everything that was looked at before the zero corte, and each place that forbids it.</summary>
internal sealed record Prueba(
    IReadOnlyList<TablaAparte> Aparte,
    IReadOnlyList<CarpetaVista> Carpetas,
    IReadOnlyList<EspejoVisto> Espejos,
    int Version,
    Configuracion Configuracion,
    string Catalogo,
    IReadOnlyList<HuellaComparada> Artefactos,
    IReadOnlyList<string> Faltas,
    IReadOnlyList<string> Avisos)
{
    private const string SinLista = "Sin lista del auditor: los archivos del programa y sus huellas se anotan, no se comparan.";

    /// <returns>Refused when the auditor's list cannot be believed or read.</returns>
    public static async Task<Result<Prueba>> HacerAsync(PonerEnCeros.Request r, CorteId? ceros, PonerEnCeros.Medios m, Contexto c, CancellationToken ct)
    {
        var (tablas, aparte, (version, configuracion, catalogo)) = await c.Almacen.Base.LeerAsync(
            async tx => (await LecturaDeCeros.ContarAsync(tx, ceros), await LecturaDeCeros.ApartarAsync(tx), await LoCargadoAsync(tx, c)), ct);
        await using var modelo = m.Cuentas.Contexto();
        var cuentas = await m.Cuentas.Base.LeerAsync(tx => LecturaDeCeros.ApartarAsync(tx, modelo.Model, _ => true), ct);
        var carpetas = LugaresDeCeros.Carpetas(c.Almacen.Carpeta, m.Publicacion, ceros);
        var espejos = await LugaresDeCeros.EspejosAsync(configuracion.Direcciones.Valor.Difusores, ceros, m.Red, ct);
        var halladas = LoQueCorre(m.Programa, catalogo, configuracion);
        var comparadas = r.Lista is { } lista ? Huellas.Comparar(lista, halladas) : halladas.Select(h => new HuellaComparada(h.Ruta, "", h.Sha256, ResultadoDeHuella.Sobra)).ToArray();
        if (!comparadas.IsOk)
        {
            return comparadas.Rechazo;
        }

        List<string> faltas = [.. DeTablas(tablas), .. DeActas(aparte, c.Proceso), .. DeCarpetas(carpetas), .. espejos.Where(e => e.Impide).Select(e => $"El espejo {e.Direccion} {e.Dice}.")];
        faltas.AddRange(r.Lista is null ? [] : comparadas.Value.Where(x => x.Resultado != ResultadoDeHuella.Igual).Select(DeArtefacto));
        if (r.Lista is null && c.Proceso.Clase == ClaseDeProceso.Jornada)
        {
            faltas.Add("Falta la lista del auditor: en una jornada los archivos del programa se comparan con la que él firmó (--lista, --firma y --clave).");
        }

        string[] avisos = [.. r.Lista is null ? [SinLista] : Array.Empty<string>(), .. espejos.Where(e => e.Dice.StartsWith("no respondió", StringComparison.Ordinal)).Select(e => $"El espejo {e.Direccion} {e.Dice}.")];
        return new Prueba([.. aparte, .. cuentas], carpetas, espejos, version, configuracion, catalogo, comparadas.Value, faltas, avisos);
    }

    /// <summary>Version of the configuration in force, what it says, and the hash of the catalogue.</summary>
    public static async Task<(int Version, Configuracion Configuracion, string Catalogo)> LoCargadoAsync(Transaccion tx, Contexto c)
    {
        var version = (await MarchaFila.LeerAsync(tx)).Configuracion;
        var fila = await ConfiguracionFila.LeerAsync(tx, version);
        var catalogo = await tx.UnoAsync("SELECT c.sha256 FROM proceso p JOIN catalogo c ON c.numero = p.catalogo", f => f.GetString(0));
        return (version, fila is null ? Dominio.Calendario.Configuracion.De(c.Proceso) : ConfiguracionJson.Leer(fila.Contenido), catalogo!);
    }

    /// <summary>What runs: the files beside the program, the catalogue and the configuration in force.</summary>
    public static IReadOnlyList<Huella> LoQueCorre(string programa, string catalogo, Configuracion configuracion) =>
        [new(Huellas.Catalogo, catalogo), new(Huellas.Configuracion, DocumentoDeCeros.Sha256(ConfiguracionJson.Escribir(configuracion))), .. Huellas.De(programa)];

    public static IReadOnlyList<string> DeTablas(IEnumerable<TablaContada> tablas) => [.. tablas.Where(t => t.Cuenta != 0).Select(t => $"La tabla {t.Tabla} no está en ceros: {t.Cuenta} filas ({t.Consulta}).")];

    /// <summary>The zero corte as it lies on disk: its figures are those of the act.</summary>
    /// <returns>Refused when what is published is another corte, or is not zero.</returns>
    public static Result<(CorteEnCeros Corte, IReadOnlyList<EleccionEnCeros> Elecciones)> DelCorte(CorteId id, string publicacion, Contexto c)
    {
        var estado = EstadoDePublicacion.Leer(publicacion);
        if (!estado.IsOk)
        {
            return estado.Rechazo;
        }

        if (estado.Value.Manifiesto is not { } manifiesto || manifiesto.Corte != id.Valor)
        {
            return new Rechazo("corte_de_ceros_perdido", $"La publicación no sirve el corte de ceros {id}: sirve {estado.Value.Manifiesto?.Corte ?? "ninguno"}.");
        }

        List<EleccionEnCeros> elecciones = [];
        foreach (var e in manifiesto.Elecciones)
        {
            var cifras = e.Cifras.Select(x => KeyValuePair.Create(x.Key, x.Value!.ToString())).ToArray();
            if (cifras.FirstOrDefault(x => x.Key != "ACTAS_ESPERADAS" && x.Value.Any(d => d is >= '1' and <= '9')) is { Key: not null } mala)
            {
                return new Rechazo("no_esta_en_ceros", $"El corte de ceros publica {mala.Key} = {mala.Value} en {e.Id}.");
            }

            var eleccion = c.Proceso.Eleccion(new(e.Id))!;
            elecciones.Add(new(e.Id, eleccion.Titulo, eleccion.Areas.Count, eleccion.Actas.Count, eleccion.Actas.Sum(a => (long)(a.Casilla.ListaNominal ?? 0)), cifras));
        }

        var portada = DocumentoDeCeros.Sha256(File.ReadAllBytes(Path.Combine(publicacion, RutasDePaquete.Portada)));
        return (new CorteEnCeros(id.Valor, estado.Value.Sha256DeManifiesto!, portada, manifiesto.Registro.Entradas), elecciones);
    }

    public ActaDeCeros Acta(
        PonerEnCeros.Request r, PonerEnCeros.Medios m, Contexto c, DateTimeOffset iniciada, DateTimeOffset corteEn, DateTimeOffset concluida,
        IReadOnlyList<TablaContada> tablas, CorteEnCeros corte, IReadOnlyList<EleccionEnCeros> elecciones) => new(
            c.Proceso.Id, c.Proceso.Nombre, $"{c.Proceso.Clase}", c.Proceso.Calendario.Zona.Id, r.Lugar, r.Asistentes, r.Fedatario, iniciada, corteEn, concluida,
            new(Environment.MachineName, RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription, m.Version, c.Almacen.Base.Proveedor, Path.GetFileName(Path.TrimEndingDirectorySeparator(c.Almacen.Carpeta))),
            DocumentoDeCeros.Sha256(LecturaDeCeros.Guion(tablas.Select(t => t.Consulta))), tablas, Aparte, Carpetas, Espejos, corte, Catalogo, elecciones,
            Version, DocumentoDeCeros.Sha256(ConfiguracionJson.Escribir(Configuracion)), Valores(c.Proceso),
            r.Lista is { } lista ? new(lista.Nombre, DocumentoDeCeros.Sha256(lista.Lista.Span), DocumentoDeCeros.Sha256(lista.Clave)) : null, Artefactos, Avisos);

    private IReadOnlyList<ValorAcordado> Valores(Proceso proceso)
    {
        string Hora(DateTimeOffset en) => DocumentoDeCeros.EnLetra(en, proceso.Calendario.Zona);
        string Minutos(TimeSpan cada) => $"cada {cada.TotalMinutes.ToString("0.##", CultureInfo.InvariantCulture)} minutos";
        var v = Configuracion;
        return
        [
            De("Puesta en ceros", v.PuestaEnCeros, Hora), De("Apertura de la operación", v.Apertura, Hora), De("Inicio de la publicación", v.Inicio, Hora), De("Última actualización", v.UltimaActualizacion, Hora),
            De("Actualización de los datos", v.IntervaloDeDatos, Minutos), De("Actualización de las bases de datos", v.IntervaloDeBases, Minutos),
            De("Cierre anticipado al 100 %", v.PermiteCierreAnticipado, p => p ? "permitido" : "no permitido"),
            De("CATD y CCV", v.Sitios, s => $"{s.Count(x => x.Tipo == "CATD")} CATD y {s.Count(x => x.Tipo == "CCV")} CCV"),
            De("Difusores", v.Direcciones, d => d.Difusores.Count == 0 ? "ninguno" : string.Join(", ", d.Difusores)),
        ];
    }

    private static ValorAcordado De<T>(string nombre, Acordado<T> valor, Func<T, string> escribir) =>
        new(nombre, escribir(valor.Valor), valor.Acuerdo.Fecha is { } fecha ? $"{valor.Acuerdo.Numero}, {fecha:dd/MM/yyyy}" : valor.Acuerdo.Numero);

    // Rows of actas: those of the catalogue, each once.
    private static IEnumerable<string> DeActas(IReadOnlyList<TablaAparte> aparte, Proceso proceso)
    {
        var (filas, esperadas) = (aparte.Single(t => t.Tabla == "acta").Cuenta, proceso.Elecciones.Sum(e => (long)e.Actas.Count));
        return filas == esperadas ? [] : [$"La tabla acta tiene {filas} filas y el catálogo espera {esperadas} actas."];
    }

    private static IEnumerable<string> DeCarpetas(IEnumerable<CarpetaVista> carpetas) =>
        carpetas.Where(x => x.Archivos > 0).Select(x => $"{x.Nombre} ({x.Ruta}) no está en ceros: {x.Archivos} archivos, como {x.Ejemplo}.");

    private static string DeArtefacto(HuellaComparada x) => x.Resultado switch
    {
        ResultadoDeHuella.Distinto => $"{x.Ruta}: distinto del que firmó el auditor.",
        ResultadoDeHuella.Falta => $"{x.Ruta}: está en la lista del auditor y falta aquí.",
        _ => $"{x.Ruta}: sobra; no está en la lista del auditor.",
    };
}
