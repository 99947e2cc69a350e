using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Prep.Datos.Cortes;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Navegador.Casa;
using Prep.Navegador.Digitalizacion;
using Prep.Operacion;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Publicacion;
using Prep.Operacion.Tests;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio;
using Prep.Servicios;

namespace Prep.Navegador.Camino;

/// <summary>A small election with the roster of practice, the operation and the public site: each person comes in with an account and a computer of their own.</summary>
internal sealed class Noche : IAsyncDisposable
{
    private readonly Casa.Navegador _navegador;
    private readonly string _carpeta = Directory.CreateTempSubdirectory("prep-").FullName;
    private readonly Dictionary<string, IPage> _personas = [];
    private readonly LectorDeCorte _lector;
    private readonly ClaveDeFirma _clave;
    private readonly Publicador _publicador;
    private readonly WebApplication _sitio;

    private Noche(Casa.Navegador navegador, ServidorConCuentas servidor)
    {
        (_navegador, Servidor, _lector) = (navegador, servidor, new(servidor.Almacen));
        Directory.CreateDirectory(Publicacion);
        _clave = ClaveDeFirma.AbrirOCrear(Path.Combine(_carpeta, "clave"));
        _publicador = new(Publicacion, _clave, servidor.Cuentas.Reloj, new());
        _sitio = Servidores.Sitio(Publicacion, "http://127.0.0.1:0");
    }

    public ServidorConCuentas Servidor { get; }

    public Proceso Proceso => Servidor.Almacen.Catalogo!.Proceso;

    /// <summary>What a person's browser complained of, but for the refusals that a screen shows.</summary>
    public List<string> Faltas { get; } = [];

    private string Publicacion => Path.Combine(_carpeta, "publicacion");

    /// <param name="deOtroCatd">Number of the casilla that another CATD expects.</param>
    public static async Task<Noche> CrearAsync(Casa.Navegador navegador, int casillas, int deOtroCatd)
    {
        var proceso = CatalogoDePrueba.Proceso(casillas: casillas);
        proceso = proceso with
        {
            Elecciones = [.. proceso.Elecciones.Select(e => e with { Actas = [.. e.Actas.Select((a, i) => i == deOtroCatd - 1 ? a with { Catd = "CATD-02" } : a)] })],
        };
        var padron = PadronDeEjemplo.Csv(proceso) + "captura4,Captura 4,CAPTURA,CATD-02\n";
        Noche noche = new(navegador, await ServidorConCuentas.CrearAsync(proceso: proceso, padron: padron));
        await noche._sitio.StartAsync();
        return noche;
    }

    /// <summary>A person at their post, enrolled and in since the first time that they are needed.</summary>
    public async Task<IPage> PersonaAsync(string persona)
    {
        if (_personas.TryGetValue(persona, out var pagina))
        {
            return pagina;
        }

        pagina = _personas[persona] = await _navegador.PaginaAsync(Servidor.Raiz);
        pagina.Console += (_, m) => Faltas.Add($"{persona}: {m.Text}");
        pagina.PageError += (_, falta) => Faltas.Add($"{persona}: {falta}");
        await Servidor.InscribirAsync(pagina, Servidor.Cuentas.De(persona).Sitio, $"equipo de {persona}");
        await Servidor.EntrarAsync(pagina, persona);
        await pagina.WaitForURLAsync(u => u.EndsWith("/puestos", StringComparison.Ordinal) || u.EndsWith("/cuenta", StringComparison.Ordinal));
        if (pagina.Url.EndsWith("/cuenta", StringComparison.Ordinal))
        {
            Telefonos[persona] = await Servidor.TelefonoAsync(pagina);
        }

        return pagina;
    }

    /// <summary>Secrets of the telephones.</summary>
    public Dictionary<string, string> Telefonos { get; } = [];

    public async Task<FilePayload> EscanearAsync(string nombre, int casilla, bool sinEtiqueta = false, int? pan = null) => new()
    {
        Name = nombre,
        MimeType = "image/jpeg",
        Buffer = await ActaDibujada.JpegAsync(Proceso, casilla - 1, sinEtiqueta: sinEtiqueta, pan: pan),
    };

    /// <summary>The next corte, made and published as the program does.</summary>
    public async Task<Corte> CorteAsync()
    {
        var reloj = Servidor.Cuentas.Reloj;
        reloj.Avanzar(TimeSpan.FromMinutes(1));
        return (await HacerCorte.EjecutarAsync(
            new(reloj.Ahora, false), _lector, PublicarEnCarpeta.Con(_publicador, Publicacion, Servidor.Almacen), new Contexto(new("corte"), Servidor.Almacen, reloj), default)).Debe().Corte;
    }

    /// <summary>What anybody sees of an acta.</summary>
    public async Task<IPage> PublicaAsync(int casilla, int version)
    {
        var pagina = await _navegador.PaginaAsync(_sitio.Urls.First());
        await pagina.GotoAsync("/" + Rutas.DeActa(Proceso.Dip().Actas[casilla - 1].Id, version));
        return pagina;
    }

    public async Task<T> LeerAsync<T>(Func<Datos.PrepContext, T> que)
    {
        await using var db = Servidor.Almacen.Base.Contexto();
        return que(db);
    }

    public async ValueTask DisposeAsync()
    {
        await _sitio.DisposeAsync();
        await Servidor.DisposeAsync();
        _clave.Dispose();
        Directory.Delete(_carpeta, recursive: true);
    }
}
