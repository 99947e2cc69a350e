using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio.Actas;
using Prep.Dominio.Sitios;

namespace Prep.Operacion.Tablero;

/// <summary>What this process knows of the night, brought up to date by what changed: one acta is read again when its chain has grown.</summary>
/// <remarks>
/// The length of the chain is compared, not an instant nor a sequence: in PostgreSQL transactions commit in another order than those say. All is read in one snapshot.
/// </remarks>
internal sealed class MemoriaDeTablero
{
    private const int PocasActas = 1000;

    /// <summary>Actas that are asked for together whether any of them has changed.</summary>
    private const int Bloque = 16;

    private readonly Dictionary<long, long> _eslabones = [];
    private long _apunte;
    private readonly Dictionary<long, ActaObservada> _actas = [];
    private readonly Dictionary<(long Acta, int Version), long> _publicadas = [];
    private readonly HashSet<string> _cortes = [];
    private readonly Dictionary<string, SucesoDeSitio[]> _bitacoras = [];

    /// <summary>All actas of the store, those fuera de catálogo too.</summary>
    public IReadOnlyCollection<ActaObservada> Actas => _actas.Values;

    public IReadOnlyList<CorteFila> Cortes { get; private set; } = [];

    /// <summary>Images that nobody has tied to an acta yet, and since when the oldest waits.</summary>
    public (int Cuantas, long? Desde) SinIdentificar { get; private set; }

    public IReadOnlyDictionary<string, SucesoDeSitio[]> Bitacoras => _bitacoras;

    /// <summary>When a version came out in a corte; null if none has carried it.</summary>
    public long? PublicadaEn(long acta, int version) => _publicadas.TryGetValue((acta, version), out var en) ? en : null;

    public async Task PonerAlDiaAsync(Transaccion tx)
    {
        var cambiadas = tx.Base.Proveedor == "sqlite" ? await ApuntadasAsync(tx) : await CambiadasAsync(tx);
        if (cambiadas.Count > 0)
        {
            await LeerActasAsync(tx, cambiadas);
        }

        Cortes = await CorteFila.TodosAsync(tx);
        foreach (var corte in Cortes.Where(c => c.Estado == "Publicado" && !_cortes.Contains(c.Id)))
        {
            // What a corte carried no longer changes once it is published.
            foreach (var version in await tx.TodosAsync("SELECT acta, version FROM corte_agrega WHERE corte = @p0 AND suceso = 0", f => (f.GetInt64(0), f.GetInt32(1)), corte.Id))
            {
                _publicadas[version] = corte.PublicadoEn!.Value;
            }

            _cortes.Add(corte.Id);
        }

        var sueltas = await tx.TodosAsync("SELECT COUNT(*), MIN(recibida_en) FROM imagen WHERE acta IS NULL", f => ((int)f.GetInt64(0), f.Entero(1)));
        SinIdentificar = sueltas[0];
        foreach (var (sitio, ultimo) in await tx.TodosAsync("SELECT sitio, MAX(numero) FROM suceso_de_sitio GROUP BY sitio", f => (f.GetString(0), f.GetInt32(1))))
        {
            if (!_bitacoras.TryGetValue(sitio, out var bitacora) || bitacora.Length != ultimo)
            {
                _bitacoras[sitio] = [.. (await SucesoDeSitioFila.DeSitioAsync(tx, sitio)).Select(f => f.Suceso)];
            }
        }
    }

    // SQLite has one writer and its bitácora is never deleted: what was added after the last one seen is what changed, and few pages are read.
    private async Task<List<long>> ApuntadasAsync(Transaccion tx)
    {
        var (desde, todas) = (_apunte, _apunte == 0);
        _apunte = await tx.EscalarAsync<long>("SELECT COALESCE(MAX(rowid), 0) FROM bitacora");
        return todas ? await CambiadasAsync(tx)
            : desde == _apunte ? []
            : await tx.TodosAsync("SELECT DISTINCT acta FROM bitacora WHERE rowid > @p0 AND acta > 0", f => f.GetInt64(0), desde);
    }

    // A chain only grows, so the sum of a block says whether any of its chains did: few rows travel when little has changed.
    private async Task<List<long>> CambiadasAsync(Transaccion tx)
    {
        var bloques = new List<long>();
        foreach (var (bloque, suma) in await tx.TodosAsync($"SELECT numero / {Bloque}, CAST(SUM(eslabones + 1) AS bigint) FROM acta GROUP BY numero / {Bloque}", f => (f.GetInt64(0), f.GetInt64(1))))
        {
            if (!_eslabones.TryGetValue(bloque, out var antes) || antes != suma)
            {
                bloques.Add(bloque);
                _eslabones[bloque] = suma;
            }
        }

        var cuales = bloques.Count > PocasActas / Bloque * 4 ? "> -1" : $"IN ({string.Join(',', bloques)})";
        return bloques.Count == 0
            ? []
            : [.. (await tx.TodosAsync($"SELECT numero, eslabones FROM acta WHERE numero / {Bloque} {cuales}", f => (Numero: f.GetInt64(0), Eslabones: f.GetInt32(1))))
                .Where(a => !_actas.TryGetValue(a.Numero, out var acta) || acta.Eslabones != a.Eslabones).Select(a => a.Numero)];
    }

    private async Task LeerActasAsync(Transaccion tx, List<long> cambiadas)
    {
        // Numbers, not text of anyone: they may stand in the statement.
        var cuales = cambiadas.Count > PocasActas ? "> 0" : $"IN ({string.Join(',', cambiadas)})";
        var imagenes = (await tx.TodosAsync($"SELECT acta, estado, origen, acopio_en, recibida_en FROM imagen WHERE acta {cuales}",
            f => (Acta: f.GetInt64(0), Sustituida: f.GetString(1) == nameof(EstadoDeImagen.Sustituida), DeCatd: f.Texto(2) == nameof(Origen.Catd), AcopioEn: f.Entero(3), RecibidaEn: f.GetInt64(4)))).ToLookup(i => i.Acta);
        var capturas = (await tx.TodosAsync($"SELECT c.acta, c.version, c.imagen, t.sitio, c.campos, c.capturada_en FROM captura c JOIN turno t ON t.id = c.turno WHERE c.acta {cuales} ORDER BY c.acta, c.version, c.orden",
            f => (Acta: f.GetInt64(0), Version: f.GetInt32(1), Imagen: f.GetInt64(2), Sitio: string.Intern(f.GetString(3)), Campos: f.Bytes(4)!, En: f.GetInt64(5)))).ToLookup(c => c.Acta);
        var versiones = (await tx.TodosAsync($"SELECT acta, version, campos, verificada_en FROM version WHERE acta {cuales} ORDER BY acta, version",
            f => (Acta: f.GetInt64(0), Version: f.GetInt32(1), Campos: f.Bytes(2), En: f.GetInt64(3)))).ToLookup(v => v.Acta);
        var filas = await tx.TodosAsync(
            $"SELECT numero, eslabones, estado, estado_en, papel, catd, vigente, sin_acta, cotejo, acopio_en, acopio_registrado_en FROM acta WHERE numero {cuales}",
            f => new ActaObservada
            {
                Numero = f.GetInt64(0),
                Eslabones = f.GetInt32(1),
                Estado = string.Intern(f.GetString(2)),
                EstadoEn = f.Entero(3),
                Papel = Enum.Parse<EstadoDePapel>(f.GetString(4)),
                Catd = f.Texto(5) is { } catd ? string.Intern(catd) : null,
                Vigente = f.GetInt32(6),
                SinActa = f.GetBoolean(7),
                Cotejo = f.GetInt32(8),
                AcopioEn = f.Entero(9),
                BolsaEn = f.Entero(10),
            });
        foreach (var fila in filas)
        {
            var (suyas, hechas, hasta) = (imagenes[fila.Numero], capturas[fila.Numero], versiones[fila.Numero]);
            var primera = suyas.OrderBy(i => i.RecibidaEn).Select(i => ((long AcopioEn, long RecibidaEn, bool DeCatd)?)(i.AcopioEn ?? 0, i.RecibidaEn, i.DeCatd)).FirstOrDefault();
            var deCatd = suyas.Where(i => i.DeCatd).Select(i => (long?)i.RecibidaEn).Max();
            _actas[fila.Numero] = fila with
            {
                AcopioEn = primera is { DeCatd: false, AcopioEn: > 0 and var foto } ? foto : fila.AcopioEn ?? (primera?.AcopioEn is > 0 and var declarado ? declarado : null),
                PrimeraImagenEn = primera?.RecibidaEn,
                UltimaImagenDeCatdEn = deCatd,
                Imagenes = suyas.Count(),
                Sustituidas = suyas.Count(i => i.Sustituida),
                PrimeraCapturaEn = hechas.Select(c => (long?)c.En).Min(),
                VerificadaEn = hasta.Select(v => (long?)v.En).FirstOrDefault(),
                Capturada = hasta.Where(v => v.Campos is not null).Select(v => ((int, long)?)(v.Version, v.En)).FirstOrDefault(),
                Comparaciones = [.. hasta.Where(v => v.Campos is not null)
                    .Select(v => ComparacionDeCapturas.De(hechas.Where(c => c.Version == v.Version).Select(c => (c.Imagen, c.Sitio, c.Campos)), v.Campos!)).OfType<ComparacionDeCapturas>()],
            };
        }
    }
}
