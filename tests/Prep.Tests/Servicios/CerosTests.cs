using System.Globalization;
using System.Text.Json;
using Prep.Dominio.Calendario;
using Prep.Operacion.Tests.Preparacion;
using Prep.Tests.Casa;

namespace Prep.Tests.Servicios;

/// <summary><c>ceros</c> and <c>huellas</c> as a person runs them, with the real printer: a simulacro whose zero hour has come.</summary>
public sealed class CerosTests : IDisposable
{
    private readonly CarpetaPasajera _carpeta = new();

    [Fact]
    public async Task Se_niega_nombrando_el_lugar_se_hace_una_vez_y_despues_da_la_misma_acta()
    {
        var almacen = _carpeta.En("almacen");
        Assert.Equal(2, (await Programa.CorrerAsync("ceros", "--almacen", almacen)).Codigo);
        Assert.Equal(2, (await Programa.CorrerAsync("iniciar", "--almacen", almacen)).Codigo);
        var eleccion = _carpeta.En("eleccion");
        var ahora = TimeProvider.System.GetUtcNow().AddHours(-6);
        new CarpetaDePrueba()
            .Cambiar("proceso.json", "\"puesta_en_ceros\": \"2024-06-02T18:00\"", $"\"puesta_en_ceros\": \"{Local(ahora.AddHours(-1))}\"")
            .Cambiar("proceso.json", "\"apertura\": \"2024-06-02T18:00\"", $"\"apertura\": \"{Local(ahora.AddHours(2))}\"")
            .Cambiar("proceso.json", "\"inicio\": \"2024-06-02T20:00\"", $"\"inicio\": \"{Local(ahora.AddHours(4))}\"")
            .Cambiar("proceso.json", "\"ultima_actualizacion\": \"2024-06-03T20:00\"", $"\"ultima_actualizacion\": \"{Local(ahora.AddHours(28))}\"")
            .Guardar(eleccion);
        Assert.Equal(0, (await Programa.CorrerAsync("cargar", eleccion, "--almacen", almacen)).Codigo);
        Assert.Equal(2, (await Programa.CorrerAsync("ceros", "--lista", "sola", "--almacen", almacen)).Codigo);
        Assert.Equal(2, (await Programa.CorrerAsync("ceros", "--asistente", "Ana sin cargo", "--almacen", almacen)).Codigo);
        Assert.Contains("Prep.dll\n", (await Programa.CorrerAsync("huellas", "--almacen", almacen)).Salida);

        var sinCeros = await Programa.CorrerAsync("iniciar", "--almacen", almacen);
        Assert.Equal((1, RechazosDeMarcha.SinCeros.Mensaje), (sinCeros.Codigo, sinCeros.Error.Trim()));

        var mala = _carpeta.Escribir("almacen/imagenes/mala", "x");
        var no = await Programa.CorrerAsync("ceros", "--almacen", almacen);
        Assert.Equal((1, "Imágenes de actas (imagenes) no está en ceros: 1 archivos, como mala."), (no.Codigo, no.Error.Trim()));
        Assert.False(Directory.Exists(Path.Combine(almacen, "publicacion", "cortes")));

        File.Delete(mala);
        var hecho = await Programa.CorrerAsync("ceros", "--asistente", "Ana, Presidenta", "--almacen", almacen);
        Assert.True(hecho.Codigo == 0, hecho.Error);
        Assert.StartsWith("Aviso: Sin lista del auditor", hecho.UltimaLinea);
        var acta = Path.Combine(almacen, "ceros", "acta-ceros-001.pdf");
        var bytes = await File.ReadAllBytesAsync(acta, TestContext.Current.CancellationToken);
        Assert.True(bytes.AsSpan().StartsWith("%PDF-"u8));
        using var actual = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(almacen, "publicacion", "actual.json"), TestContext.Current.CancellationToken));
        Assert.Contains(actual.RootElement.GetProperty("sha256").GetString()!, hecho.Salida);

        var otra = await Programa.CorrerAsync("ceros", "--almacen", almacen);
        Assert.Equal(1, otra.Codigo);
        Assert.StartsWith("La puesta en ceros ya se hizo: corte ", otra.Salida);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(acta, TestContext.Current.CancellationToken));

        var antes = await Programa.CorrerAsync("iniciar", "--almacen", almacen);
        Assert.Equal(1, antes.Codigo);
        Assert.EndsWith("todavía no llega la hora.", antes.Error.Trim());
        Assert.Equal(2, (await Programa.CorrerAsync("iniciar", "--sin-ceros", "--almacen", almacen)).Codigo);
    }

    public void Dispose() => _carpeta.Dispose();

    private static string Local(DateTimeOffset hora) => hora.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
