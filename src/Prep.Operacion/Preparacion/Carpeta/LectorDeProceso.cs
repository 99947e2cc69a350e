using System.Globalization;
using System.Text.RegularExpressions;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Preparacion.Carpeta;

/// <summary>What <c>proceso.json</c> says: the process without its elections, and what each election is.</summary>
internal sealed record CabeceraDeProceso(Proceso Proceso, IReadOnlyList<CabeceraDeEleccion> Elecciones);

internal sealed record CabeceraDeEleccion(EleccionId Id, TipoDeEleccion Tipo, string Titulo, string CodigoDeArchivo, AjustesDeEleccion Ajustes);

internal static partial class LectorDeProceso
{
    public const string Archivo = "proceso.json";

    public static readonly IReadOnlyDictionary<string, ClaseDeProceso> Clases = new Dictionary<string, ClaseDeProceso>
    {
        ["jornada"] = ClaseDeProceso.Jornada,
        ["simulacro"] = ClaseDeProceso.Simulacro,
        ["practica"] = ClaseDeProceso.Practica,
        ["repeticion"] = ClaseDeProceso.Repeticion,
    };

    public static readonly IReadOnlyDictionary<string, TipoDeEleccion> Tipos = new Dictionary<string, TipoDeEleccion>
    {
        ["gubernatura"] = TipoDeEleccion.Gubernatura,
        ["diputaciones"] = TipoDeEleccion.Diputaciones,
        ["ayuntamientos"] = TipoDeEleccion.Ayuntamientos,
        ["otra"] = TipoDeEleccion.Otra,
    };

    public static readonly IReadOnlyDictionary<string, LimiteDeEspecial> LimitesDeEspecial = new Dictionary<string, LimiteDeEspecial>
    {
        ["boletas_mas_representantes"] = LimiteDeEspecial.BoletasMasRepresentantes,
        ["boletas"] = LimiteDeEspecial.Boletas,
    };

    public static readonly IReadOnlyDictionary<string, LimiteDeOrdinaria> LimitesDeOrdinaria = new Dictionary<string, LimiteDeOrdinaria>
    {
        ["acreditados"] = LimiteDeOrdinaria.Acreditados,
        ["votaron"] = LimiteDeOrdinaria.Votaron,
    };

    private static readonly IReadOnlyDictionary<string, string> Disposiciones = new Dictionary<string, string>
    {
        ["opl-2024"] = "opl-2024",
        ["oaxaca-2022"] = "oaxaca-2022",
    };

    private static readonly string[] Instantes = ["puesta_en_ceros", "apertura", "inicio", "ultima_actualizacion"];

    public static CabeceraDeProceso? Leer(ArchivosDeCarpeta archivos)
    {
        if (archivos.Abrir(Archivo) is not { } bytes || NodoJson.Leer(Archivo, bytes, archivos.Registro) is not { } raiz)
        {
            return null;
        }

        var antes = archivos.Registro.Faltas.Count;
        var o = new ObjetoJson(Archivo, raiz, archivos.Registro,
            "formato", "id", "nombre", "clase", "entidad", "anio", "zona", "calendario", "disposicion", "segundo_factor", "elecciones");
        o.Entero("formato", 1, 1);
        var id = o.Texto("id", Slug(), "minúsculas, dígitos y guiones, hasta 40");
        var nombre = o.Texto("nombre", Frase(), "hasta 200 caracteres");
        var clase = o.Palabra("clase", Clases);
        var entidad = Entidad(o.Objeto("entidad", "id", "nombre", "abreviatura"));
        var anio = o.Entero("anio", 2000, 2100);
        var disposicion = o.Palabra("disposicion", Disposiciones, "opl-2024");
        var calendario = Calendario(o, clase);
        var segundoFactor = o.SiONo("segundo_factor", true);
        if (!segundoFactor && clase == ClaseDeProceso.Jornada)
        {
            o.Falta("segundo_factor", "segundo_factor_en_jornada", "En una jornada el segundo factor no se apaga.", "Quite «segundo_factor» o escriba true.");
        }

        var elecciones = o.Lista("elecciones").Select(n => Eleccion(n, archivos.Registro)).ToList();
        if (elecciones.Count == 0)
        {
            o.Falta("elecciones", "sin_elecciones", "El proceso no tiene elecciones.", "Describa al menos una en «elecciones».");
        }

        Repetidas(elecciones);
        return archivos.Registro.Faltas.Count > antes
            ? null
            : new(new Proceso(id, nombre, clase, entidad, anio, calendario!, []) { Formato = disposicion, SegundoFactor = segundoFactor }, [.. elecciones.Select(e => e.Cabecera)]);
    }

    private static void Repetidas(List<(ObjetoJson Objeto, CabeceraDeEleccion Cabecera)> elecciones)
    {
        foreach (var (objeto, cabecera) in elecciones.GroupBy(e => e.Cabecera.Id).SelectMany(g => g.Skip(1)))
        {
            objeto.Falta("id", "eleccion_repetida", $"La elección «{cabecera.Id}» está dos veces.", "Use un id para cada elección.");
        }

        foreach (var (objeto, cabecera) in elecciones.GroupBy(e => e.Cabecera.CodigoDeArchivo).SelectMany(g => g.Skip(1)))
        {
            objeto.Falta("codigo_de_archivo", "codigo_repetido", $"El código «{cabecera.CodigoDeArchivo}» es de otra elección.", "Use un código para cada elección.");
        }
    }

    private static Entidad Entidad(ObjetoJson o) => new(
        o.Entero("id", 1, 32), o.Texto("nombre", Frase(), "el nombre publicado"), o.Texto("abreviatura", Mayusculas(), "mayúsculas, hasta 12"));

    private static (ObjetoJson Objeto, CabeceraDeEleccion Cabecera) Eleccion(NodoJson nodo, RegistroDeFaltas registro)
    {
        var o = new ObjetoJson(Archivo, nodo, registro,
            "id", "tipo", "titulo", "codigo_de_archivo", "limite_de_especial", "limite_de_ordinaria", "boletas_de_especial");
        return (o, new(
            new(o.Texto("id", Slug(), "minúsculas, dígitos y guiones, hasta 40")),
            o.Palabra("tipo", Tipos),
            o.Texto("titulo", Frase(), "la primera línea de la base de datos"),
            o.Texto("codigo_de_archivo", Mayusculas(), "mayúsculas y guion bajo: DIP_LOC"),
            new(
                o.Palabra("limite_de_especial", LimitesDeEspecial, LimiteDeEspecial.BoletasMasRepresentantes),
                o.Palabra("limite_de_ordinaria", LimitesDeOrdinaria, LimiteDeOrdinaria.Acreditados),
                o.Entero("boletas_de_especial", 1, 9999, AjustesDeEleccion.PorOmision.BoletasDeEspecial))));
    }

    private static CalendarioDelPrep? Calendario(ObjetoJson proceso, ClaseDeProceso clase)
    {
        var zona = Zona(proceso);
        var o = proceso.Objeto("calendario", "puesta_en_ceros", "apertura", "inicio", "ultima_actualizacion", "intervalo_de_datos", "intervalo_de_bases");
        var instantes = Instantes.Select(n => Instante(o, n, zona)).ToArray();
        var (datos, bases) = (Acuerdo(o, "intervalo_de_datos"), Acuerdo(o, "intervalo_de_bases"));
        if (zona is null || instantes.Contains(null))
        {
            return null;
        }

        if (clase == ClaseDeProceso.Repeticion)
        {
            return CalendarioDelPrep.DeRepeticion(instantes[1]!.Value, instantes[3]!.Value, zona);
        }

        var calendario = CalendarioDelPrep.Crear(
            instantes[0]!.Value, instantes[1]!.Value, instantes[2]!.Value, instantes[3]!.Value, datos, bases, zona);
        if (calendario.IsOk)
        {
            return calendario.Value;
        }

        var lugar = calendario.Rechazo.Codigo switch
        {
            "intervalo_no_permitido" => datos.Intervalo > CalendarioDelPrep.IntervaloMaximo ? "intervalo_de_datos" : "intervalo_de_bases",
            "calendario_excede_24_horas" => "ultima_actualizacion",
            _ => Enumerable.Range(1, 3).Where(i => instantes[i] < instantes[i - 1]).Select(i => Instantes[i]).FirstOrDefault(Instantes[3]),
        };
        o.Falta(lugar, calendario.Rechazo.Codigo, calendario.Rechazo.Mensaje, "");
        return null;
    }

    private static TimeZoneInfo? Zona(ObjetoJson o)
    {
        var nombre = o.Texto("zona", Frase(), "una zona IANA: America/Mexico_City");
        if (nombre.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(nombre, out var zona))
        {
            return zona;
        }

        o.Falta("zona", "zona_desconocida", $"No se conoce la zona horaria «{FilaCsv.Corta(nombre)}».", "Use el nombre IANA: America/Mexico_City.");
        return null;
    }

    private static DateTimeOffset? Instante(ObjetoJson o, string nombre, TimeZoneInfo? zona)
    {
        var texto = o.Texto(nombre, Frase(), "AAAA-MM-DDTHH:MM, hora local");
        if (texto.Length == 0 || zona is null)
        {
            return null;
        }

        if (!DateTime.TryParseExact(texto, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            o.Falta(nombre, "instante_invalido", $"«{FilaCsv.Corta(texto)}» no es una fecha y hora.", "Escriba AAAA-MM-DDTHH:MM, hora local de la zona.");
            return null;
        }

        if (zona.IsInvalidTime(local) || zona.IsAmbiguousTime(local))
        {
            o.Falta(nombre, "instante_invalido", $"«{texto}» no existe o se repite en la zona por el cambio de horario.", "Elija otra hora.");
            return null;
        }

        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, zona));
    }

    private static AcuerdoDeIntervalo Acuerdo(ObjetoJson calendario, string nombre)
    {
        var o = calendario.Objeto(nombre, "minutos", "acuerdo");
        return new(TimeSpan.FromMinutes(o.Entero("minutos", 1, 1440)), o.Texto("acuerdo", FraseOpcional(), "el número del acuerdo", ""));
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9_-]{0,39}$")]
    private static partial Regex Slug();

    [GeneratedRegex("^.{1,200}$")]
    private static partial Regex Frase();

    [GeneratedRegex("^.{0,200}$")]
    private static partial Regex FraseOpcional();

    [GeneratedRegex("^[A-Z][A-Z0-9_]{0,11}$")]
    private static partial Regex Mayusculas();
}
