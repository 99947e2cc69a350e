using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Preparacion.Carpeta;

/// <summary><c>actas.csv</c>: the catalogue, one row per expected acta, in the order of the published rows.</summary>
internal sealed class LectorDeActas
{
    public static readonly IReadOnlyDictionary<string, Principio> Principios = new Dictionary<string, Principio>
    {
        ["ambos"] = Principio.Ambos,
        ["mr"] = Principio.MayoriaRelativa,
        ["rp"] = Principio.RepresentacionProporcional,
    };

    private static readonly string[] Requeridas = ["area", "seccion", "tipo_casilla", "id_casilla", "tipo_acta", "lista_nominal"];

    private static readonly string[] Opcionales =
    [
        "clave_casilla", "ext_contigua", "ubicacion", "principio", "municipio", "representantes", "boletas_aprobadas", "mecanismo_traslado", "catd",
    ];

    private readonly CabeceraDeEleccion _eleccion;
    private readonly Entidad _entidad;
    private readonly Dictionary<AreaId, AreaLeida> _areas;
    private readonly Dictionary<string, Municipio> _municipios;
    private readonly Dictionary<string, int> _veces = [];
    private readonly HashSet<(string Clave, Principio Principio)> _vistas = [];
    private readonly Dictionary<string, (AreaId Area, int? Lista)> _casillas = [];
    private readonly Dictionary<string, AreaId> _secciones = [];

    private LectorDeActas(CabeceraDeEleccion eleccion, Entidad entidad, Dictionary<AreaId, AreaLeida> areas, Dictionary<string, Municipio> municipios) =>
        (_eleccion, _entidad, _areas, _municipios) = (eleccion, entidad, areas, municipios);

    public static IReadOnlyList<ActaEsperada> Leer(
        CabeceraDeEleccion eleccion, Entidad entidad, Dictionary<AreaId, AreaLeida> areas, Dictionary<string, Municipio> municipios, ArchivosDeCarpeta archivos)
    {
        if (archivos.Tabla($"{eleccion.Id}/actas.csv", Requeridas, Opcionales) is not { } tabla)
        {
            return [];
        }

        var lector = new LectorDeActas(eleccion, entidad, areas, municipios);
        var actas = tabla.Filas.Select(f => (Fila: f, Acta: lector.Una(f))).Where(a => a.Acta is not null).ToList();
        foreach (var (fila, acta) in actas)
        {
            if (acta!.Principio == Principio.RepresentacionProporcional && !lector._vistas.Contains((acta.Casilla.Clave, Principio.MayoriaRelativa)))
            {
                fila.Falta("principio", "rp_sin_mr", $"La casilla {acta.Casilla.Clave} espera el acta de RP y no la de MR.", "Agregue el renglón de MR.");
            }
        }

        foreach (var leida in areas.Values.Where(a => a.Actas == 0))
        {
            leida.Fila.Aviso("area", "area_sin_casillas", $"El área {leida.Area.Id} ({leida.Area.Nombre}) no tiene casillas.");
        }

        return [.. actas.Select(a => a.Acta!)];
    }

    private ActaEsperada? Una(FilaCsv fila)
    {
        var area = DeArea(fila);
        if (DeCasilla(fila) is not { } casilla || area is null || TipoDeActa(fila) is not { } tipoActa || fila.Palabra("principio", Principios, Principio.Ambos) is not { } principio)
        {
            return null;
        }

        if (principio != Principio.Ambos && (_eleccion.Tipo != TipoDeEleccion.Diputaciones || casilla.Tipo != TipoDeCasilla.Especial))
        {
            fila.Falta("principio", "principio_fuera_de_lugar", "Sólo las casillas especiales de diputaciones tienen un acta por principio.", "Deje vacía la celda.");
        }

        Repetida(fila, casilla, principio, area);
        area.Actas++;
        var clave = casilla.Clave + tipoActa;
        var ordinal = _veces[clave] = _veces.GetValueOrDefault(clave) + 1;
        return new(new(_eleccion.Id, area.Area.Id, clave, ordinal), casilla, tipoActa, principio,
            Traslado(fila), fila["catd"] is { Length: > 0 } catd ? catd : null);
    }

    private AreaLeida? DeArea(FilaCsv fila)
    {
        if (fila.Clave("area", 3) is not { } clave)
        {
            return null;
        }

        if (_areas.TryGetValue(new(clave), out var area))
        {
            return area;
        }

        var que = _eleccion.Tipo == TipoDeEleccion.Ayuntamientos ? "El municipio" : "El distrito";
        fila.Falta("area", "area_desconocida", $"{que} {clave} no está en areas.csv.", "Agréguelo allí o corrija la clave.");
        return null;
    }

    private Casilla? DeCasilla(FilaCsv fila)
    {
        if (fila.Obligatoria("tipo_casilla") is not { } letra)
        {
            return null;
        }

        if (!TiposDeCasilla.TryParse(letra, out var tipo))
        {
            fila.Falta("tipo_casilla", "tipo_desconocido", $"«{FilaCsv.Corta(letra)}» no es un tipo de casilla.", "Use B, C, E, S, A, P, M o U.");
            return null;
        }

        var seccion = tipo.EsMesaEspecial() && fila["seccion"].Length == 0 ? "" : fila.Clave("seccion", 4);
        var numero = fila.Clave("id_casilla", 2);
        var extension = fila["ext_contigua"].Length == 0 ? "00" : fila.Clave("ext_contigua", 2);
        if (seccion is null || numero is null || extension is null || Clave(fila, $"{_entidad.Clave}{(seccion.Length == 0 ? "0000" : seccion)}{tipo.Letra()}{numero}{extension}") is not { } clave)
        {
            return null;
        }

        return new(clave, seccion, tipo, numero, extension, (Ubicacion)(fila.Entero("ubicacion", 1, 2) ?? 0), DeMunicipio(fila),
            Lista(fila, tipo), fila.Entero("representantes", 0, 999), fila.Entero("boletas_aprobadas", 1, 9999));
    }

    private static string? Clave(FilaCsv fila, string calculada)
    {
        var escrita = fila["clave_casilla"].Trim('\'');
        if (escrita.Length == 0 || escrita == calculada)
        {
            return calculada;
        }

        fila.Falta("clave_casilla", "clave_no_corresponde", $"La clave «{FilaCsv.Corta(escrita)}» no corresponde a su sección, tipo y número: sería {calculada}.",
            "Corríjala o deje vacía la celda (las hojas de cálculo cambian claves como 200001E0100 por un número).");
        return null;
    }

    private static int? Lista(FilaCsv fila, TipoDeCasilla tipo)
    {
        var lista = fila.Entero("lista_nominal", 0, 999_999);
        if (tipo == TipoDeCasilla.Especial && lista is > 0)
        {
            fila.Falta("lista_nominal", "especial_con_lista", "Una casilla especial no tiene lista nominal.", "Escriba 0, o corrija el tipo de casilla.");
        }
        else if (lista is null && fila["lista_nominal"].Length == 0)
        {
            fila.Aviso("lista_nominal", "lista_nominal_desconocida", "No se conoce la lista nominal: no se aplicará el límite de votos.");
        }

        return lista;
    }

    private Municipio? DeMunicipio(FilaCsv fila)
    {
        if (fila["municipio"].Length == 0)
        {
            fila.Aviso("municipio", "municipio_desconocido", "No se conoce el municipio de la casilla.");
            return null;
        }

        if (fila.Clave("municipio", 3) is { } clave)
        {
            if (_municipios.TryGetValue(clave, out var municipio))
            {
                return municipio;
            }

            fila.Falta("municipio", "municipio_sin_nombre", $"El municipio {clave} no está en municipios.csv.", "Agréguelo allí, o deje vacía la celda.");
        }

        return null;
    }

    private static string? TipoDeActa(FilaCsv fila)
    {
        if (fila.Obligatoria("tipo_acta") is not { } tipo || (tipo.Length <= 8 && tipo.All(char.IsAsciiLetterOrDigit)))
        {
            return fila["tipo_acta"] is { Length: > 0 } texto ? texto : null;
        }

        fila.Falta("tipo_acta", "tipo_de_acta_invalido", $"«{FilaCsv.Corta(tipo)}» no es un tipo de acta.", "Escríbalo como está impreso: 2, 2E, 3, 3EMR, 3ERP, 4, 4E.");
        return null;
    }

    private static string Traslado(FilaCsv fila)
    {
        var traslado = fila["mecanismo_traslado"];
        if (traslado is "" or "-")
        {
            return "";
        }

        if (MecanismosDeTraslado.EsValido(traslado))
        {
            return traslado;
        }

        fila.Falta("mecanismo_traslado", "traslado_desconocido", $"«{FilaCsv.Corta(traslado)}» no es un mecanismo de traslado.", "Use D, F, I, una combinación como F-D, o deje vacía la celda.");
        return "";
    }

    // A repeated key is reported and kept apart, never merged, where real catalogues repeat it (mesas A, P, M); elsewhere it is a fault.
    private void Repetida(FilaCsv fila, Casilla casilla, Principio principio, AreaLeida area)
    {
        var id = area.Area.Id;
        if (!_vistas.Add((casilla.Clave, principio)))
        {
            if (casilla.Tipo.EsMesaEspecial())
            {
                fila.Aviso("id_casilla", "clave_repetida", $"La clave {casilla.Clave} se repite; sus actas se distinguen por su orden.");
            }
            else
            {
                fila.Falta("id_casilla", "casilla_repetida", $"La casilla {casilla.Clave} está dos veces.", "Deje un solo renglón, o corrija su número.");
            }
        }
        else if (principio != Principio.Ambos && _vistas.Contains((casilla.Clave, Principio.Ambos)))
        {
            fila.Falta("principio", "casilla_repetida", $"La casilla {casilla.Clave} ya tiene un acta de ambos principios.", "Deje MR y RP, o una sola de ambos.");
        }
        else if (!casilla.Tipo.EsMesaEspecial() && _casillas.TryGetValue(casilla.Clave, out var otra) && (otra.Area != id || otra.Lista != casilla.ListaNominal))
        {
            fila.Falta("area", "casilla_contradictoria", $"La casilla {casilla.Clave} tiene otra área u otra lista nominal en otro renglón.", "Iguale los dos renglones.");
        }

        _casillas.TryAdd(casilla.Clave, (id, casilla.ListaNominal));
        if (casilla.Seccion.Length > 0 && !_secciones.TryAdd(casilla.Seccion, id) && _secciones[casilla.Seccion] != id)
        {
            fila.Aviso("area", "seccion_en_dos_areas", $"La sección {casilla.Seccion} está también en el área {_secciones[casilla.Seccion]}.");
        }
    }
}
