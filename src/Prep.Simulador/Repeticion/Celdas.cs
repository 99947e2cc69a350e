using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;
using Prep.Publicacion.Formatos;

namespace Prep.Simulador.Repeticion;

/// <summary>
/// Cells of one row in one spelling, so that only meaning is compared: no quoting, case, accents, leading zeros nor date form.
/// Votes are <c>voto:CLAVE</c>; the rest are names of <see cref="Columna"/>.
/// </summary>
public static class Celdas
{
    public const string SinActa = "SIN ACTA";

    /// <summary>The order of comparison; what a file does not have is not compared.</summary>
    public static readonly IReadOnlyList<Columna> Comparadas =
    [
        .. Enum.GetValues<Columna>().Where(c => c != Columna.Ignorada),
    ];

    private static readonly Columna[] _numericas =
        [Columna.Sobrantes, Columna.Personas, Columna.RepresentantesVotaron, Columna.Sacados, Columna.NoRegistradas, Columna.Nulos, Columna.Asentado];

    public static bool EsNumerica(Columna columna) => _numericas.Contains(columna);

    /// <summary>The cells of a row of an official file.</summary>
    public static Dictionary<string, string> De(ArchivoOficial archivo, Hecho hecho)
    {
        var crudas = archivo.Celdas(hecho.Desplazamiento, hecho.Linea);
        var celdas = new Dictionary<string, string>(crudas.Count);
        foreach (var columna in Comparadas)
        {
            if (archivo.Esquema[columna] is >= 0 and var i && i < crudas.Count)
            {
                celdas[columna.ToString()] = Normalizar(columna, crudas[i], hecho.Clase);
            }
        }

        if (celdas.TryGetValue(nameof(Columna.ClaveActa), out var claveActa) && celdas.TryGetValue(nameof(Columna.ClaveCasilla), out var claveCasilla))
        {
            celdas[nameof(Columna.ClaveActa)] = SinCerosEnTipo(claveActa, claveCasilla);
        }

        foreach (var voto in archivo.Esquema.Boleta)
        {
            celdas[$"voto:{voto.Clave}"] = voto.Indice < crudas.Count ? Cantidad(crudas[voto.Indice], hecho.Clase) : "";
        }

        return celdas;
    }

    /// <summary>The same cells from what a corte of ours carries.</summary>
    public static Dictionary<string, string> De(Eleccion eleccion, ActaEsperada? acta, RegistroDeActa? registro, TimeZoneInfo zona)
    {
        var celdas = new Dictionary<string, string>();
        if (acta is not null)
        {
            Identificar(celdas, eleccion, acta);
        }

        foreach (var columna in _numericas)
        {
            celdas[columna.ToString()] = "";
        }

        foreach (var contendiente in eleccion.Contendientes)
        {
            celdas[$"voto:{contendiente.Clave}"] = "";
        }

        celdas[nameof(Columna.Calculado)] = "";
        celdas[nameof(Columna.Observaciones)] = registro is null ? "" : Observacion(registro.Conteo.Observacion, imprecisa: false);
        celdas[nameof(Columna.Contabilizada)] = registro is null ? "" : $"{(int)registro.Conteo.Contabilizada}";
        celdas[nameof(Columna.Codigo)] = registro?.Imagen?.Codigo.Hex ?? "";
        celdas[nameof(Columna.Origen)] = registro?.Imagen?.Origen?.ToString().ToUpperInvariant() ?? "";
        celdas[nameof(Columna.Digitalizacion)] = registro?.Imagen?.Medio?.ToString().ToUpperInvariant() ?? "";
        celdas[nameof(Columna.TipoDocumento)] = registro is null ? "" : Palabras.Normalizar(registro.Documento);
        if (registro is { PublicaVerificacion: true } && acta is not null)
        {
            celdas[nameof(Columna.Mecanismos)] = Palabras.Normalizar(acta.MecanismoDeTraslado);
        }

        celdas[nameof(Columna.Cotejada)] = registro is null or { Cotejo: Cotejo.Pendiente } ? "" : $"{(int)registro.Cotejo}";
        celdas[nameof(Columna.Acopio)] = Local(registro?.AcopioEn, zona);
        celdas[nameof(Columna.Captura)] = Local(registro?.CapturaEn, zona);
        celdas[nameof(Columna.Verificacion)] = registro is { PublicaVerificacion: true } ? Local(registro.VerificadaEn, zona) : "";

        switch (registro?.Contenido)
        {
            case Contenido.SinActa:
                PonerSinActa(celdas);
                break;
            case Contenido.Capturada { Datos: var datos } when acta is not null:
                PonerDatos(celdas, eleccion, eleccion.Boleta(acta.Id), datos);
                break;
        }

        return celdas;
    }

    /// <summary>Observations as far as the original's words go: when it does not tell illegible from empty, neither does the comparison.</summary>
    public static string Observacion(Observacion observacion, bool imprecisa)
    {
        if (!imprecisa)
        {
            return observacion == 0 ? "" : observacion.ToString();
        }

        var partes = new List<string>();
        if (observacion.HasFlag(Dominio.Contabilizacion.Observacion.ExcedeListaNominal))
        {
            partes.Add("EXCEDE");
        }

        if ((observacion & (Dominio.Contabilizacion.Observacion.AlgunoIlegible | Dominio.Contabilizacion.Observacion.AlgunoSinDato)) != 0)
        {
            partes.Add("ALGUNO");
        }

        if ((observacion & (Dominio.Contabilizacion.Observacion.TodosIlegibles | Dominio.Contabilizacion.Observacion.TodosVacios
            | Dominio.Contabilizacion.Observacion.TodosIlegiblesOVacios)) != 0)
        {
            partes.Add("TODOS");
        }

        return string.Join('+', partes);
    }

    private static void Identificar(Dictionary<string, string> celdas, Eleccion eleccion, ActaEsperada acta)
    {
        var casilla = acta.Casilla;
        var area = eleccion.Area(acta.Area);
        celdas[nameof(Columna.ClaveCasilla)] = Palabras.Normalizar(casilla.Clave);
        celdas[nameof(Columna.ClaveActa)] = SinCerosEnTipo(Palabras.Normalizar(acta.Id.ClaveActa), Palabras.Normalizar(casilla.Clave));
        var (id, nombre) = eleccion.TipoDeArea == TipoDeArea.Municipio
            ? (nameof(Columna.IdMunicipio), nameof(Columna.Municipio))
            : (nameof(Columna.IdDistrito), nameof(Columna.Distrito));
        // National files: the key of an area is entidad-distrito, the column has the district alone.
        celdas[id] = SinCeros(acta.Area.Clave[(acta.Area.Clave.IndexOf('-') + 1)..]);
        celdas[nombre] = acta.Area.EsSinArea ? "" : Palabras.Normalizar(area.Nombre);
        celdas[nameof(Columna.Seccion)] = SinCeros(casilla.Seccion);
        celdas[nameof(Columna.IdCasilla)] = SinCeros(casilla.Numero);
        celdas[nameof(Columna.TipoCasilla)] = casilla.Tipo.Letra();
        celdas[nameof(Columna.ExtContigua)] = SinCeros(casilla.ExtContigua);
        celdas[nameof(Columna.Ubicacion)] = SinCeros($"{(int)casilla.Ubicacion}");
        celdas[nameof(Columna.TipoActa)] = acta.TipoActa.ToUpperInvariant();
        celdas[nameof(Columna.ListaNominal)] = casilla.ListaNominal?.ToString() ?? "";
        celdas[nameof(Columna.Representantes)] = casilla.Representantes?.ToString() ?? "";
    }

    private static void PonerSinActa(Dictionary<string, string> celdas)
    {
        foreach (var numerica in celdas.Keys.Where(k => k.StartsWith("voto:", StringComparison.Ordinal)).Concat(_numericas.Select(c => c.ToString())).ToList())
        {
            celdas[numerica] = SinActa;
        }

        celdas[nameof(Columna.Calculado)] = SinActa;
    }

    private static void PonerDatos(Dictionary<string, string> celdas, Eleccion eleccion, Boleta boleta, DatosDeActa datos)
    {
        celdas[nameof(Columna.Sobrantes)] = Cantidad(datos.Sobrantes);
        celdas[nameof(Columna.Personas)] = Cantidad(datos.Personas);
        celdas[nameof(Columna.RepresentantesVotaron)] = Cantidad(datos.Representantes);
        celdas[nameof(Columna.Sacados)] = Cantidad(datos.Sacados);
        celdas[nameof(Columna.NoRegistradas)] = Cantidad(datos.NoRegistradas);
        celdas[nameof(Columna.Nulos)] = Cantidad(datos.Nulos);
        celdas[nameof(Columna.Asentado)] = Cantidad(datos.TotalAsentado);
        celdas[nameof(Columna.Calculado)] = $"{datos.TotalCalculado}";
        for (var i = 0; i < boleta.Contendientes.Count; i++)
        {
            celdas[$"voto:{eleccion.Contendientes[boleta.Contendientes[i]].Clave}"] = Cantidad(datos.Votos[i]);
        }
    }

    private static string Normalizar(Columna columna, string cruda, ClaseDeHecho clase)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(cruda);
        var limpia = System.Text.Encoding.UTF8.GetString(Palabras.Clave(bytes));
        // Nothing captured adds nothing: some files write that 0 and some leave it blank.
        if (columna == Columna.Calculado && clase == ClaseDeHecho.NoCapturada && Celda.Leer(bytes) == 0)
        {
            return "";
        }

        if (EsNumerica(columna) || columna == Columna.Calculado)
        {
            return Cantidad(cruda, clase);
        }

        if (columna is Columna.ListaNominal or Columna.Representantes)
        {
            return Celda.Leer(bytes) is >= 0 and var n ? $"{n}" : Palabras.EsNada(bytes) ? "" : Palabras.Normalizar(limpia);
        }

        if (columna is Columna.Acopio or Columna.Captura or Columna.Verificacion)
        {
            return Fecha.Leer(bytes) is > 0 and var ticks
                ? new DateTime(ticks).ToString(TieneSegundos(limpia) ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm")
                : Palabras.EsNada(bytes) ? "" : Palabras.Normalizar(limpia);
        }

        if (Palabras.EsNada(bytes) && columna != Columna.Observaciones)
        {
            return "";
        }

        return columna switch
        {
            Columna.IdEntidad or Columna.IdDistrito or Columna.IdMunicipio or Columna.Seccion or Columna.IdCasilla or Columna.ExtContigua or Columna.Ubicacion => SinCeros(SinMillares(limpia)),
            Columna.ClaveCasilla or Columna.ClaveActa when !ClavesDeFila.EsUtil(bytes) => "",
            Columna.Codigo => limpia.ToLowerInvariant(),
            Columna.Contabilizada => Celda.Leer(bytes) is >= 0 and var n ? $"{n}" : Palabras.Normalizar(limpia),
            Columna.Cotejada => limpia == "0" ? "" : limpia,
            Columna.Observaciones => ObservacionLeida.Leer(bytes) is { Conocida: true } leida ? Observacion(leida.Observacion, leida.Imprecisa) : Palabras.Normalizar(limpia),
            _ => Palabras.Normalizar(limpia),
        };
    }

    // In a row without acta any word or blank in a numeric cell says the same; a number would be a contradiction and stays.
    private static string Cantidad(string cruda, ClaseDeHecho clase)
    {
        var valor = Celda.Leer(System.Text.Encoding.UTF8.GetBytes(cruda));
        return valor switch
        {
            >= 0 => $"{valor}",
            _ when clase == ClaseDeHecho.SinActa => SinActa,
            Celda.SinDato => "SIN DATO",
            Celda.Ilegible => "ILEGIBLE",
            Celda.SinActa => SinActa,
            Celda.NoAplica or Celda.Guion or Celda.Vacia => "",
            _ => Palabras.Normalizar(cruda),
        };
    }

    private static string Cantidad(Cantidad cantidad) => cantidad switch
    {
        { EsNumero: true } => $"{cantidad.Suma}",
        { EsIlegible: true } => "ILEGIBLE",
        { EsNoAplica: true } => "",
        _ => "SIN DATO",
    };

    private static string Local(DateTimeOffset? instante, TimeZoneInfo zona) =>
        instante is { } i ? TimeZoneInfo.ConvertTime(i, zona).ToString("yyyy-MM-dd HH:mm:ss") : "";

    private static bool TieneSegundos(string fecha) => fecha.Count(c => c == ':') >= 2 && fecha.IndexOf(':') is var p && fecha.Length > p + 5 && fecha[p + 3] == ':';

    // TIPO_ACTA inside the key, without the zeros that some put before it.
    public static string SinCerosEnTipo(string acta, string casilla) =>
        casilla.Length > 0 && acta.StartsWith(casilla, StringComparison.Ordinal) ? casilla + SinCeros(acta[casilla.Length..]) : acta;

    // 2,083 is how a spreadsheet left some sections.
    private static string SinMillares(string texto) => texto.Contains(',') && texto.All(c => char.IsAsciiDigit(c) || c == ',') ? texto.Replace(",", "", StringComparison.Ordinal) : texto;

    private static string SinCeros(string texto) => texto.TrimStart('0');
}
