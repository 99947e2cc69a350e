using System.Collections.Immutable;
using System.Text.Json;
using Prep.Dominio;

namespace Prep.Seguimiento.Plan;

/// <summary>Begins a programme from another: its folder in a new one, with another key and every date moved by whole months; texts stay word for word.</summary>
public static class CopiarPrograma
{
    // Where a year is a year of our time, and months may be added without end of the calendar.
    private const int PrimerAnio = 1990, UltimoAnio = 2999;

    /// <param name="Destino">A folder that is not there yet; its name is the key of the new programme.</param>
    /// <param name="PrimerMes">That of its first activities.</param>
    /// <param name="Proceso">How the election is called; null leaves it as it was.</param>
    /// <param name="Comision">The same of the Commission.</param>
    public sealed record Request(string Origen, string Destino, Mes PrimerMes, string? Proceso = null, string? Comision = null);

    /// <param name="Definicion">Of the copy, as it is read from its folder.</param>
    /// <param name="Meses">How far its dates went.</param>
    /// <param name="PorRedactar">What names a month or a year and was left as it was.</param>
    public sealed record Copia(DefinicionDePrograma Definicion, int Meses, ImmutableArray<TextoConFecha> PorRedactar);

    /// <returns><c>programa_invalido</c> (the one copied), <c>clave_invalida</c>, <c>mes_invalido</c>, <c>carpeta_ocupada</c>, <c>sin_carpeta</c>; nothing is written then.</returns>
    public static Result<Copia> Ejecutar(Request r)
    {
        var destino = Path.TrimEndingDirectorySeparator(Path.GetFullPath(r.Destino));
        var (clave, donde) = (Path.GetFileName(destino), Path.GetDirectoryName(destino));
        var leido = LectorDePrograma.Leer(r.Origen);
        return !leido.IsOk ? leido.Rechazo
            : !DefinicionDePrograma.EsClave(clave) ? new Rechazo("clave_invalida", $"«{clave}» no sirve de nombre: la carpeta nueva da la clave del programa, que sale en las direcciones, y es de minúsculas, cifras y guiones, de 1 a 60.", ClaseDeRechazo.Entrada)
            : clave == leido.Value.Id ? new Rechazo("clave_invalida", $"El programa que copia ya se llama «{clave}»: dé otro nombre a la carpeta nueva.", ClaseDeRechazo.Entrada)
            : r.PrimerMes.Anio is < PrimerAnio or > UltimoAnio ? new Rechazo("mes_invalido", $"El mes {r.PrimerMes} no es de este tiempo: revise el año.", ClaseDeRechazo.Entrada)
            : Path.Exists(destino) ? new Rechazo("carpeta_ocupada", $"Ya existe {r.Destino}: no se cambió nada. Dé otro nombre.", ClaseDeRechazo.Conflicto)
            : !Directory.Exists(donde) ? new Rechazo("sin_carpeta", $"No existe la carpeta {donde}, donde iría la nueva: créela antes.", ClaseDeRechazo.Entrada)
            : Escribir(r, leido.Value, destino, clave);
    }

    private static Result<Copia> Escribir(Request r, DefinicionDePrograma origen, string destino, string clave)
    {
        var primero = origen.Plan.Actividades.Select(a => a.Periodo).DefaultIfEmpty(Mes.De(origen.Inicio)).MinBy(m => m.Primero);
        var (meses, programa) = (primero.Hasta(r.PrimerMes), File.ReadAllBytes(Path.Combine(r.Origen, LectorDePrograma.Archivo)));
        using var escrito = JsonDocument.Parse(programa);
        var nombreDelPlan = Path.GetFileName(escrito.RootElement.GetProperty("plan").GetString()!);
        var claves = Claves(origen, meses);
        JsonMovido delPrograma = new(LectorDePrograma.Archivo, meses, claves, Textos(("id", clave)));
        JsonMovido delPlan = new(nombreDelPlan, meses, claves, Textos(("proceso_electoral", r.Proceso), ("comision.nombre", r.Comision)));

        // Beside its place, and there in one step when it is whole.
        var taller = Path.Combine(Path.GetDirectoryName(destino)!, $".{clave}.{Path.GetRandomFileName()}");
        try
        {
            Directory.CreateDirectory(taller);
            File.WriteAllBytes(Path.Combine(taller, LectorDePrograma.Archivo), delPrograma.Mover(programa));
            File.WriteAllBytes(Path.Combine(taller, nombreDelPlan), delPlan.Mover(File.ReadAllBytes(Path.Combine(r.Origen, nombreDelPlan))));
            var copia = LectorDePrograma.Leer(taller);
            if (!copia.IsOk)
            {
                return copia.Rechazo with { Mensaje = copia.Rechazo.Mensaje.Replace(taller, r.Destino, StringComparison.Ordinal) };
            }

            Directory.Move(taller, destino);
            return new Copia(copia.Value, meses, [.. delPrograma.Textos, .. delPlan.Textos]);
        }
        finally
        {
            if (Directory.Exists(taller))
            {
                Directory.Delete(taller, recursive: true);
            }
        }
    }

    // A key that begins with its month goes with it; all stay when two would become one.
    private static Dictionary<string, string> Claves(DefinicionDePrograma origen, int meses)
    {
        var nuevas = origen.Plan.Actividades.ToDictionary(a => a.Id, a => a.Id.StartsWith($"{a.Periodo}-", StringComparison.Ordinal) ? $"{a.Periodo.Mas(meses)}{a.Id[$"{a.Periodo}".Length..]}" : a.Id);
        return nuevas.Values.Distinct().Count() == nuevas.Count ? nuevas : [];
    }

    private static Dictionary<string, string> Textos(params (string Lugar, string? Texto)[] textos) => textos.Where(t => t.Texto is not null).ToDictionary(t => t.Lugar, t => t.Texto!);
}
