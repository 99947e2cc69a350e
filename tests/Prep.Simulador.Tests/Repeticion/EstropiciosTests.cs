using Prep.Dominio.Cortes;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Formatos;
using Prep.Publicacion.Tests.Formatos.Forasteros;
using Prep.Simulador.Repeticion;

namespace Prep.Simulador.Tests.Repeticion;

/// <summary>Whatever happens to a file, it is read, judged or refused with its place: never an unexpected failure.</summary>
public sealed class EstropiciosTests
{
    private static readonly (string Nombre, byte[] Bytes)[] Archivos =
    [
        Real("20190603_0915_PREP_AYUN_PUE/PUE_AYUN_ext_2019.csv"),
        Real("20210601_1852_PREP_AYUN_CAMP/CAMP_AYUN_2021.csv"),
        Real("20220606_1500_PREP_GUB_OAX/OAX_GUB_2022.csv"),
        Real("puebla2024_simulacro1/PUE_DIP_LOC_2024.csv"),
        DeFamilia("PRES_2018.csv"), DeFamilia("HGO_GUB_2022.csv"), DeFamilia("SLP_DIP_LOC_2021.csv"),
    ];

    public static TheoryData<string> Estropicios => Estropicio.Nombres;

    [Theory]
    [MemberData(nameof(Estropicios))]
    public void Se_lee_o_se_rechaza_con_su_lugar(string estropicio)
    {
        var carpeta = Directory.CreateTempSubdirectory("prep-estropicio-").FullName;
        try
        {
            foreach (var (nombre, bytes) in Archivos)
            {
                var ruta = Path.Combine(carpeta, nombre);
                File.WriteAllBytes(ruta, Estropicio.Todos[estropicio](bytes));

                Comprobar(ruta);
                Repetir(ruta, Estropicio.Inocuos.Contains(estropicio));
            }
        }
        finally
        {
            Directory.Delete(carpeta, true);
        }
    }

    private static void Comprobar(string ruta)
    {
        var informe = ComprobadorDeBase.Comprobar(ruta);
        if (!informe.IsOk)
        {
            Assert.Contains("línea", informe.Rechazo.Mensaje);
            Assert.Equal(Prep.Dominio.ClaseDeRechazo.Entrada, informe.Rechazo.Clase);
            return;
        }

        Assert.All(informe.Value.Faltas.Concat(informe.Value.Avisos), h => Assert.True(h is { Linea: > 0, Columna: > 0 }, $"{h}"));
    }

    // As far as the corte: what the use cases do with the facts has its own tests.
    private static void Repetir(string ruta, bool entero)
    {
        var plan = LecturaDePlan.Leer(new(ruta, null, null, null, [], false), []);
        if (!plan.IsOk)
        {
            Assert.True(!entero || plan.Rechazo.Mensaje.Contains("--cortes", StringComparison.Ordinal), plan.Rechazo.Mensaje);
            Assert.Equal(Prep.Dominio.ClaseDeRechazo.Entrada, plan.Rechazo.Clase);
            return;
        }

        Assert.NotEmpty(Guion.De(plan.Value.Hechos, plan.Value.Cortes[0]).Select(p => p.En).Append(plan.Value.Cortes[0]));
        var zona = plan.Value.Proceso.Calendario.Zona;
        var nuestra = HechosEnCorte.De(plan.Value.Hechos, plan.Value.Cortes[0], false);
        var corte = new Corte(plan.Value.Proceso, CorteId.De(plan.Value.Cortes[0], zona), plan.Value.Cortes[0], false, [nuestra]);
        var comparacion = Comparador.Comparar(corte, nuestra, plan.Value.Hechos, plan.Value.Hechos);
        Assert.True(!entero || comparacion.Inexplicadas == 0, string.Join('\n', comparacion.Diferencias.Where(d => d.Razon is null).Take(4).Select(d => $"{Path.GetFileName(ruta)}: {d}")));
    }

    private static (string, byte[]) DeFamilia(string archivo) => (archivo, Familias.Buscar(archivo).Bytes(NocheForastera.De(Familias.Buscar(archivo))));

    // The first rows of a large file are enough.
    private static (string, byte[]) Real(string relativa)
    {
        var texto = File.ReadAllBytes(Path.Combine(Raiz.Datos, "reales", relativa));
        var hasta = Math.Min(texto.Length, 60_000);
        var fin = hasta == texto.Length ? hasta : texto.AsSpan(hasta).IndexOf((byte)'\n') is >= 0 and var n ? hasta + n + 1 : hasta;
        return (Path.GetFileName(relativa), texto[..fin]);
    }
}
