using System.Net;
using Prep.Datos.Filas;
using Prep.Datos.Tests;
using Prep.Documentos;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Documentos;
using Prep.Operacion.Tests.Http;

namespace Prep.Operacion.Tests.Documentos;

/// <summary>The register of documents, on both databases.</summary>
public sealed class EmitirDocumentoTests(ClusterDePostgres cluster) : IDisposable
{
    private readonly DirectoryInfo _carpeta = Directory.CreateTempSubdirectory("prep-prueba-");

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Los_numeros_son_seguidos_aunque_varios_emitan_a_la_vez_y_la_misma_pagina_es_el_mismo_documento(string @base)
    {
        await using var datos = await AlmacenDePrueba.CrearAsync(postgres: @base == "postgres" ? await cluster.NuevaBaseAsync() : null);
        var copia = NavegadorDePrueba.Escribir(_carpeta, """{ printf '%%PDF-1.4 '; cat "$(dirname "$destino")/documento.html"; printf '%%%%EOF\n'; } > "$destino" """);
        using Impresora impresora = new(copia, aLaVez: 4);
        Task<Dominio.Result<EmitirDocumento.Emitido>> Emitir(string tipo, int i) =>
            EmitirDocumento.EjecutarAsync(new(tipo, $"Documento {i}", $"<html><head></head><body>{i}</body></html>"), impresora, datos.Como("ana"), default);

        var hechos = (await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Emitir("bitacora", i)).Append(Emitir("bitacora", 0)))).Select(h => h.Debe()).ToArray();
        var otro = (await Emitir("recibo", 0)).Debe();
        var otraVez = (await Emitir("bitacora", 3)).Debe();

        Assert.Equal(Enumerable.Range(1, 6), hechos.Select(h => h.Numero).Distinct().Order());
        Assert.Equal(hechos[0].Numero, hechos[6].Numero);
        Assert.Equal(1, otro.Numero);
        Assert.Equal((hechos[3].Numero, hechos[3].Codigo), (otraVez.Numero, otraVez.Codigo));
        Assert.All(hechos, h => Assert.Equal(h.Codigo, CodigoDeIntegridad.De(h.Bytes.Span)));
        foreach (var sql in new[] { "UPDATE documento SET persona = 'otra'", "DELETE FROM documento" })
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => datos.Almacen.Base.EscribirAsync<int>(tx => tx.EjecutarAsync(sql), _ => true, default));
        }

        File.Delete(datos.Almacen.Documentos.Ruta(hechos[3].Codigo));
        (await Emitir("bitacora", 3)).Rechaza("documento_sin_archivo");
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task La_bitacora_de_un_catd_sale_en_pdf_y_su_pagina_dice_lo_mismo(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        (await s.EnviarEnSitioAsync("coord", "COORDINADOR_CATD", "CATD-01", "/operacion/sitios/CATD-01/incidentes", new { categoria = "Energia", texto = "Se fue <la> luz" })).Bien();
        using var cliente = s.Cliente("coord", "COORDINADOR_CATD", "CATD-01");

        using var pdf = await cliente.GetAsync("/puestos/catd/bitacora.pdf");
        using var pagina = await cliente.GetAsync("/puestos/sitios/CATD-01/bitacora");

        Assert.Equal(HttpStatusCode.OK, pdf.StatusCode);
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
        Assert.Equal("bitacora-CATD-01-001.pdf", pdf.Content.Headers.ContentDisposition?.FileName);
        var bytes = await pdf.Content.ReadAsByteArrayAsync();
        Assert.True(bytes.AsSpan().StartsWith("%PDF-"u8));
        Assert.Contains("Se fue &lt;la&gt; luz", await pagina.Content.ReadAsStringAsync());
        Assert.DoesNotContain("unsafe-inline", pagina.Headers.GetValues("Content-Security-Policy").Single());
        var filas = await s.Datos.Almacen.Base.LeerAsync(tx => tx.TodosAsync("SELECT pdf FROM documento", f => f.GetString(0)), default);
        Assert.Equal([CodigoDeIntegridad.De(bytes).Hex], filas);
    }

    [Fact]
    public async Task Sin_chromium_la_pantalla_dice_que_falta()
    {
        using Impresora rota = new("chromium-que-no-esta");
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster, impresora: rota);
        using var cliente = s.Cliente("coord", "COORDINADOR_CATD", "CATD-01");

        using var vuelta = await cliente.GetAsync("/puestos/catd/bitacora.pdf");

        Assert.Equal("/puestos/catd", vuelta.Headers.Location?.ToString());
        Assert.Contains("apt-get install chromium-headless-shell", await cliente.GetStringAsync("/puestos/catd"));
    }

    public void Dispose() => _carpeta.Delete(recursive: true);
}
