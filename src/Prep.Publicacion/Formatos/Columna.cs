namespace Prep.Publicacion.Formatos;

/// <summary>What a column of an official database means, whatever name its year and state gave it.</summary>
public enum Columna
{
    ClaveCasilla,
    ClaveActa,
    IdEntidad,
    Entidad,
    IdDistrito,
    Distrito,
    IdMunicipio,
    Municipio,
    Seccion,
    IdCasilla,
    TipoCasilla,
    ExtContigua,
    Ubicacion,
    TipoActa,
    Sobrantes,
    Personas,
    RepresentantesVotaron,
    Sacados,
    NoRegistradas,
    Nulos,
    Asentado,
    Calculado,
    ListaNominal,
    Representantes,
    Observaciones,
    Contabilizada,
    Mecanismos,
    Codigo,
    Acopio,
    Captura,
    Verificacion,
    Origen,
    Digitalizacion,
    TipoDocumento,
    Cotejada,

    /// <summary>Written by some institutes, needed by nothing here.</summary>
    Ignorada,
}

/// <summary>Names under which each column was published between 2018 and 2024, normalised by <see cref="Palabras.Columna"/>.</summary>
public static class NombresDeColumna
{
    private static readonly Dictionary<string, Columna> PorNombre = Construir(
        (Columna.ClaveCasilla, "CLAVE_CASILLA CLAVE_DE_CASILLA"),
        (Columna.ClaveActa, "CLAVE_ACTA CLAVE_DE_ACTA ID_ACTA"),
        (Columna.IdEntidad, "ID_ENTIDAD ID_ESTADO CLAVE_ENTIDAD"),
        (Columna.Entidad, "ENTIDAD ESTADO NOMBRE_ESTADO NOMBRE_ENTIDAD ENTIDAD_FEDERATIVA"),
        (Columna.IdDistrito, "ID_DISTRITO_LOCAL ID_DISTRITO_FEDERAL ID_DISTRITO ID_DTTO ID_DTTO_LOCAL ID_DISTRITO_ELECTORAL"),
        (Columna.Distrito, "DISTRITO_LOCAL DISTRITO_FEDERAL DISTRITO NOMBRE_DISTRITO CABECERA_DISTRITAL CABECERA NOMBRE_DISTRITO_LOCAL"),
        (Columna.IdMunicipio, "ID_MUNICIPIO ID_MUNICIPIO_LOCAL ID_ALCALDIA ID_DELEGACION ID_DEMARCACION ID_JUNTA_MUNICIPAL ID_COMUNIDAD"),
        (Columna.Municipio, "MUNICIPIO ALCALDIA DELEGACION NOMBRE_MUNICIPIO NOMBRE_ALCALDIA MUNICIPIO_LOCAL DEMARCACION JUNTA_MUNICIPAL COMUNIDAD"),
        (Columna.Seccion, "SECCION ID_SECCION"),
        (Columna.IdCasilla, "ID_CASILLA NUM_CASILLA NUMERO_CASILLA"),
        (Columna.TipoCasilla, "TIPO_CASILLA TIPO_DE_CASILLA"),
        (Columna.ExtContigua, "EXT_CONTIGUA EXTRAORDINARIA_CONTIGUA"),
        (Columna.Ubicacion, "UBICACION_CASILLA UBICACION"),
        (Columna.TipoActa, "TIPO_ACTA TIPO_DE_ACTA"),
        (Columna.Sobrantes, "TOTAL_BOLETAS_SOBRANTES NUM_BOLETAS_SOBRANTES BOLETAS_SOBRANTES NUMERO_BOLETAS_SOBRANTES"),
        (Columna.Personas, "TOTAL_PERSONAS_VOTARON TOTAL_CIUDADANOS_VOTARON PERSONAS_VOTARON CIUDADANOS_VOTARON TOTAL_CIUDADANAS_Y_CIUDADANOS_VOTARON"),
        (Columna.RepresentantesVotaron, "TOTAL_REP_PARTIDO_CI_VOTARON TOTAL_REPRESENTANTES_VOTARON TOTAL_REP_PARTIDO_CI TOTAL_REP_PP_CI_VOTARON REP_PARTIDO_CI_VOTARON"),
        (Columna.Sacados, "TOTAL_VOTOS_SACADOS NUM_VOTOS_SACADOS VOTOS_SACADOS NUM_BOLETAS_EXTRAIDAS BOLETAS_SACADAS TOTAL_BOLETAS_SACADAS TOTAL_VOTOS_SACADOS_URNA"),
        (Columna.NoRegistradas, "NO_REGISTRADAS NO_REGISTRADOS CNR CANDIDATURAS_NO_REGISTRADAS CANDIDATOS_NO_REGISTRADOS VOTOS_NO_REGISTRADOS N_R NR TOTAL_VOTOS_CNR NUM_VOTOS_CAN_NREG"),
        (Columna.Nulos, "NULOS VN VOTOS_NULOS NUM_VOTOS_NULOS TOTAL_VOTOS_NULOS"),
        (Columna.Asentado, "TOTAL_VOTOS_ASENTADO TOTAL_VOTOS_ASENTADOS TOTAL_ASENTADO VOTOS_ASENTADOS"),
        (Columna.Calculado, "TOTAL_VOTOS_CALCULADO TOTAL_VOTOS_CALCULADOS TOTAL_VOTOS TOTAL_CALCULADO VOTOS_CALCULADOS"),
        (Columna.ListaNominal, "LISTA_NOMINAL LISTA_NOMINAL_CASILLA"),
        (Columna.Representantes, "REPRESENTANTES_PP_CI REPRESENTANTES_PP REPRESENTANTES NUM_REPRESENTANTES_PP_CI"),
        (Columna.Observaciones, "OBSERVACIONES OBSERVACION INCONSISTENCIAS"),
        (Columna.Contabilizada, "CONTABILIZADA CONTABILIZADAS ACTA_CONTABILIZADA"),
        (Columna.Mecanismos, "MECANISMOS_TRASLADO MECANISMO_TRASLADO MECANISMOS_DE_TRASLADO CRYT"),
        (Columna.Codigo, "CODIGO_INTEGRIDAD SHA HASH SHA256 CODIGO_DE_INTEGRIDAD SHA_256"),
        (Columna.Acopio, "FECHA_HORA_ACOPIO FECHA_ACOPIO HORA_ACOPIO"),
        (Columna.Captura, "FECHA_HORA_CAPTURA FECHA_CAPTURA HORA_CAPTURA"),
        (Columna.Verificacion, "FECHA_HORA_VERIFICACION FECHA_VERIFICACION HORA_VERIFICACION"),
        (Columna.Origen, "ORIGEN"),
        (Columna.Digitalizacion, "DIGITALIZACION"),
        (Columna.TipoDocumento, "TIPO_DOCUMENTO TIPO_DE_DOCUMENTO"),
        (Columna.Cotejada, "COTEJADA COTEJADO"),
        (Columna.Ignorada, "ID_REGION ID_CIRCUNSCRIPCION CIRCUNSCRIPCION ID_DISTRITO_JUDICIAL ID_PARAJE CAE ID_CAE CASILLA ID_TIPO_CANDIDATURA"));

    /// <summary>Columns that only the files of cómputos have: those are not PREP files.</summary>
    public static readonly IReadOnlyList<string> DeComputos =
    [
        "NUM_ACTA_IMPRESO", "ESTATUS_ACTA", "ESTATUS_PAQUETE", "RUTA_ACTA", "TRIBUNAL", "NUM_VOTOS_VALIDOS", "ORDEN_CASILLA", "ESTATUS_CASILLA",
    ];

    public static Columna? Buscar(string normalizado) => PorNombre.TryGetValue(normalizado, out var columna) ? columna : null;

    /// <summary>The known name that differs in one letter from this one, which is none: most likely what was meant.</summary>
    public static string? Parecido(string normalizado) =>
        PorNombre.Keys.FirstOrDefault(n => n.Length >= 6 && PorNombre[n] != Columna.Ignorada && DifierenEnUna(n, normalizado));

    private static bool DifierenEnUna(string a, string b)
    {
        var (corto, largo) = a.Length <= b.Length ? (a, b) : (b, a);
        var iguales = corto.Zip(largo).TakeWhile(p => p.First == p.Second).Count();
        return a != b && largo.Length - corto.Length <= 1
            && corto.AsSpan(iguales + (corto.Length == largo.Length ? 1 : 0)).SequenceEqual(largo.AsSpan(iguales + 1));
    }

    private static Dictionary<string, Columna> Construir(params (Columna Columna, string Nombres)[] tabla) => tabla
        .SelectMany(t => t.Nombres.Split(' ').Select(n => (n, t.Columna)))
        .ToDictionary(p => p.n, p => p.Columna);
}
