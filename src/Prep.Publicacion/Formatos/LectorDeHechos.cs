using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Publicacion.Comprobacion;

namespace Prep.Publicacion.Formatos;

/// <summary>Turns the rows of a file into facts of an election, inferred from it or loaded from elsewhere.</summary>
public sealed class LectorDeHechos
{
    private readonly ArchivoOficial _archivo;
    private readonly Eleccion _eleccion;
    private readonly TimeZoneInfo _zona;
    private readonly LectorDeFilas _fila;
    private readonly ClaveDeArea _areas;
    private readonly int[] _lugarDeContendiente;
    private readonly Dictionary<(AreaId, string), int> _veces = [];
    private readonly Hecho?[] _actas;
    private Dictionary<(AreaId, string, string), ActaId>? _porCasilla;
    private readonly List<Hecho> _fuera = [];
    private readonly List<Hecho> _sinLugar = [];
    private readonly List<Hallazgo> _faltas = [];
    private readonly List<Hallazgo> _avisos = [];

    private LectorDeHechos(ArchivoOficial archivo, Eleccion eleccion, TimeZoneInfo zona)
    {
        (_archivo, _eleccion, _zona) = (archivo, eleccion, zona);
        _fila = new(archivo);
        _areas = new ClaveDeArea(archivo.Esquema, eleccion.Tipo, eleccion.Areas.Any(a => a.Id.Clave.Contains('-'))).ConAreas(eleccion.Areas);
        _actas = new Hecho?[eleccion.Actas.Count];
        _lugarDeContendiente = Lugares();
    }

    /// <param name="zona">Of the file's local times.</param>
    public static Hechos Leer(ArchivoOficial archivo, Eleccion eleccion, TimeZoneInfo zona) => new LectorDeHechos(archivo, eleccion, zona).Leer();

    private Hechos Leer()
    {
        _faltas.AddRange(MalEscritas());
        while (_fila.Avanzar())
        {
            if (FallaDeForma.De(_fila) is { } falla)
            {
                _faltas.Add(falla);
            }
            else if (_fila.Clase == ClaseDeHecho.FueraDeCatalogo)
            {
                if (_fila.FueraConClave)
                {
                    _avisos.Add(FallaDeForma.DeFueraConClave(_fila));
                }

                _fuera.Add(Hecho(new(_eleccion.Id, AreaConocida(), "", 1), null));
            }
            else
            {
                AgregarActa();
            }
        }

        if (_archivo.PrimerNulo() is { } nulo)
        {
            _faltas.Add(_archivo.Hallazgo("byte_nulo", nulo.Linea, nulo.Columna, "", "", "", "", "Hay un byte NUL: el archivo está dañado; vuelva a descargarlo."));
        }

        var corte = _archivo.Encabezado.CorteLocal is { } local ? ZonaDeArchivo.EnUtc(local, _zona) : (DateTimeOffset?)null;
        var fuera = _fuera.OrderBy(h => h.AcopioEn ?? DateTimeOffset.MaxValue).ThenBy(h => h.Linea)
            .Select((h, i) => h with { Id = h.Id with { ClaveActa = $"FC-{i + 1:0000}" } }).ToArray();
        return new(_archivo, _eleccion, corte, _actas, fuera, _faltas, _avisos) { SinLugar = _sinLugar };
    }

    // A column nobody knows, one letter away from one that is missing: read on, its data would be lost without a word.
    private IEnumerable<Hallazgo> MalEscritas() =>
        from i in _archivo.Esquema.Desconocidas
        let parecido = NombresDeColumna.Parecido(Palabras.Columna(_archivo.Esquema.Nombres[i]))
        where parecido is not null && !_archivo.Esquema.Tiene(NombresDeColumna.Buscar(parecido)!.Value)
        select _archivo.Hallazgo(
            "columna_mal_escrita", _archivo.LineaDeColumnas, i + 1, "", _archivo.Esquema.Nombres[i], _archivo.Esquema.Nombres[i], parecido,
            $"La columna «{_archivo.Esquema.Nombres[i]}» no se conoce y falta {parecido}: corrija el nombre.");

    private void AgregarActa()
    {
        var area = _areas.De(_fila);
        var clave = _fila.ClaveActa();
        var ordinal = _veces[(AreaId.SinArea, clave)] = _veces.GetValueOrDefault((AreaId.SinArea, clave)) + 1;
        var id = new ActaId(_eleccion.Id, area, clave, ordinal);
        var posicion = _eleccion.Posicion(id);
        if (posicion < 0 && PorCasilla(area) is { } esperada)
        {
            (id, posicion) = (esperada, _eleccion.Posicion(esperada));
        }

        if (posicion < 0)
        {
            _faltas.Add(NoEsta(id));
            _sinLugar.Add(Hecho(id, null));
            return;
        }

        _actas[posicion] = Hecho(id, _eleccion.Boleta(id));
    }

    // Institutes pad TIPO_ACTA inside CLAVE_ACTA as they like (…0002, …002): casilla and kind of acta name it as well.
    private ActaId? PorCasilla(AreaId area)
    {
        _porCasilla ??= _eleccion.Actas.GroupBy(a => (a.Area, a.Casilla.Clave, a.TipoActa.TrimStart('0'))).Where(g => g.Count() == 1)
            .ToDictionary(g => g.Key, g => g.First().Id);
        var clave = (area, _fila.ClaveCasilla(), _fila.Texto(Columna.TipoActa).TrimStart('0'));
        return _porCasilla.TryGetValue(clave, out var id) && _actas[_eleccion.Posicion(id)] is null ? id : null;
    }

    private Hallazgo NoEsta(ActaId id) => _eleccion.BuscarArea(id.Area) is null
        ? _fila.Hallazgo("area_desconocida", _archivo.Esquema[_areas.PorMunicipio ? Columna.IdMunicipio : Columna.IdDistrito], id.Area.Clave, "",
            $"El {(_areas.PorMunicipio ? "municipio" : "distrito")} {id.Area.Clave} no existe en la elección {_eleccion.Id}: revise la clave o el catálogo.")
        : id.Ordinal > 1
            ? _fila.Hallazgo("casilla_repetida", Columna.ClaveActa, id.ClaveActa, "", $"La casilla {id.ClaveActa} se repite: quite el renglón que sobra.")
            : _fila.Hallazgo("acta_desconocida", Columna.ClaveActa, id.ClaveActa, "", $"El acta {id.ClaveActa} no está en el catálogo del área {id.Area.Clave}: revise la clave o el catálogo.");

    private AreaId AreaConocida() => _areas.De(_fila) is var area && _eleccion.BuscarArea(area) is not null ? area : AreaId.SinArea;

    private Hecho Hecho(ActaId id, Boleta? boleta)
    {
        var clase = _fila.Clase;
        var capturada = clase == ClaseDeHecho.Capturada && boleta is not null;
        var lista = Celda.Leer(_fila.Celda(Columna.ListaNominal));
        var calculado = Celda.Leer(_fila.Celda(Columna.Calculado));
        var codigo = CodigoDeIntegridad.TryParse(_fila.Texto(Columna.Codigo), out var c) ? c : (CodigoDeIntegridad?)null;
        return new(
            _fila.Linea, _fila.Escaner.Desplazamiento, id, clase,
            capturada ? Datos(boleta!) : null,
            clase == ClaseDeHecho.SinActa ? _fila.Observacion.Motivo ?? MotivoSinActa.PaqueteNoEntregado : null,
            codigo, Instante(Columna.Acopio), Instante(Columna.Captura), Instante(Columna.Verificacion),
            OrigenDe(_fila.Texto(Columna.Origen)), MedioDe(_fila.Texto(Columna.Digitalizacion)),
            Palabras.EsNada(_fila.Celda(Columna.TipoDocumento)) ? "" : _fila.Texto(Columna.TipoDocumento).ToUpperInvariant(),
            new(_fila.Contabilizada, _fila.Observacion, _fila.Texto(Columna.Observaciones), calculado >= 0 ? calculado : null, lista >= 0 ? lista : null,
                lista is Celda.SinActa or Celda.SinDato or Celda.Ilegible or Celda.Palabra, CotejoDe(Celda.Leer(_fila.Celda(Columna.Cotejada)))));
    }

    private DatosDeActa Datos(Boleta boleta)
    {
        var votos = new Cantidad[boleta.CamposDeVotos];
        var enBoleta = new bool[_fila.Votos.Columnas.Count];
        for (var i = 0; i < boleta.Contendientes.Count; i++)
        {
            var lugar = _lugarDeContendiente[boleta.Contendientes[i]];
            if (lugar >= 0)
            {
                enBoleta[lugar] = true;
                votos[i] = Cantidad(_fila.Votos.Columnas[lugar], _fila.Votos.Valores[lugar]);
            }
        }

        for (var i = 0; i < _archivo.Esquema.Boleta.Count; i++)
        {
            if (!enBoleta[i] && _fila.Votos.Valores[i] > 0)
            {
                _faltas.Add(_fila.Hallazgo("fuera_de_boleta", _fila.Votos.Columnas[i], $"{_fila.Votos.Valores[i]}", "",
                    $"{_archivo.Esquema.Boleta[i].Nombre} no está en la boleta de su área y trae votos: revise la columna o el catálogo."));
            }
        }

        votos[^2] = Cantidad(Columna.NoRegistradas);
        votos[^1] = Cantidad(Columna.Nulos);
        return new(Cantidad(Columna.Sobrantes), Cantidad(Columna.Personas), Cantidad(Columna.RepresentantesVotaron), Cantidad(Columna.Sacados), votos,
            Cantidad(Columna.Asentado));
    }

    private Cantidad Cantidad(Columna columna) => _archivo.Esquema[columna] is >= 0 and var i ? Cantidad(i, Celda.Leer(_fila.Escaner[i])) : Dominio.Actas.Cantidad.SinDato;

    private Cantidad Cantidad(int columna, int leido)
    {
        if (leido is Celda.MalNumero or Celda.Palabra)
        {
            var hallazgo = FallaDeForma.DeCelda(_fila, columna, leido);
            (leido == Celda.MalNumero ? _faltas : _avisos).Add(hallazgo);
        }

        return leido switch
        {
            >= 0 => Dominio.Actas.Cantidad.Numero(leido),
            Celda.Ilegible => Dominio.Actas.Cantidad.Ilegible,
            Celda.NoAplica => Dominio.Actas.Cantidad.NoAplica,
            _ => Dominio.Actas.Cantidad.SinDato,
        };
    }

    private DateTimeOffset? Instante(Columna columna)
    {
        var ticks = Fecha.Leer(_fila.Celda(columna));
        if (ticks == Fecha.Mala)
        {
            _avisos.Add(FallaDeForma.DeFecha(_fila, columna));
        }

        return ticks > 0 ? ZonaDeArchivo.EnUtc(new DateTime(ticks), _zona) : null;
    }

    // Columns of the file by the contendientes of the election: same place when inferred, else by name.
    private int[] Lugares()
    {
        var columnas = _archivo.Esquema.Boleta;
        var porClave = new Dictionary<string, int>();
        for (var i = 0; i < columnas.Count; i++)
        {
            porClave.TryAdd(Palabras.Columna(columnas[i].Clave), i);
        }

        var lugares = _eleccion.Contendientes.Select(c => porClave.GetValueOrDefault(Palabras.Columna(c.Clave), -1)).ToArray();
        foreach (var (clave, i) in porClave.Where(p => !lugares.Contains(p.Value)))
        {
            _avisos.Add(_archivo.Hallazgo("columna_sin_contendiente", _archivo.LineaDeColumnas, columnas[i].Indice + 1, "", columnas[i].Nombre, clave, "",
                $"La columna {columnas[i].Nombre} no es ningún contendiente de la elección: sus votos no entran."));
        }

        foreach (var c in _eleccion.Contendientes.Where((_, i) => lugares[i] < 0))
        {
            _avisos.Add(_archivo.Hallazgo("contendiente_sin_columna", _archivo.LineaDeColumnas, 0, "", c.Clave, "", "",
                $"El archivo no tiene columna para {c.Nombre}: sus votos quedan como sin dato."));
        }

        return lugares;
    }

    private static Origen? OrigenDe(string texto) => Palabras.Normalizar(texto) switch
    {
        "CATD" => Origen.Catd,
        "CASILLA" => Origen.Casilla,
        _ => null,
    };

    private static Medio? MedioDe(string texto) => Palabras.Normalizar(texto) switch
    {
        "ESCANER" or "MULTIFUNCIONAL" => Medio.Escaner,
        "MOVIL" or "CELULAR" or "APP" => Medio.Movil,
        var t when t.StartsWith("URNA", StringComparison.Ordinal) => Medio.UrnaElectronica,
        _ => null,
    };

    private static Cotejo CotejoDe(int leido) => leido is >= 0 and <= 3 ? (Cotejo)leido : Cotejo.Pendiente;
}
