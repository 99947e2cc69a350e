using System.Diagnostics;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Tests.Paquete;

namespace Prep.Fallas;

public sealed class CorteInterrumpidoTests : IDisposable
{
    private const int Muertes = 50;
    private readonly CarpetaTemporal _carpeta = new();

    public void Dispose() => _carpeta.Dispose();

    [Fact]
    public void Muerto_cincuenta_veces_a_medio_corte_lo_que_se_sirve_esta_entero_y_el_siguiente_repara()
    {
        Publicar(2);
        var azar = new Random(20220605);
        var (aMedias, avances) = (0, 0);
        for (var muerte = 0; muerte < Muertes; muerte++)
        {
            var antes = _carpeta.Actual().Corte;
            using (var proceso = Proceso.Publicar(_carpeta.Raiz, 1_000))
            {
                // By turns: from its start, and from its first whole corte, when the next ones take little.
                proceso.EsperarLinea();
                if (muerte % 2 == 1)
                {
                    proceso.EsperarLinea();
                }

                Thread.Sleep(azar.Next(muerte % 2 == 1 ? 250 : 1_200));
                proceso.Matar();
            }

            var ahora = _carpeta.Actual().Corte;
            Assert.True(string.CompareOrdinal(antes, ahora) <= 0, $"muerte {muerte}: se volvió de {antes} a {ahora}");
            Assert.Empty(Comprobar(_carpeta.Ruta($"cortes/{ahora}")).Faltas);
            avances += antes == ahora ? 0 : 1;
            aMedias += Directory.EnumerateDirectories(_carpeta.Ruta("cortes"), ".*").Any() || Posteriores(ahora) ? 1 : 0;
        }

        // The kills must have fallen inside cortes, and not always in the same place.
        Assert.InRange(aMedias, Muertes / 5, Muertes);
        Assert.NotEqual(0, avances);
        Publicar(1);
        Assert.Empty(Comprobar(_carpeta.Publicacion).Faltas);
    }

    [Fact]
    public void Un_corte_renombrado_que_actual_no_nombra_se_rehace_y_uno_que_ya_nombra_no()
    {
        Publicar(2);
        var actual = _carpeta.Actual();
        var anterior = _carpeta.Bytes("cortes/" + actual.Corte + "/manifiesto.json");

        // As if the power had gone between the rename of the folder and that of actual.json.
        File.WriteAllBytes(_carpeta.Ruta("actual.json"), JsonDePaquete.Escribir(Apuntado("20240602_2020")));
        Publicar(1);
        Assert.Equal(actual.Corte, _carpeta.Actual().Corte);
        Assert.Equal(anterior, _carpeta.Bytes("cortes/" + actual.Corte + "/manifiesto.json"));

        // And as if it had gone right after: the root page and the link are renewed, the corte is not made again.
        var firma = _carpeta.Bytes("cortes/" + actual.Corte + "/manifiesto.firma");
        File.Delete(_carpeta.Ruta("actual"));
        File.WriteAllText(_carpeta.Ruta("index.html"), "la de antes");
        Assert.Equal(actual.Corte, _carpeta.Publicador().Reparar().Value.Corte);
        Assert.Equal("cortes/" + actual.Corte, new FileInfo(_carpeta.Ruta("actual")).LinkTarget);
        Assert.Equal(firma, _carpeta.Bytes("cortes/" + actual.Corte + "/manifiesto.firma"));
        Assert.Empty(Comprobar(_carpeta.Publicacion).Faltas);
    }

    [Fact]
    public void Con_un_limite_de_tamano_por_archivo_el_corte_anterior_sigue_y_el_siguiente_publica()
    {
        Publicar(2);
        var antes = _carpeta.Actual();
        using (var proceso = Proceso.PublicarConLimite(_carpeta.Raiz, 1, kilobytes: 6))
        {
            var (codigo, error) = proceso.Terminar();
            Assert.Equal(3, codigo);
            Assert.Contains("el disco está lleno: libere espacio", error, StringComparison.Ordinal);
        }

        Assert.Equal(antes, _carpeta.Actual());
        Assert.Empty(Comprobar(_carpeta.Publicacion).Faltas);
        Publicar(1);
        Assert.Empty(Comprobar(_carpeta.Publicacion).Faltas);
    }

    [Fact]
    public void Con_el_disco_lleno_el_corte_anterior_sigue_y_con_espacio_el_siguiente_publica()
    {
        var montaje = Directory.CreateDirectory(Path.Combine(_carpeta.Raiz, "disco")).FullName;
        if (Correr("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", montaje) != 0)
        {
            Assert.Skip("Aquí no se puede montar un disco pequeño; el límite por archivo prueba lo mismo.");
        }

        try
        {
            using (var primero = Proceso.Publicar(montaje, 2))
            {
                Assert.Equal(0, primero.Terminar().Codigo);
            }

            var publicacion = Path.Combine(montaje, "publicacion");
            var antes = File.ReadAllBytes(Path.Combine(publicacion, "actual.json"));
            var relleno = Path.Combine(montaje, "relleno");
            for (var libres = 600_000; libres >= 0; libres -= 100_000)
            {
                Llenar(relleno, montaje, libres);
                using var proceso = Proceso.Publicar(montaje, 1);
                var (codigo, error) = proceso.Terminar();
                Assert.Equal(3, codigo);
                Assert.Contains("lleno", error, StringComparison.Ordinal);
                Assert.Equal(antes, File.ReadAllBytes(Path.Combine(publicacion, "actual.json")));
                Assert.Empty(Comprobar(Path.Combine(publicacion, "actual")).Faltas);
            }

            File.Delete(relleno);
            using var ultimo = Proceso.Publicar(montaje, 1);
            Assert.Equal(0, ultimo.Terminar().Codigo);
            Assert.Empty(Comprobar(publicacion).Faltas);
        }
        finally
        {
            _ = Correr("umount", montaje);
        }
    }

    private void Publicar(int cuantos)
    {
        using var proceso = Proceso.Publicar(_carpeta.Raiz, cuantos);
        var (codigo, error) = proceso.Terminar();
        Assert.True(codigo == 0, error);
    }

    private bool Posteriores(string corte) =>
        Directory.EnumerateFiles(_carpeta.Ruta("registro")).Any(r => string.CompareOrdinal(Path.GetFileNameWithoutExtension(r), corte) > 0);

    private Actual Apuntado(string corte)
    {
        var bytes = _carpeta.Bytes($"cortes/{corte}/manifiesto.json");
        return new(corte, JsonDePaquete.Leer<Manifiesto>(bytes).Instante, null, $"cortes/{corte}/manifiesto.json", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
    }

    private static void Llenar(string relleno, string montaje, long libres)
    {
        File.Delete(relleno);
        var sobra = new DriveInfo(montaje).AvailableFreeSpace - libres;
        using var archivo = File.OpenHandle(relleno, FileMode.Create, FileAccess.Write, preallocationSize: sobra);
    }

    private static int Correr(string programa, params string[] argumentos)
    {
        using var proceso = Process.Start(new ProcessStartInfo(programa, argumentos) { RedirectStandardError = true })!;
        proceso.WaitForExit();
        return proceso.ExitCode;
    }

    private static Informe Comprobar(string objeto) => Comprobador.Comprobar(objeto, new(Todos: true), CancellationToken.None).Value;
}
