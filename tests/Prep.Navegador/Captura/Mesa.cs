using Microsoft.Playwright;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Navegador.Casa;
using Prep.Operacion.Digitalizacion;
using Prep.Operacion.Tests;
using Prep.Publicacion.Formatos;

namespace Prep.Navegador.Captura;

/// <summary>A desk of capture in the browser over a store with drawn actas in its queue, and the hands of a person who knows only the keyboard.</summary>
public sealed class Mesa : IAsyncDisposable
{
    private readonly Casa.Navegador _navegador;
    private readonly ActasDibujadas _dibujos;

    private Mesa(Casa.Navegador navegador, ActasDibujadas dibujos, ServidorDePantallas servidor) => (_navegador, _dibujos, Servidor) = (navegador, dibujos, servidor);

    public ServidorDePantallas Servidor { get; }

    public int Teclas { get; set; }

    public static async Task<Mesa> PonerAsync(Casa.Navegador navegador, ActasDibujadas dibujos, params Hecho[] enCola)
    {
        Mesa mesa = new(navegador, dibujos, await ServidorDePantallas.CrearAsync(proceso: dibujos.Proceso));
        foreach (var hecho in enCola)
        {
            await mesa.LlegarAsync(hecho.Id, hecho.Datos!);
        }

        return mesa;
    }

    /// <summary>An image arrives and waits to be captured.</summary>
    public async Task LlegarAsync(ActaId acta, DatosDeActa datos) => (await RecibirImagen.EjecutarAsync(
        new(await _dibujos.DibujarAsync(acta, datos), Origen.Casilla, Medio.Movil, acta, Documento: TiposDeDocumento.ActaPrep), Servidor.Datos.Como("cae"), default)).Debe();

    /// <summary>The acta that a person has in hand: the screen does not say it.</summary>
    public async Task<Hecho> EnManoAsync(string persona)
    {
        await using var db = Servidor.Datos.Almacen.Base.Contexto();
        var turno = db.Turnos.Where(t => t.Persona == persona && t.EntregadoEn == null).OrderBy(t => t.Apartado).ThenByDescending(t => t.TomadoEn).First();
        var acta = Servidor.Datos.Almacen.Catalogo!.Acta(turno.Acta)!.Value.Acta.Id;
        return _dibujos.Hechos.First(h => h.Id == acta);
    }

    /// <summary>Values of the captures delivered, in order.</summary>
    public async Task<IReadOnlyList<CapturaDeActa>> CapturasAsync()
    {
        await using var db = Servidor.Datos.Almacen.Base.Contexto();
        return [.. db.Capturas.OrderBy(c => c.CapturadaEn).ThenBy(c => c.Orden).AsEnumerable().Select(c => c.ACaptura())];
    }

    public async Task<string> EstadoAsync(Hecho hecho)
    {
        var numero = Servidor.Datos.Almacen.Catalogo!.Buscar(hecho.Id)!.Value;
        return (await Servidor.Datos.Almacen.Base.LeerAsync(tx => tx.EscalarAsync<string>("SELECT estado FROM acta WHERE numero = @p0", numero), default))!;
    }

    /// <summary>Somebody opens the screen, in a browser of his own.</summary>
    public async Task<IPage> AbrirAsync(string persona, bool oscuro = false)
    {
        var pagina = await _navegador.PaginaAsync(Servidor.Raiz, ServidorDePantallas.Como(persona, "CAPTURA", "CATD-01"), oscuro);
        await pagina.GotoAsync("/puestos/captura");
        return pagina;
    }

    /// <summary>The acta is in front of the person and the first box has the focus.</summary>
    public static Task ListaAsync(IPage pagina) => pagina.WaitForFunctionAsync(
        "() => !document.getElementById('trabajo').hidden && document.getElementById('acta').naturalWidth > 0 && document.getElementById('visor-texto').hidden");

    public async Task TeclearAsync(IPage pagina, params string[] teclas)
    {
        foreach (var tecla in teclas)
        {
            await pagina.Keyboard.PressAsync(tecla);
            Teclas++;
        }
    }

    /// <summary>Digits and Enter; a word is its one key.</summary>
    public Task CantidadAsync(IPage pagina, Cantidad cantidad) => TeclearAsync(pagina, cantidad switch
    {
        { EsIlegible: true } => ["*"],
        { EsSinDato: true } => ["/"],
        { EsNoAplica: true } => ["n"],
        _ => [.. $"{cantidad}".Select(c => c.ToString()), "Enter"],
    });

    /// <summary>Section, type and number as the acta shows them.</summary>
    public async Task ClaveAsync(IPage pagina, Casilla casilla)
    {
        await TeclearAsync(pagina, casilla.Seccion.Length > 0 ? [.. casilla.Seccion.Select(c => c.ToString()), "Enter"] : ["/"]);
        await TeclearAsync(pagina, casilla.Tipo.Letra().ToLowerInvariant());
        if (casilla.Tipo != TipoDeCasilla.Basica)
        {
            await TeclearAsync(pagina, [.. casilla.Numero.Select(c => c.ToString()), "Enter"]);
        }

        if (casilla.Tipo == TipoDeCasilla.Extraordinaria)
        {
            await TeclearAsync(pagina, [.. casilla.ExtContigua.TrimStart('0').Select(c => c.ToString()), "Enter"]);
        }
    }

    /// <summary>A whole acta by keyboard, up to the delivery.</summary>
    public async Task CapturarAsync(IPage pagina, Hecho hecho, bool entregar = true)
    {
        await ListaAsync(pagina);
        await ClaveAsync(pagina, _dibujos.Casilla(hecho));
        var campos = hecho.Datos!.Campos;
        foreach (var campo in await CamposAsync(pagina))
        {
            await CantidadAsync(pagina, campos[campo]);
        }

        if (entregar)
        {
            await TeclearAsync(pagina, "Enter");
        }
    }

    /// <summary>A básica whose fields each say their own place, up to the delivery.</summary>
    public static async Task EscribirAsync(IPage pagina, Casilla casilla)
    {
        foreach (var tecla in casilla.Seccion.Select(c => $"{c}").Append("Enter").Append(casilla.Tipo.Letra()))
        {
            await pagina.Keyboard.PressAsync(tecla);
        }

        foreach (var campo in await CamposAsync(pagina))
        {
            await pagina.Keyboard.TypeAsync($"{campo}");
            await pagina.Keyboard.PressAsync("Enter");
        }
    }

    /// <summary>Places in the acta of the boxes, in the order of the screen.</summary>
    public static async Task<int[]> CamposAsync(IPage pagina) =>
        await pagina.EvaluateAsync<int[]>("() => [...document.querySelectorAll('#campos input')].map((c) => Number(c.dataset.campo))");

    /// <summary>Waits until the screen says it.</summary>
    public static Task DiceAsync(IPage pagina, string texto) => pagina.WaitForFunctionAsync(
        "(t) => [...document.querySelectorAll('#aviso, #espera, #reporte-falta')].some((e) => e.checkVisibility() && e.textContent.includes(t))", texto);

    public static Task EntregadasAsync(IPage pagina, int cuantas) => pagina.WaitForFunctionAsync("(n) => document.getElementById('hechas').textContent === String(n)", cuantas);

    /// <summary>What stands in each box, key first, in the order of the screen.</summary>
    public static Task<string[]> EscritoAsync(IPage pagina) =>
        pagina.EvaluateAsync<string[]>("() => [...document.querySelectorAll('#hoja input')].filter((c) => c.checkVisibility()).map((c) => c.value)");

    /// <summary>The box that the next key would go to.</summary>
    public static Task<string> EnfocadaAsync(IPage pagina) => pagina.EvaluateAsync<string>("() => document.activeElement?.id ?? ''");

    public async ValueTask DisposeAsync() => await Servidor.DisposeAsync();
}
