using System.Text;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio;

namespace Prep.Publicacion.Tests.Paquete;

/// <summary>Who checks while the Commission publishes gets a true answer: neither an alarm of what nobody changed, nor silence about what somebody did.</summary>
public sealed class SeguimientoEnMovimientoTests : IDisposable
{
    private readonly CarpetaTemporal _carpeta = new();
    private int _asiento;

    public void Dispose() => _carpeta.Dispose();

    [Fact]
    public void Cambiada_entre_dos_lecturas_cualesquiera_no_es_una_alarma()
    {
        var lecturas = Correr(new(_carpeta, 0, () => { })).Lecturas;
        Assert.InRange(lecturas, 20, 60);
        for (var cual = 1; cual <= lecturas; cual++)
        {
            var (_, reporte) = Correr(new(_carpeta, cual, Publicar));
            Assert.True(reporte.Faltas.Count == 0, $"en la lectura {cual}: {string.Join(' ', reporte.Faltas)}");
            Assert.Equal(Archivos(_asiento).Length, reporte.Revisado["archivos del seguimiento"]);
        }
    }

    [Theory]
    [InlineData("seguimiento/p/fijo.html", "codigo_distinto")]
    [InlineData("seguimiento/p/fijo.html.br", "gemelo_distinto")]
    [InlineData("seguimiento/p/ajeno.html", "archivo_no_listado")]
    public void Lo_alterado_se_dice_aunque_cambie_mientras_se_lee(string ruta, string codigo)
    {
        var (_, reporte) = Correr(new(_carpeta, 8, () =>
        {
            Publicar();
            File.WriteAllText(_carpeta.Ruta(ruta), "de otro");
        }));

        Assert.Contains(reporte.Faltas, f => f.Codigo == codigo && f.Archivo == ruta);
    }

    [Fact]
    public void Si_nunca_se_queda_quieta_lo_dice_y_no_acusa_a_nadie()
    {
        var (lecturas, reporte) = Correr(new(_carpeta, 0, Publicar, "seguimiento/index.html"));

        Assert.Equal("seguimiento_cambiante", Assert.Single(reporte.Faltas).Codigo);
        Assert.InRange(lecturas, 2 * RevisorDeSeguimiento.Lecturas, 60 * RevisorDeSeguimiento.Lecturas);
    }

    [Fact]
    public async Task Quien_comprueba_mientras_se_publica_nunca_ve_una_falta()
    {
        Publicar();
        var publicador = Task.Factory.StartNew(
            () =>
            {
                for (var vez = 0; vez < 25; vez++)
                {
                    Publicar();
                }
            },
            default, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        while (!publicador.IsCompleted)
        {
            Assert.DoesNotContain(Comprobador.Comprobar(_carpeta.Publicacion, new(_carpeta.Clave.PemPublico), default).Value.Faltas, f => f.Codigo != "seguimiento_cambiante");
        }

        await publicador;
    }

    private (int Lecturas, Reporte Reporte) Correr(FuenteQueCambia fuente)
    {
        Publicar();
        Reporte reporte = new();
        new ComprobadorDePublicacion(fuente, new(_carpeta.Clave.PemPublico), reporte).Comprobar(null, default);
        return (fuente.Lecturas, reporte);
    }

    // Each time other pages, one more and one less; the resource is another too, of a few.
    private void Publicar()
    {
        var asiento = ++_asiento;
        Assert.True(new PublicadorDeSeguimiento(_carpeta.Publicacion, _carpeta.Clave, TimeProvider.System).Publicar(Archivos(asiento), [], [], asiento).Value);
    }

    private static ArchivoPublicado[] Archivos(int asiento) =>
    [
        Recursos.Con("css", Encoding.UTF8.GetBytes($"body {{ width: {asiento % 5}px }}")),
        new("seguimiento/index.html", Encoding.UTF8.GetBytes($"<p>{asiento}</p>")),
        new("seguimiento/p/fijo.html", "<p>siempre igual</p>"u8.ToArray()),
        new($"seguimiento/p{asiento}/plan.html", Encoding.UTF8.GetBytes($"{asiento}")),
        new($"seguimiento/p{asiento}/plan.csv", Encoding.UTF8.GetBytes($"{asiento}")),
    ];

    /// <summary>Does something right before a reading or a listing, or each time that a file is read.</summary>
    private sealed class FuenteQueCambia(CarpetaTemporal carpeta, int cual, Action cambiar, string? alLeer = null) : IFuenteDePublicacion
    {
        private readonly CarpetaDePublicacion _fuente = new(carpeta.Publicacion);

        public int Lecturas { get; private set; }

        public string Nombre => _fuente.Nombre;

        public int Hilos => 1;

        public int Leer(string ruta, ref byte[] bufer)
        {
            Contar(ruta);
            return _fuente.Leer(ruta, ref bufer);
        }

        public IEnumerable<string>? Listar(string carpeta)
        {
            Contar();
            foreach (var ruta in _fuente.Listar(carpeta)!)
            {
                Contar();
                yield return ruta;
            }
        }

        public bool HayCorteEnObra(string corte) => _fuente.HayCorteEnObra(corte);

        private void Contar(string? ruta = null)
        {
            if (++Lecturas == cual || (ruta is not null && ruta == alLeer))
            {
                cambiar();
            }
        }
    }
}
