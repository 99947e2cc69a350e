using System.Text.RegularExpressions;
using Prep.Dominio;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;
using Prep.Operacion.Preparacion.Carpeta;

namespace Prep.Operacion.Cuentas;

/// <summary>A row of the roster. Without puestos, the person leaves it.</summary>
public sealed record RenglonDePadron(string Persona, string Nombre, IReadOnlyList<string> Puestos, string Sitio);

/// <summary>What reading a roster gave: its rows without faults, or every fault found.</summary>
public sealed record LecturaDePadron(IReadOnlyList<RenglonDePadron>? Renglones, RegistroDeFaltas Registro)
{
    public IEnumerable<string> Lineas() => Registro.Omitidas == 0
        ? Registro.Faltas.Select(f => f.ToString())
        : Registro.Faltas.Select(f => f.ToString()).Append($"… y {Registro.Omitidas} faltas más.");
}

/// <summary>Reads <c>persona,nombre,puestos,sitio</c>: tolerant of how an office writes it, strict on what it says.</summary>
public static partial class LectorDePadron
{
    /// <summary>In bytes: forty thousand persons are less.</summary>
    public const int Maximo = 8 << 20;

    /// <summary>The refusal of a file, of this or of another list of persons, that is larger than it may be.</summary>
    public static readonly Rechazo MuyGrande = new("archivo_muy_grande", $"El archivo pasa de {Maximo >> 20} MB, que es lo que se recibe. Revise que sea el CSV y no otro.", ClaseDeRechazo.Entrada);

    public const string Central = "CENTRAL";

    private static readonly string[] _columnas = ["persona", "nombre", "puestos", "sitio"];

    /// <param name="sitios">Those of the catalogue; another one is an aviso, for a CCV is in no catalogue.</param>
    public static LecturaDePadron Leer(string archivo, byte[] bytes, IReadOnlySet<string> sitios)
    {
        RegistroDeFaltas registro = new();
        if (bytes.Length > Maximo)
        {
            registro.Falta("archivo_demasiado_grande", archivo, 1, 1, $"El archivo pasa de {Maximo >> 20} MiB.", "Revise que sea el padrón.");
            return new(null, registro);
        }

        var tabla = TablaCsv.Leer(archivo, bytes, _columnas, [], registro);
        var vistas = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var renglones = (tabla?.Filas ?? []).Select(f => Renglon(f, vistas, sitios)).OfType<RenglonDePadron>().ToList();
        if (tabla is not null && tabla.Filas.Count == 0 && !registro.Hay)
        {
            registro.Falta("padron_vacio", archivo, 1, 1, "El padrón no tiene personas.", "Escriba un renglón por persona.");
        }

        return new(registro.Hay ? null : renglones, registro);
    }

    /// <summary>The CATD of a catalogue.</summary>
    public static IReadOnlySet<string> SitiosDe(Proceso? proceso) => (proceso?.Elecciones ?? [])
        .SelectMany(e => e.Catds().Concat(e.Areas.Select(a => $"{e.Id}/{a.Id}"))).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static RenglonDePadron? Renglon(FilaCsv fila, Dictionary<string, int> vistas, IReadOnlySet<string> sitios)
    {
        var (persona, nombre, sitio) = (fila.Obligatoria("persona"), fila.Obligatoria("nombre"), fila.Obligatoria("sitio")?.ToUpperInvariant());
        if (persona is not null && !FormaDePersona().IsMatch(persona))
        {
            fila.Falta("persona", "persona_invalida", $"«{FilaCsv.Corta(persona)}» no sirve de clave de persona.", "Use letras sin acento, dígitos, punto y guiones, hasta 40.");
        }
        else if (persona is not null && !vistas.TryAdd(persona, fila.Linea))
        {
            fila.Falta("persona", "persona_repetida", $"La persona «{persona}» ya está en la línea {vistas[persona]}.", "Deje un solo renglón por persona, con todos sus puestos separados por punto y coma.");
        }

        if (nombre is { Length: > 120 })
        {
            fila.Falta("nombre", "nombre_largo", "El nombre pasa de 120 caracteres.", "Acórtelo.");
        }

        if (sitio is not null && !FormaDeSitio().IsMatch(sitio))
        {
            fila.Falta("sitio", "sitio_invalido", $"«{FilaCsv.Corta(sitio)}» no sirve de clave de sitio.", "Use la del CATD o del CCV, o CENTRAL.");
        }
        else if (sitio is not null && sitio != Central && !sitios.Contains(sitio))
        {
            fila.Aviso("sitio", "sitio_fuera_del_catalogo", $"El sitio {sitio} no es un CATD del catálogo: revise que no esté mal escrito.");
        }

        List<string> puestos = [];
        foreach (var escrito in fila["puestos"].Split([';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var puesto = escrito.ToUpperInvariant();
            if (!Puesto.Permisos.ContainsKey(puesto))
            {
                fila.Falta("puestos", "puesto_desconocido", $"«{FilaCsv.Corta(escrito)}» no es un puesto.", $"Use: {string.Join(", ", Puesto.Permisos.Keys)}.");
            }
            else if (!puestos.Contains(puesto))
            {
                puestos.Add(puesto);
            }
        }

        return persona is null || nombre is null || sitio is null ? null : new(persona, nombre, puestos, sitio);
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")]
    internal static partial Regex FormaDePersona();

    [GeneratedRegex(@"^[A-Z0-9][A-Z0-9._/-]{0,39}$")]
    internal static partial Regex FormaDeSitio();
}
