using Prep.Datos;
using Prep.Datos.Filas;
using Prep.Datos.Cortes;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Operacion.Preparacion;
using Prep.Operacion.Tests;
using Prep.Simulador.Noches;

namespace Prep.Simulador.Tests.Noches;

public sealed class ActuacionDeNocheTests : IDisposable
{
    // Everything that can happen, often, so that few actas show it all.
    private static readonly OpcionesDeNoche Agitada = new()
    {
        SinEtiqueta = 0.3, Duplicadas = 0.5, ErroresDeCaptura = 0.3, OtrasSinActa = 0.1, FueraDeCatalogo = 0.03, Capturistas = 12, ImagenAjena = true,
    };

    private readonly string _temporal = Directory.CreateTempSubdirectory("prep-noche-").FullName;

    public void Dispose() => Directory.Delete(_temporal, true);

    [Fact]
    public async Task Los_hechos_pasados_por_los_casos_de_uso_dan_el_corte_de_la_noche()
    {
        var noche = Noche.De(Proceso(ClaseDeProceso.Repeticion), 3, Agitada);
        await using var almacen = await AbrirAsync(noche);
        var actuacion = new ActuacionDeNoche(noche, almacen);
        foreach (var hecho in noche.Hechos())
        {
            await actuacion.HacerAsync(hecho, default);
        }

        var fin = noche.Proceso.Calendario.UltimaActualizacionEn;
        var esperado = noche.CorteEn(fin);
        var leido = (await new LectorDeCorte(almacen).LeerAsync(esperado.Id, fin, true, null, default)).Corte;
        foreach (var (nuestra, suya) in esperado.Elecciones.Zip(leido.Elecciones))
        {
            Assert.Equal(nuestra.Registros.Select(Escrito), suya.Registros.Select(Escrito));
            Assert.Equal(nuestra.FueraDeCatalogo.Select(Escrito), suya.FueraDeCatalogo.Select(Escrito));
        }
    }

    [Fact]
    public async Task Con_la_cola_que_reparte_al_azar_los_datos_acaban_siendo_los_del_papel()
    {
        var noche = Noche.De(Proceso(ClaseDeProceso.Simulacro), 4, Agitada with { SinEtiqueta = 0 });
        await using var almacen = await AbrirAsync(noche);
        var actuacion = new ActuacionDeNoche(noche, almacen, imagen => JpegDePrueba.De(imagen));
        foreach (var hecho in noche.Hechos())
        {
            await actuacion.HacerAsync(hecho, default);
        }

        var fin = noche.Proceso.Calendario.UltimaActualizacionEn;
        var leido = (await new LectorDeCorte(almacen).LeerAsync(CorteId.De(fin, noche.Proceso.Calendario.Zona), fin, true, null, default)).Corte;
        var papel = noche.Actas.ToDictionary(a => a.Acta.Id, a => a.Datos);
        var capturados = leido.Elecciones.SelectMany(e => e.Registros).OfType<RegistroDeActa>().Where(r => r.Datos is not null).ToList();
        Assert.All(capturados, r => Assert.Equal(papel[r.Id], r.Datos));
        Assert.InRange(capturados.Count, papel.Count * 3 / 4, papel.Count);
    }

    private static string Escrito(RegistroDeActa? r) => r is null
        ? "-"
        : $"{r.Id} v{r.Version} {r.Contenido.GetType().Name} {(r.Contenido as Contenido.SinActa)?.Motivo} [{string.Join(',', r.Datos?.Campos ?? [])}] {r.Conteo}"
            + $" {r.Imagen?.Codigo} {r.Imagen?.Origen} {r.Imagen?.Medio} {r.Documento} {r.AcopioEn:O} {r.CapturaEn:O} {r.VerificadaEn:O}";

    private static Proceso Proceso(ClaseDeProceso clase)
    {
        var proceso = NochesDePrueba.Leer("oaxaca-2024");
        return proceso with
        {
            Clase = clase,
            Elecciones = [.. proceso.Elecciones.Select(e => e with { Actas = [.. e.Actas.Where(a => a.Casilla.Tipo == TipoDeCasilla.Especial).Concat(e.Actas.Where(a => a.Casilla.Tipo != TipoDeCasilla.Especial)).Take(120)] })],
        };
    }

    private async Task<Almacen> AbrirAsync(Noche noche)
    {
        var almacen = await Almacen.AbrirAsync(new(_temporal), TimeProvider.System, default);
        Assert.True((await CargarProceso.EjecutarAsync(noche.Proceso, new(new("prueba"), almacen, TimeProvider.System), default)).IsOk);
        await almacen.Base.EscribirAsync(
            async tx =>
            {
                await MarchaFila.PonerCerosAsync(tx, noche.Proceso.Calendario.PuestaEnCerosEn);
                return true;
            },
            hecho => hecho,
            default);
        return almacen;
    }
}
