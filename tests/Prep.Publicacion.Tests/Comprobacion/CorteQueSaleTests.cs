using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Tests.Paquete;

namespace Prep.Publicacion.Tests.Comprobacion;

/// <summary>An auditor checks the folder of the server while it publishes.</summary>
public sealed class CorteQueSaleTests : IDisposable
{
    private readonly CarpetaTemporal _carpeta = new();
    private readonly NocheSintetica _noche = new();

    public void Dispose() => _carpeta.Dispose();

    [Fact]
    public async Task Comprobar_mientras_salen_cortes_nunca_da_una_falsa_alarma()
    {
        await PublicarAsync(1);
        using AutoResetEvent comprobado = new(false);
        var publicador = Task.Run(async () =>
        {
            for (var corte = 2; corte <= 12; corte++)
            {
                await PublicarAsync(corte);
                comprobado.WaitOne();    // as on a night, there is time for a check between two cortes
            }
        });
        List<Hallazgo> alarmas = [];
        while (!publicador.IsCompleted)
        {
            alarmas.AddRange(Comprobar(TimeSpan.FromMinutes(1)).Faltas);
            comprobado.Set();
        }

        await publicador;
        Assert.Empty(alarmas);
    }

    [Fact]
    public async Task Lo_que_un_corte_dejo_a_medias_se_dice_cuando_ya_nadie_lo_termina()
    {
        await PublicarAsync(1);
        var obra = Directory.CreateDirectory(_carpeta.Ruta("cortes/.20240602_2040")).FullName;
        File.WriteAllText(Path.Combine(obra, "x.html"), "a medias");
        Assert.Equal(("archivo_no_listado", "cortes/.20240602_2040/x.html"), Assert.Single(Comprobar(TimeSpan.Zero).Faltas.Select(f => (f.Codigo, f.Archivo))));

        await PublicarAsync(2);
        Assert.Empty(Comprobar(TimeSpan.Zero).Faltas);
    }

    [Fact]
    public async Task Lo_que_sobra_y_nadie_hace_se_dice_sin_esperar()
    {
        await PublicarAsync(1);
        File.WriteAllText(_carpeta.Ruta("actas/ajena.html"), "ajena");
        Assert.Equal("actas/ajena.html", Assert.Single(Comprobar(TimeSpan.FromDays(1)).Faltas).Archivo);
    }

    private Informe Comprobar(TimeSpan paciencia) => Comprobador.Comprobar(_carpeta.Publicacion, new(_carpeta.Clave.PemPublico, Paciencia: paciencia), default).Value;

    private async Task PublicarAsync(int corte) => Assert.Empty((await _carpeta.Publicador().PublicarAsync(_noche.Corte(corte, 10), null, default)).Value.Alarmas);
}
