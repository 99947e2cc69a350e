using System.Net;
using System.Security.Cryptography;
using System.Text;
using Prep.Datos.Cortes;
using Prep.Datos.Cuentas;
using Prep.Datos.Filas;
using Prep.Documentos;
using Prep.Dominio;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Hitos;
using Prep.Operacion.Publicacion;
using Prep.Operacion.Tests.Documentos;
using Prep.Publicacion.Paquete;

namespace Prep.Operacion.Tests.Hitos;

/// <summary>A store before its zero act, a program of two files, an auditor, and a printer that copies the page.</summary>
internal sealed class CerosDePrueba : IAsyncDisposable
{
    private readonly DirectoryInfo _carpeta = Directory.CreateTempSubdirectory("prep-ceros-");
    private readonly ECDsa _auditor = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private ClaveDeFirma _clave = null!;
    private Impresora _impresora = null!;

    public AlmacenDePrueba Datos { get; private set; } = null!;

    public AlmacenDeCuentas Cuentas { get; private set; } = null!;

    public string Publicacion => Path.Combine(_carpeta.FullName, "publicacion");

    public string Programa => Path.Combine(_carpeta.FullName, "programa");

    /// <summary>What each mirror answers at its <c>actual.json</c>; null is silence.</summary>
    public Dictionary<string, (HttpStatusCode Estado, string Cuerpo)?> Espejos { get; } = [];

    /// <summary>Stands between the act and the publisher.</summary>
    public Func<PublicarCorte, PublicarCorte> Publicar { get; set; } = p => p;

    public string Chromium { get; set; } = "";

    public static async Task<CerosDePrueba> CrearAsync(ClaseDeProceso clase = ClaseDeProceso.Jornada, string? postgres = null)
    {
        CerosDePrueba prueba = new();
        prueba.Datos = await AlmacenDePrueba.CrearAsync(clase, postgres: postgres, conCeros: false);
        prueba.Datos.Reloj.Ahora = prueba.Datos.Proceso.Calendario.PuestaEnCerosEn.AddMinutes(1);
        prueba.Cuentas = await AlmacenDeCuentas.AbrirAsync(prueba.Datos.Opciones, prueba.Datos.Reloj, default);
        prueba._clave = ClaveDeFirma.AbrirOCrear(Path.Combine(prueba._carpeta.FullName, "claves"));
        prueba.Chromium = NavegadorDePrueba.Escribir(prueba._carpeta, """{ printf '%%PDF-1.4 '; cat "$(dirname "$destino")/documento.html"; printf '%%%%EOF\n'; } > "$destino" """);
        Directory.CreateDirectory(Path.Combine(prueba.Programa, "plantillas"));
        await File.WriteAllTextAsync(Path.Combine(prueba.Programa, "Prep.dll"), "programa");
        await File.WriteAllTextAsync(Path.Combine(prueba.Programa, "plantillas", "uno.html"), "plantilla");
        return prueba;
    }

    public Contexto Consola => Datos.Como("consola");

    public async Task<ListaFirmada> ListaAsync()
    {
        var lista = Encoding.UTF8.GetBytes(Huellas.Escribir(await PonerEnCeros.LoQueCorreAsync(Programa, Consola, default)));
        return Firmada(lista);
    }

    public ListaFirmada Firmada(byte[] lista) =>
        new("lista.sha256", lista, _auditor.SignData(lista, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence), _auditor.ExportSubjectPublicKeyInfoPem());

    public Task<Result<PonerEnCeros.Hecho>> PonerAsync(ListaFirmada? lista)
    {
        _impresora?.Dispose();
        _impresora = new(Chromium);
        return PonerEnCeros.EjecutarAsync(
            new("Oaxaca de Juárez", [new("Ana <López>", "Presidenta del Consejo")], "Luz Ruiz, notaría 12, instrumento 345", lista), Medios(), Consola, default);
    }

    public PonerEnCeros.Medios Medios()
    {
        PublicarCorte publicar = Publicar(PublicarEnCarpeta.Con(new Publicador(Publicacion, _clave, Datos.Reloj, new()), Publicacion, Datos.Almacen));
        return new(new LectorDeCorte(Datos.Almacen), publicar, Publicacion, Cuentas, Programa, "Prep de prueba", new(new Red(Espejos)), new Plantillas(Plantillas.DelPrograma), _impresora);
    }

    public Task<(MarchaFila Marcha, HitoFila? Hito, List<CorteFila> Cortes)> EstadoAsync() =>
        Datos.Almacen.Base.LeerAsync(async tx => (await MarchaFila.LeerAsync(tx), await HitoFila.LeerAsync(tx, "Ceros"), await CorteFila.TodosAsync(tx)), default);

    public Task EjecutarAsync(string sql) => Datos.Almacen.Base.EscribirAsync(async tx => await tx.EjecutarAsync(sql), _ => true, default);

    public async ValueTask DisposeAsync()
    {
        _impresora?.Dispose();
        _auditor.Dispose();
        _clave.Dispose();
        await Cuentas.DisposeAsync();
        await Datos.DisposeAsync();
        _carpeta.Delete(recursive: true);
    }

    private sealed class Red(Dictionary<string, (HttpStatusCode Estado, string Cuerpo)?> espejos) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            espejos.GetValueOrDefault(request.RequestUri!.Host) is { } dice
                ? Task.FromResult(new HttpResponseMessage(dice.Estado) { Content = new StringContent(dice.Cuerpo) })
                : Task.FromException<HttpResponseMessage>(new HttpRequestException("nadie"));
    }
}
