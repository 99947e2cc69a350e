using Prep.Dominio;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio;
using Prep.Publicacion.Sitio.Cambios;
using Prep.Publicacion.Sitio.Json;

namespace Prep.Publicacion.Paquete;

/// <summary>The making of one corte, from values to the renames that publish it.</summary>
internal sealed class ObraDeCorte(string raiz, ClaveDeFirma clave, OpcionesDePublicador opciones, EstadoDePublicacion anterior, FuenteDeImagenes? imagenes, Func<Task<bool>>? sigue)
{
    private readonly EscritorDeArchivos _archivos = new(raiz);
    private readonly Dictionary<EleccionId, PublicadoAntes> _antes = [];
    private IReadOnlyList<BaseDeCorte> _basesAnteriores = [];

    public async Task<Result<(CortePublicado Publicado, EstadoDePublicacion Estado)>> HacerAsync(Corte pedido, CancellationToken ct)
    {
        if (LeerAnterior(pedido) is { } rechazo)
        {
            return rechazo;
        }

        var alarmas = new List<AlarmaDeEleccion>();
        var corte = pedido;
        while (true)
        {
            var (escrito, faltas) = await EscribirAsync(corte, ct);
            if (escrito is not null)
            {
                ct.ThrowIfCancellationRequested();
                if (sigue is not null && !await sigue())
                {
                    return new Rechazo("mando_perdido", $"El corte {corte.Id} ya no lo publica este servidor: otro los hace ahora.", ClaseDeRechazo.Conflicto);
                }

                var estado = Confirmar(corte, escrito);
                return (new CortePublicado(corte.Id, estado.Sha256DeManifiesto!, escrito.Registro.Raiz, escrito.Registro.Entradas, escrito.Agregadas, alarmas, default), estado);
            }

            // An election that fails with its previous data too cannot be helped by a third try.
            if (faltas.Keys.FirstOrDefault(e => alarmas.Any(a => a.Eleccion == e)) is { Valor: not null } otraVez)
            {
                // Where, not how much: this sentence goes to logs, and these figures are not public yet.
                return new Rechazo("autocomprobacion_fallida",
                    $"El corte {corte.Id} no se publica: {otraVez} no pasa su comprobación ni con sus datos anteriores ({faltas[otraVez].Count} faltas, la primera en {faltas[otraVez][0].Split(':')[0]}).");
            }

            corte = corte with { Elecciones = [.. corte.Elecciones.Select(e => faltas.ContainsKey(e.Eleccion.Id) ? Anterior(e) : e)] };
            alarmas.AddRange(corte.Elecciones
                .Where(e => faltas.ContainsKey(e.Eleccion.Id))
                .Select(e => new AlarmaDeEleccion(e.Eleccion.Id, e.InstanteEn, faltas[e.Eleccion.Id])));
        }
    }

    // The earlier corte as it was signed: a history is carried from corte to corte and must not change on the way.
    private Rechazo? LeerAnterior(Corte corte)
    {
        var listados = anterior.Manifiesto?.Archivos.ToDictionary(a => a.Ruta, StringComparer.Ordinal) ?? [];
        if (listados.TryGetValue(JsonDeBases.Archivo, out var bases))
        {
            if (LeerFirmado(bases) is not { } leidas)
            {
                return Alterado(bases);
            }

            _basesAnteriores = JsonDeBases.Leer(leidas);
        }

        foreach (var id in corte.Elecciones.Select(e => e.Eleccion.Id))
        {
            var archivos = PublicadoAntes.Archivos.Select(a => listados.GetValueOrDefault($"{id}/{a}")).OfType<ArchivoListado>().ToList();
            if (archivos.Count < PublicadoAntes.Archivos.Length)
            {
                continue;
            }

            var bytes = archivos.ConvertAll(LeerFirmado);
            if (bytes.IndexOf(null) is >= 0 and var malo)
            {
                return Alterado(archivos[malo]);
            }

            _antes[id] = PublicadoAntes.Leer(bytes[0]!, bytes[1]!);
        }

        return null;
    }

    // Null when it is not what the manifest says.
    private byte[]? LeerFirmado(ArchivoListado archivo) =>
        File.ReadAllBytes(Path.Combine(raiz, RutasDePaquete.Cortes, anterior.Actual!.Corte, archivo.Ruta)) is var bytes && CodigoDeIntegridad.De(bytes).Hex == archivo.Sha256 ? bytes : null;

    private Rechazo Alterado(ArchivoListado archivo) =>
        EstadoDePublicacion.Alterada(raiz, $"{archivo.Ruta} del corte {anterior.Actual!.Corte} no tiene el código que dice su manifiesto");

    // What the publication already says of the election, from its log, with its own hour.
    private CorteDeEleccion Anterior(CorteDeEleccion fallida)
    {
        var publicada = anterior.Manifiesto?.Elecciones.FirstOrDefault(e => e.Id == fallida.Eleccion.Id.Valor);
        return publicada is not null && Instantes.TryParse(publicada.Instante, out var instante)
            ? RegistroPublico.Vigente(raiz, anterior.Actual!.Corte, fallida.Eleccion, instante.ToUniversalTime(), ultimo: false)
            : CorteDeEleccion.EnCeros(fallida.Eleccion, fallida.InstanteEn);
    }

    private async Task<(CorteEscrito? Escrito, IReadOnlyDictionary<EleccionId, IReadOnlyList<string>> Faltas)> EscribirAsync(Corte corte, CancellationToken ct)
    {
        var obra = RutasDePaquete.EnObra(corte.Id);
        var carpeta = Path.Combine(raiz, obra);
        if (Directory.Exists(carpeta))
        {
            Directory.Delete(carpeta, recursive: true);
        }

        Directory.CreateDirectory(carpeta);
        var archivos = new EscritorDeArchivos(raiz);
        var resultados = corte.Elecciones.ToDictionary(e => e.Eleccion.Id, Resultados.De);
        var bases = new BasesDelCorte(opciones.Bases, obra, archivos).Escribir(corte, resultados);
        var faltas = new Autocomprobacion(carpeta).DeBases(corte, bases);
        if (faltas.Count > 0)
        {
            return (null, faltas);
        }

        var contexto = new ContextoDeSitio(corte, resultados)
        {
            Bases = [.. bases.Select(b => new BaseDeDatosPublicada($"{RutasDePaquete.Corte(corte.Id)}/{b.Ruta}", b.Contenido, b.Bytes, b.Sha256, b.Eleccion))],
            ConImagenes = corte.Proceso.Clase != ClaseDeProceso.Repeticion || corte.Elecciones.Any(e => e.Registros.Any(r => r?.Imagen is { Ajena: false })),
            Instituto = opciones.Instituto,
            Apariencia = opciones.Apariencia,
            Idioma = opciones.Idioma,
            Enlaces = opciones.Enlaces,
            Difusores = [.. opciones.Difusores.Concat(Formalizados(corte)).DistinctBy(d => d.Direccion)],
            Marca = opciones.Marca,
            ConSeguimiento = RutasDePaquete.HaySeguimiento(raiz),
            BasesAnteriores = _basesAnteriores,
            Anteriores = _antes,
        };
        var (segmento, faltasDeActas) = await new ActasDelCorte(raiz, archivos, opciones.Hilos, anterior, imagenes).EscribirAsync(contexto, ct);
        if (faltasDeActas.Count > 0)
        {
            return (null, faltasDeActas);
        }

        // The disk starts on the thousands of files of the actas while the pages are drawn: less is left for the sync that counts.
        var adelanto = Task.Run(() => Disco.SincronizarTodo(raiz), CancellationToken.None);
        var listas = new ListasDelCorte(obra, archivos);
        foreach (var base_ in bases)
        {
            listas.Agregar(new(base_.Ruta, base_.Bytes, base_.Sha256));
        }

        await new PaginasDelCorte(raiz, archivos, listas, opciones.Hilos, anterior).EscribirAsync(contexto, segmento.Actas, ct);
        await adelanto;
        var faltasDeJson = new Autocomprobacion(carpeta).DeJson(corte);
        if (faltasDeJson.Count > 0)
        {
            return (null, faltasDeJson);
        }

        var (propios, areas) = listas.Escribir(corte.Id);
        return (new(segmento.Listado, segmento.Publico, segmento.Lineas, resultados, bases, propios, areas), faltas);
    }

    private IReadOnlyList<EnlaceExterno> Formalizados(Corte corte) =>
        DifusoresDelSeguimiento.Leer(raiz, clave.PemPublico, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(corte.InstanteEn, corte.Proceso.Calendario.Zona).DateTime));

    private EstadoDePublicacion Confirmar(Corte corte, CorteEscrito escrito)
    {
        var zona = corte.Proceso.Calendario.Zona;
        var manifiesto = new Manifiesto(
            Manifiesto.FormatoActual, corte.Proceso.Id, Publicador.Clase(corte.Proceso), corte.Id.Valor, Instantes.Locales(corte.InstanteEn, zona), zona.Id, corte.Ultimo,
            opciones.Programa,
            anterior.Actual is null ? null : new(anterior.Actual.Corte, anterior.Sha256DeManifiesto!),
            escrito.Registro,
            [.. corte.Elecciones.Select(e => EleccionListada.De(e, escrito.Resultados[e.Eleccion.Id].Estado.Cifras, zona, escrito.BaseDe(e.Eleccion.Id)))],
            escrito.Archivos,
            escrito.Areas);
        var bytes = JsonDePaquete.Escribir(manifiesto);
        var obra = RutasDePaquete.EnObra(corte.Id);
        var sha = _archivos.Escribir($"{obra}/{RutasDePaquete.Manifiesto}", bytes);
        _archivos.Escribir($"{obra}/{RutasDePaquete.Firma}", clave.Firmar(bytes));
        clave.Publicar(raiz);

        var actual = new Actual(
            corte.Id.Valor, manifiesto.Instante, corte.SiguienteEn is { } siguiente ? Instantes.Locales(siguiente, zona) : null, RutasDePaquete.ManifiestoDe(corte.Id), sha);
        Disco.SincronizarTodo(raiz);
        Disco.Renombrar(Path.Combine(raiz, obra), Path.Combine(raiz, RutasDePaquete.Corte(corte.Id)));
        Disco.SincronizarCarpeta(Path.Combine(raiz, RutasDePaquete.Cortes));
        Disco.Reemplazar(Path.Combine(raiz, RutasDePaquete.Actual), JsonDePaquete.Escribir(actual));
        Disco.SincronizarCarpeta(raiz);

        // Published. The rest renews what only points at it, and the next start would do it too.
        Reparacion.Renovar(raiz, corte.Id.Valor);
        Reparacion.Retirar(raiz, escrito.Publico);
        return new(actual, manifiesto, sha, escrito.Publico);
    }
}

/// <summary>A corte whose files are written and checked, not yet signed.</summary>
internal sealed record CorteEscrito(
    RegistroListado Registro,
    RegistroPublico Publico,
    int Agregadas,
    IReadOnlyDictionary<EleccionId, Resultados> Resultados,
    IReadOnlyList<BaseEscrita> Bases,
    IReadOnlyList<ArchivoListado> Archivos,
    IReadOnlyList<AreaListada> Areas)
{
    /// <summary>Where the database of an election lies, relative to the corte's folder.</summary>
    public string BaseDe(EleccionId eleccion) => Bases.First(b => b.Eleccion == eleccion && b.EsTabla).Ruta;
}
