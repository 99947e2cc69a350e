using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Cortes;
using Prep.Datos.Cuentas;
using Prep.Datos.Filas;
using Prep.Documentos;
using Prep.Dominio;
using Prep.Dominio.Calendario;
using Prep.Dominio.Cortes;
using Prep.Operacion.Publicacion;

namespace Prep.Operacion.Hitos;

/// <summary>Proves that everything is empty, publishes the zero corte as evidence and records the act with its document. Refused, naming every place, when anything is not zero.</summary>
/// <remarks>
/// Order: look at everything → corte → recount under the lock and record the milestone → document. A death leaves the corte alone, which
/// the next run recognises and goes on from, or the milestone without its document, which the next run writes from what was recorded.
/// </remarks>
public static class PonerEnCeros
{
    public const string Hito = "Ceros";

    public sealed record Request(string Lugar, IReadOnlyList<Asistente> Asistentes, string Fedatario, ListaFirmada? Lista);

    /// <summary>What it works with besides the store.</summary>
    /// <param name="Publicacion">Folder of the publication.</param>
    /// <param name="Programa">Folder of the running program.</param>
    /// <param name="Version">What the program says it is.</param>
    /// <param name="Red">Asks the mirrors: its limit of time is the patience with each.</param>
    public sealed record Medios(
        LectorDeCorte Lector, PublicarCorte Publicar, string Publicacion, AlmacenDeCuentas Cuentas, string Programa, string Version, HttpClient Red, Plantillas Plantillas, Impresora Impresora);

    /// <param name="YaEstaba">It was done before and had its document: nothing happened now.</param>
    public sealed record Hecho(ActaDeCeros Acta, DocumentoDeCeros.Hecho Documento, bool YaEstaba);

    private static readonly Rechazo _noHaceFalta = new("ceros_no_hace_falta", "Una práctica y una repetición no llevan puesta en ceros: trabajan desde su apertura.");

    private static readonly Rechazo _yaHecha = new("ceros_ya_hecha", "La puesta en ceros de este proceso ya se hizo y no dejó acta: nada cambió.", ClaseDeRechazo.Conflicto);

    private sealed record Antes(MarchaFila Marcha, HitoFila? Hito, CorteFila? Corte, bool ConDocumento);

    /// <returns><c>no_esta_en_ceros</c> with one line per place; <c>ceros_antes_de_hora</c>, <c>ceros_no_hace_falta</c>, <c>firma_de_lista_mala</c>, <c>lista_ilegible</c>, or those of the corte and of the document.</returns>
    public static async Task<Result<Hecho>> EjecutarAsync(Request r, Medios m, Contexto c, CancellationToken ct)
    {
        if (c.Almacen.Catalogo is null)
        {
            return Contexto.SinProceso;
        }

        var iniciada = c.Ahora;
        var antes = await LeerAsync(c, ct);
        if (antes.Hito is { } hito)
        {
            return await DocumentarAsync(ActaDeCeros.Leer(hito.Detalle), antes.ConDocumento, m, c, ct);
        }

        if (Impedimento(antes.Marcha, c, iniciada) is { } no)
        {
            return no;
        }

        CorteId? previo = antes.Corte is { } fila ? new(fila.Id) : null;
        var prueba = await Prueba.HacerAsync(r, previo, m, c, ct);
        if (!prueba.IsOk || prueba.Value.Faltas.Count > 0)
        {
            return prueba.IsOk ? NoEsta(prueba.Value.Faltas) : prueba.Rechazo;
        }

        var corte = await CorteAsync(antes.Corte, iniciada, m, c, ct);
        if (!corte.IsOk)
        {
            return corte.Rechazo;
        }

        var publicado = Prueba.DelCorte(corte.Value.Id, m.Publicacion, c);
        if (!publicado.IsOk)
        {
            return publicado.Rechazo;
        }

        var acta = await RegistrarAsync(r, prueba.Value, corte.Value, publicado.Value, iniciada, m, c, ct);
        return acta.IsOk ? await DocumentarAsync(acta.Value, false, m, c, ct) : acta.Rechazo;
    }

    /// <summary>What the auditor signs: the files beside the program, the catalogue and the configuration in force.</summary>
    public static async Task<IReadOnlyList<Huella>> LoQueCorreAsync(string programa, Contexto c, CancellationToken ct)
    {
        var (_, configuracion, catalogo) = await c.Almacen.Base.LeerAsync(tx => Prueba.LoCargadoAsync(tx, c), ct);
        return Prueba.LoQueCorre(programa, catalogo, configuracion);
    }

    private static Task<Antes> LeerAsync(Contexto c, CancellationToken ct) => c.Almacen.Base.LeerAsync(
        async tx =>
        {
            var marcha = await MarchaFila.LeerAsync(tx);
            await c.Almacen.PonerAlDiaAsync(tx, marcha.Configuracion);
            var cortes = (await CorteFila.TodosAsync(tx)).Where(f => f.Estado != "Abandonado").ToArray();
            var documentos = await tx.EscalarAsync<long>("SELECT COUNT(*) FROM documento WHERE tipo = @p0", DocumentoDeCeros.Tipo);
            return new Antes(marcha, await HitoFila.LeerAsync(tx, Hito), cortes is [{ Ultimo: false } unico] ? unico : null, documentos > 0);
        },
        ct);

    private static Rechazo? Impedimento(MarchaFila marcha, Contexto c, DateTimeOffset ahora)
    {
        var calendario = c.Proceso.Calendario;
        return !c.Proceso.ExigeCeros ? _noHaceFalta
            : marcha.CerosEn is not null ? _yaHecha
            : ahora < calendario.PuestaEnCerosEn
                ? new Rechazo("ceros_antes_de_hora", $"La puesta en ceros es el {DocumentoDeCeros.EnLetra(calendario.PuestaEnCerosEn, calendario.Zona)}: todavía no es hora. Nada cambió.")
            : marcha.De(c.Proceso.ExigeCeros).En(calendario, ahora) == Fase.Cerrada ? RechazosDeMarcha.Cerrada
            : null;
    }

    // The one that an interrupted run prepared is finished, never another made beside it.
    private static async Task<Result<(CorteId Id, DateTimeOffset En)>> CorteAsync(CorteFila? previo, DateTimeOffset ahora, Medios m, Contexto c, CancellationToken ct)
    {
        if (previo is { } fila)
        {
            var terminado = await CortePendiente.TerminarAsync(m.Lector, m.Publicar, c, ct);
            return terminado.IsOk ? (new CorteId(fila.Id), Instante.DeMicros(fila.InstanteEn)) : terminado.Rechazo;
        }

        var hecho = await HacerCorte.EjecutarAsync(new(ahora, SiguienteEn: c.Proceso.Calendario.Siguiente(ahora)), m.Lector, m.Publicar, c, ct);
        return hecho.IsOk ? (hecho.Value.Corte.Id, ahora) : hecho.Rechazo;
    }

    private static Task<Result<ActaDeCeros>> RegistrarAsync(
        Request r, Prueba prueba, (CorteId Id, DateTimeOffset En) corte, (CorteEnCeros Corte, IReadOnlyList<EleccionEnCeros> Elecciones) publicado, DateTimeOffset iniciada, Medios m, Contexto c, CancellationToken ct) =>
        c.EnTransaccionAsync<ActaDeCeros>(
            async tx =>
            {
                var marcha = await MarchaFila.DetenerAsync(tx);
                if (marcha.CerosEn is not null)
                {
                    return _yaHecha;
                }

                var tablas = await LecturaDeCeros.ContarAsync(tx, corte.Id);
                if (Prueba.DeTablas(tablas) is { Count: > 0 } faltas)
                {
                    return NoEsta(faltas);
                }

                var ahora = c.Ahora;
                var acta = prueba.Acta(r, m, c, iniciada, corte.En, ahora, tablas, publicado.Corte, publicado.Elecciones);
                await MarchaFila.PonerCerosAsync(tx, corte.En);
                await new HitoFila { Tipo = Hito, InstanteEn = corte.En.AMicros(), RegistradoEn = ahora.AMicros(), Persona = c.Persona.Valor, Detalle = acta.EnJson() }.InsertarAsync(tx);
                await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, "puesta_en_ceros", $"{corte.Id} manifiesto={acta.Corte.Manifiesto} guion={acta.Guion}", ahora);
                return acta;
            },
            ct);

    private static async Task<Result<Hecho>> DocumentarAsync(ActaDeCeros acta, bool yaEstaba, Medios m, Contexto c, CancellationToken ct)
    {
        var documento = await DocumentoDeCeros.EmitirAsync(acta, m.Plantillas, m.Impresora, c, ct);
        return documento.IsOk ? new Hecho(acta, documento.Value, yaEstaba) : documento.Rechazo;
    }

    private static Rechazo NoEsta(IReadOnlyList<string> faltas) => new("no_esta_en_ceros", string.Join('\n', faltas));
}
