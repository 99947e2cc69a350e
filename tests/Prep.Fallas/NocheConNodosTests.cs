using System.Text.Json;
using Prep.Datos;
using Prep.Datos.Filas;
using Prep.Datos.Tests;
using Prep.Dominio.Actas;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Operacion.Hitos;
using Prep.Operacion.Publicacion;
using Prep.Operacion.Tests;
using Prep.Publicacion;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Tests.Paquete;

namespace Prep.Fallas;

/// <summary>Whole nights with two servers over one PostgreSQL and one publication: whatever dies or freezes, each corte is made once and carries what it must.</summary>
public sealed class NocheConNodosTests(ClusterDePostgres cluster) : IClassFixture<ClusterDePostgres>, IAsyncDisposable
{
    private readonly CarpetaTemporal _carpeta = new();
    private readonly List<NodoVivo> _nodos = [];
    private readonly Dictionary<(string Eleccion, string Clave), DateTimeOffset> _verificadas = [];
    private readonly Random _azar = new(20240602);
    private AlmacenDePrueba _datos = null!;
    private Queue<(ActaId Id, string Casilla)> _porLlegar = [];
    private int _silencio;
    private DateTimeOffset _ahora;
    private string _visto = "";

    private CalendarioDelPrep Calendario => _datos.Proceso.Calendario;

    private NodoVivo Lider => _nodos.Single(n => n.Manda);

    [Fact]
    public async Task Una_noche_de_73_cortes_con_tres_muertes_del_que_manda_sale_completa()
    {
        await AbrirAsync(silencio: 20_000);
        var cortes = Calendario.Cortes().ToArray();
        Assert.Equal(73, cortes.Length);
        for (var i = 0; i < cortes.Length; i++)
        {
            await LleganAsync(i == 0 ? Calendario.AperturaEn : cortes[i - 1], cortes[i]);
            switch (i)
            {
                case 20:
                    await MorirEntrePreparadoYPublicadoAsync(cortes[i]);
                    break;
                case 7 or 52:
                    await MorirAlAzarAsync(cortes[i]);
                    break;
                default:
                    Hora(cortes[i]);
                    break;
            }

            await SaleAsync(cortes[i]);
        }

        await FinAsync(cortes);
        Assert.Empty(await LeerAsync(CorteOmitidoFila.TodosAsync));
    }

    [Fact]
    public async Task El_que_manda_congelado_pierde_el_mando_y_al_despertar_no_repite_ni_regresa_nada()
    {
        await AbrirAsync(silencio: 3_000);
        var cortes = Calendario.Cortes().Take(6).ToArray();
        for (var i = 0; i < cortes.Length; i++)
        {
            await LleganAsync(i == 0 ? Calendario.AperturaEn : cortes[i - 1], cortes[i]);
            if (i is 2 or 4)
            {
                var lider = Lider;
                using (i == 2 ? Carpeta() : null)
                {
                    Hora(cortes[i]);
                    await HastaAsync(() => i == 2 ? PreparadoAsync(cortes[i]) : Task.FromResult(true));
                    await Task.Delay(i == 2 ? 0 : _azar.Next(60), TestContext.Current.CancellationToken);
                    lider.Senal("-STOP");
                }

                // The other one leads while this one still believes that it does.
                await HastaAsync(() => Insistir(() => Task.FromResult(_nodos.Any(n => n != lider && n.Manda))));
                Assert.True(lider.Manda);
                if (i == 2)
                {
                    await SaleAsync(cortes[i]);
                }

                lider.Senal("-CONT");
                await HastaAsync(() => Insistir(() => Task.FromResult(!lider.Manda)));
            }
            else
            {
                Hora(cortes[i]);
            }

            await SaleAsync(cortes[i]);
        }

        Revisar(cortes);
    }

    private async Task AbrirAsync(int silencio)
    {
        _datos = await AlmacenDePrueba.CrearAsync(casillas: 60, postgres: await cluster.NuevaBaseAsync());
        _porLlegar = new(_datos.Proceso.Elecciones.SelectMany(e => e.Actas).OrderBy(_ => _azar.Next()).Select(a => (a.Id, a.Casilla.Clave)));
        _silencio = silencio;

        // The zero corte, as the zero act makes it.
        _datos.Reloj.Ahora = _ahora = Calendario.PuestaEnCerosEn;
        (await HacerCorte.EjecutarAsync(new(_ahora), _datos.Lector, PublicarEnCarpeta.Con(_carpeta.Publicador(), _carpeta.Publicacion, _datos.Almacen), _datos.Como("ceros"), default)).Debe();
        Nacer();
        await HastaAsync(() => Task.FromResult(_nodos[0].Manda));
        Nacer();
    }

    private void Nacer() => _nodos.Add(new(_datos.Opciones, _carpeta.Raiz, _silencio, _ahora));

    // Some actas, verified at instants of the interval; now and then at the very instant of the corte.
    private async Task LleganAsync(DateTimeOffset despuesDe, DateTimeOffset hasta)
    {
        var instantes = Enumerable.Range(0, _azar.Next(4)).Select(_ => despuesDe.AddSeconds(_azar.Next(1, (int)(hasta - despuesDe).TotalSeconds + 1))).Append(hasta).Order();
        foreach (var instante in instantes.Skip(_azar.Next(2)))
        {
            await LlegaAsync(instante);
        }
    }

    private async Task LlegaAsync(DateTimeOffset instante)
    {
        if (!_porLlegar.TryDequeue(out var acta))
        {
            return;
        }

        _datos.Reloj.Ahora = instante;
        await _datos.ImagenAsync(acta.Id);
        var clave = ClaveEscrita.De(_datos.Proceso.Elecciones.SelectMany(e => e.Actas).First(a => a.Id == acta.Id).Casilla);
        (await _datos.CapturarAsync("ana", AlmacenDePrueba.Valores(), clave)).Debe();
        (await _datos.CapturarAsync("beto", AlmacenDePrueba.Valores(), clave)).Debe();
        _verificadas[(acta.Id.Eleccion.Valor, acta.Id.ClaveActa)] = instante;
    }

    private async Task MorirAlAzarAsync(DateTimeOffset corte)
    {
        var lider = Lider;
        Hora(corte);
        await Task.Delay(_azar.Next(120), TestContext.Current.CancellationToken);
        Matar(lider);
        await LlegaAsync(corte.AddSeconds(1));
    }

    private async Task MorirEntrePreparadoYPublicadoAsync(DateTimeOffset corte)
    {
        var lider = Lider;
        using (Carpeta())
        {
            Hora(corte);
            await HastaAsync(() => PreparadoAsync(corte));
            Matar(lider);
        }

        // What is verified later does not enter a corte already prepared.
        await LlegaAsync(corte.AddSeconds(1));
    }

    private void Matar(NodoVivo nodo)
    {
        nodo.Dispose();
        _nodos.Remove(nodo);
        Nacer();
    }

    // The publisher's folder in hand: nobody publishes meanwhile.
    private IDisposable Carpeta()
    {
        for (var i = 0; ; i++)
        {
            if (Disco.Candado(_carpeta.Ruta(RutasDePaquete.Candado)) is { } candado)
            {
                return candado;
            }

            Assert.True(i < 200);
            Thread.Sleep(50);
        }
    }

    private void Hora(DateTimeOffset ahora)
    {
        _ahora = ahora;
        _nodos.ForEach(n => n.DarHora(ahora));
    }

    // Time goes on for everybody: who waits to try again, tries.
    private async Task<bool> Insistir(Func<Task<bool>> seCumple)
    {
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Hora(_ahora.AddSeconds(5));
        return await seCumple();
    }

    private Task<bool> PreparadoAsync(DateTimeOffset corte) => EstaAsync(corte, "Preparado");

    private async Task SaleAsync(DateTimeOffset corte)
    {
        for (var i = 0; i < 20 && !await EstaAsync(corte, "Publicado"); i++)
        {
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }

        await HastaAsync(async () => await EstaAsync(corte, "Publicado") || await Insistir(() => EstaAsync(corte, "Publicado")));
    }

    private Task<bool> EstaAsync(DateTimeOffset corte, string estado) =>
        LeerAsync(async tx => await CorteFila.LeerAsync(tx, CorteId.De(corte, Calendario.Zona).Valor) is { } fila && fila.Estado == estado);

    private async Task HastaAsync(Func<Task<bool>> seCumple)
    {
        for (var i = 0; !await seCumple(); i++)
        {
            // What is served never goes back.
            var actual = _carpeta.Actual().Corte;
            Assert.True(string.CompareOrdinal(_visto, actual) <= 0, $"se volvió de {_visto} a {actual}");
            _visto = actual;
            Assert.True(i < 600, $"No llegó. {string.Join("\n---\n", _nodos.Select(n => n.Dicho))}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private Task<T> LeerAsync<T>(Func<Datos.Bases.Transaccion, Task<T>> leer) => _datos.Almacen.Base.LeerAsync(leer, default);

    private async Task FinAsync(DateTimeOffset[] cortes)
    {
        Revisar(cortes);
        var (marcha, filas, hitos) = await LeerAsync(async tx => (await MarchaFila.LeerAsync(tx), await CorteFila.TodosAsync(tx), await HitoFila.TodosAsync(tx)));
        Assert.Equal(Calendario.UltimaActualizacionEn.AMicros(), marcha.CerradoEn);
        Assert.All(filas, f => Assert.Equal("Publicado", f.Estado));
        Assert.True(_carpeta.Manifiesto(CorteId.De(cortes[^1], Calendario.Zona).Valor).Ultimo);
        Assert.Single(hitos, h => h.Tipo == IniciarPublicacion.Hito);
        Assert.Empty(_porLlegar);
        _datos.Reloj.Ahora = Calendario.UltimaActualizacionEn;
        (await Operacion.Captura.TomarActa.EjecutarAsync(_datos.Como("ana"), default)).Rechaza("publicacion_cerrada");
    }

    // The second model: each corte adds exactly the versions verified after the instant of the earlier one and by its own.
    private void Revisar(DateTimeOffset[] cortes)
    {
        DateTimeOffset[] todos = [Calendario.PuestaEnCerosEn, .. cortes];
        Assert.Equal(todos.Select(c => CorteId.De(c, Calendario.Zona).Valor), Directory.EnumerateDirectories(_carpeta.Ruta("cortes")).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal));
        var entradas = 0L;
        for (var i = 0; i < todos.Length; i++)
        {
            var manifiesto = _carpeta.Manifiesto(CorteId.De(todos[i], Calendario.Zona).Valor);
            var debe = _verificadas.Where(v => v.Value <= todos[i] && (i == 0 || v.Value > todos[i - 1])).Select(v => v.Key).Order();
            var lleva = File.ReadAllLines(_carpeta.Ruta(manifiesto.Registro.Segmento)).Select(Llave).Order();
            Assert.Equal(debe, lleva);
            entradas += debe.Count();
            Assert.Equal(entradas, manifiesto.Registro.Entradas);
        }

        var informe = Comprobador.Comprobar(_carpeta.Publicacion, new(Todos: true), CancellationToken.None).Value;
        Assert.Empty(informe.Faltas);
    }

    private static (string, string) Llave(string linea)
    {
        using var json = JsonDocument.Parse(linea);
        return (json.RootElement.GetProperty("eleccion").GetString()!, json.RootElement.GetProperty("clave").GetString()!);
    }

    public async ValueTask DisposeAsync()
    {
        _nodos.ForEach(n => n.Dispose());
        await _datos.DisposeAsync();
        _carpeta.Dispose();
    }
}
