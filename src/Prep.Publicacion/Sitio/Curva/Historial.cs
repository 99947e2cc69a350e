using System.Globalization;
using System.Text.Json;
using Prep.Dominio.Computo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio.Json;
using Prep.Publicacion.Sitio.Textos;

namespace Prep.Publicacion.Sitio.Curva;

/// <summary>The figures of an election in one corte, as they were published.</summary>
/// <param name="InstanteEn">Hour of its data.</param>
/// <param name="Valores">Aligned with <see cref="Cifras.Nombres"/>.</param>
public sealed record PuntoDeHistorial(CorteId Corte, DateTimeOffset InstanteEn, IReadOnlyList<string> Valores)
{
    public static PuntoDeHistorial De(CorteId corte, CorteDeEleccion eleccion, Cifras cifras) => new(corte, eleccion.InstanteEn, cifras.Valores);

    private static readonly List<string> Nombres = [.. Cifras.Nombres];

    public decimal Capturadas => Porcentaje("PORCENTAJE_ACTAS_CAPTURADAS");

    public decimal Contabilizadas => Porcentaje("PORCENTAJE_ACTAS_CONTABILIZADAS");

    public string Valor(string nombre) => Valores[Nombres.IndexOf(nombre)];

    private decimal Porcentaje(string nombre) => decimal.Parse(Valor(nombre), CultureInfo.InvariantCulture);
}

/// <summary><c>historial.json</c>: the figures of every corte up to this one. Each corte takes the earlier's and adds its own point, whatever the hour of the night.</summary>
/// <remarks>Described by <c>docs/esquemas/historial.schema.json</c>.</remarks>
public static class Historial
{
    public const string Archivo = "historial.json";

    internal static byte[] Escribir(Corte corte, CorteDeEleccion eleccion, IReadOnlyList<PuntoDeHistorial> puntos) => Escritor.Documento(Rutas.DeEleccion(corte.Id, eleccion.Eleccion.Id, Archivo), "historial", json =>
    {
        Escritor.Encabezado(json, corte, eleccion.Eleccion);
        json.WriteStartArray("puntos");
        foreach (var punto in puntos)
        {
            json.WriteStartObject();
            json.WriteString("corte", punto.Corte.Valor);
            json.WriteString("instante", Escrito.Iso(punto.InstanteEn));
            json.WriteString("hora", Escrito.FechaMinuto(punto.InstanteEn, corte.Proceso.Calendario.Zona));
            Escritor.Cifras(json, punto.Valores);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <exception cref="JsonException">Not such a document.</exception>
    public static IReadOnlyList<PuntoDeHistorial> Leer(ReadOnlyMemory<byte> bytes)
    {
        using var documento = JsonDocument.Parse(bytes);
        return
        [
            .. documento.RootElement.GetProperty("puntos").EnumerateArray().Select(p => new PuntoDeHistorial(
                new(p.GetProperty("corte").GetString()!), p.GetProperty("instante").GetDateTimeOffset(),
                [.. Cifras.Nombres.Select(n => p.GetProperty("cifras").GetProperty(n).ToString())])),
        ];
    }
}
