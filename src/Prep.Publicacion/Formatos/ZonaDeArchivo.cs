using Prep.Dominio.Catalogo;
using Prep.Publicacion.Comprobacion;

namespace Prep.Publicacion.Formatos;

/// <summary>The zone that turns a file's local times into instants: that of its state, unless its header declares another offset.</summary>
internal static class ZonaDeArchivo
{
    public static TimeZoneInfo De(ArchivoOficial archivo, Entidad entidad, List<Hallazgo> avisos)
    {
        var zona = Entidades.Zona(entidad);
        var encabezado = archivo.Encabezado;
        if (encabezado is not { CorteLocal: { } local, Desfase: { } desfase })
        {
            return zona;
        }

        var propio = (int)zona.GetUtcOffset(local).TotalMinutes;
        if (propio == desfase)
        {
            return zona;
        }

        avisos.Add(archivo.Hallazgo("huso_distinto", encabezado.LineaDeCorte, 1, "", "UTC", Forma(desfase), Forma(propio),
            $"El encabezado declara {Forma(desfase)} y {zona.Id} tenía {Forma(propio)} en esa fecha: se usa el del encabezado."));
        var (nombre, horas) = (Forma(desfase), desfase / 60);
        return desfase % 60 == 0 && TimeZoneInfo.TryFindSystemTimeZoneById($"Etc/GMT{(horas <= 0 ? '+' : '-')}{Math.Abs(horas)}", out var fija)
            ? fija
            : TimeZoneInfo.CreateCustomTimeZone(nombre, TimeSpan.FromMinutes(desfase), nombre, nombre);
    }

    /// <summary>A local time as an instant; the repeated hour of autumn takes the first, the missing one of spring is moved on.</summary>
    public static DateTimeOffset EnUtc(DateTime local, TimeZoneInfo zona) =>
        new DateTimeOffset(local, zona.IsInvalidTime(local) ? zona.BaseUtcOffset : zona.GetUtcOffset(local)).ToUniversalTime();

    private static string Forma(int minutos) => $"UTC{(minutos < 0 ? '-' : '+')}{Math.Abs(minutos) / 60}{(minutos % 60 == 0 ? "" : $":{Math.Abs(minutos) % 60:00}")}";
}
