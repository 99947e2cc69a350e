using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Preparacion.Carpeta;

/// <summary><c>contendientes.csv</c>: one row per vote column of the published database, in its order.</summary>
internal static class LectorDeContendientes
{
    public static readonly IReadOnlyDictionary<string, ModoDeCandidaturaComun> Modos = new Dictionary<string, ModoDeCandidaturaComun>
    {
        ["emblemas"] = ModoDeCandidaturaComun.Emblemas,
        ["emblemas_y_combinaciones"] = ModoDeCandidaturaComun.EmblemasYCombinaciones,
        ["emblema_unico"] = ModoDeCandidaturaComun.EmblemaUnico,
    };

    public static readonly IReadOnlyDictionary<string, RepartoDeCandidaturaComun> Repartos = new Dictionary<string, RepartoDeCandidaturaComun>
    {
        ["igualitario"] = RepartoDeCandidaturaComun.Igualitario,
        ["convenio"] = RepartoDeCandidaturaComun.PorcentajesDelConvenio,
        ["sin_reparto"] = RepartoDeCandidaturaComun.SinReparto,
    };

    private enum Clase
    {
        Partido,
        Combinacion,
        Comun,
        Independiente,
    }

    private static readonly Dictionary<string, Clase> Clases = new()
    {
        ["partido"] = Clase.Partido,
        ["combinacion"] = Clase.Combinacion,
        ["candidatura_comun"] = Clase.Comun,
        ["independiente"] = Clase.Independiente,
    };

    private static readonly string[] Reservados = ["NO_REGISTRADAS", "NO_REGISTRADOS", "NULOS", "TOTAL_VOTOS_ASENTADO", "TOTAL_VOTOS_SACADOS"];

    public static IReadOnlyList<Contendiente> Leer(EleccionId eleccion, ArchivosDeCarpeta archivos)
    {
        var tabla = archivos.Tabla($"{eleccion}/contendientes.csv", ["nombre", "tipo"], "nombre_largo", "color", "partidos", "modo", "reparto", "porcentajes");
        var filas = (tabla?.Filas ?? []).Select(f => (Fila: f, Nombre: f.Obligatoria("nombre"), Clase: f.Palabra("tipo", Clases)))
            .Where(f => f.Nombre is not null && f.Clase is not null).ToList();
        var veces = new Dictionary<string, int>();
        var claves = filas.ConvertAll(f => Contendiente.ClaveDe(f.Nombre!, veces[f.Nombre!] = veces.GetValueOrDefault(f.Nombre!) + 1));
        var partidos = Enumerable.Range(0, filas.Count).Where(i => filas[i].Clase == Clase.Partido).DistinctBy(i => claves[i]).ToDictionary(i => claves[i], i => i);
        if (tabla is not null && filas.Count == 0)
        {
            archivos.Registro.Falta("sin_contendientes", tabla.Archivo, 1, 1, "No hay contendientes.", "Escriba un renglón por columna de votos.");
        }

        return [.. filas.Select((f, i) => Uno(f.Fila, f.Nombre!, claves[i], f.Clase!.Value, partidos)).OfType<Contendiente>()];
    }

    private static Contendiente? Uno(FilaCsv fila, string nombre, string clave, Clase clase, Dictionary<string, int> partidos)
    {
        if (Reservados.Contains(nombre) || nombre.Contains('|', StringComparison.Ordinal) || nombre.Contains('#', StringComparison.Ordinal))
        {
            fila.Falta("nombre", "nombre_reservado", $"«{FilaCsv.Corta(nombre)}» no puede ser el nombre de un contendiente.", "Use otro, sin «|» ni «#»: no registradas y nulos están en toda boleta.");
            return null;
        }

        var integrantes = LectorDeEleccion.Posiciones(fila, "partidos", partidos);
        if (integrantes is null)
        {
            return null;
        }

        if (clase is Clase.Combinacion && integrantes.Count < 2)
        {
            fila.Falta("partidos", "combinacion_incompleta", $"La combinación «{nombre}» necesita al menos dos partidos.", "Escríbalos separados por «|».");
            return null;
        }

        if (clase is Clase.Partido or Clase.Independiente && integrantes.Count > 0)
        {
            fila.Falta("partidos", "partidos_de_mas", $"«{nombre}» no es una combinación: no lleva partidos.", "Deje vacía la celda o corrija el tipo.");
            return null;
        }

        return clase switch
        {
            Clase.Partido => new Contendiente.Partido(nombre, clave, fila["nombre_largo"], Color(fila)),
            Clase.Combinacion => new Contendiente.Combinacion(nombre, clave, integrantes),
            Clase.Independiente => new Contendiente.Independiente(nombre, clave, fila["nombre_largo"]),
            _ => Comun(fila, nombre, clave, integrantes),
        };
    }

    private static Contendiente.CandidaturaComun? Comun(FilaCsv fila, string nombre, string clave, IReadOnlyList<int> partidos)
    {
        if (fila.Palabra("modo", Modos) is not { } modo || fila.Palabra("reparto", Repartos) is not { } reparto)
        {
            return null;
        }

        var porcentajes = new List<int>();
        foreach (var parte in fila.Lista("porcentajes"))
        {
            if (!Porcentaje(parte, out var valor))
            {
                fila.Falta("porcentajes", "numero_invalido", $"«{FilaCsv.Corta(parte)}» no es un porcentaje con hasta dos decimales.", "Escriba, por ejemplo, 33.34|33.33|33.33.");
                return null;
            }

            porcentajes.Add(valor);
        }

        var pide = reparto == RepartoDeCandidaturaComun.PorcentajesDelConvenio;
        if (pide ? !Contendiente.CandidaturaComun.SonDelConvenio(partidos, porcentajes) : porcentajes.Count > 0)
        {
            fila.Falta("porcentajes", "convenio_incompleto", $"Los porcentajes de «{nombre}» no corresponden a su reparto.",
                pide ? "Escriba uno por partido, que sumen 100." : "Deje vacía la celda o use el reparto «convenio».");
            return null;
        }

        return new(nombre, clave, partidos, modo, reparto, porcentajes);
    }

    // Parts per 10,000, without floating point: 33.34 is 3334.
    private static bool Porcentaje(string texto, out int valor)
    {
        var partes = texto.Split('.');
        valor = 0;
        if (partes.Length > 2 || partes[0].Length is 0 or > 3 || (partes.Length == 2 && partes[1].Length is 0 or > 2) || !partes.All(p => p.All(char.IsAsciiDigit)))
        {
            return false;
        }

        valor = (int.Parse(partes[0]) * 100) + (partes.Length == 2 ? int.Parse(partes[1].PadRight(2, '0')) : 0);
        return true;
    }

    private static string? Color(FilaCsv fila)
    {
        var color = fila["color"];
        if (color.Length == 0 || (color.Length == 7 && color[0] == '#' && color.Skip(1).All(char.IsAsciiHexDigit)))
        {
            return color.Length == 0 ? null : color;
        }

        fila.Falta("color", "color_invalido", $"«{FilaCsv.Corta(color)}» no es un color.", "Escriba #RRGGBB.");
        return null;
    }
}
