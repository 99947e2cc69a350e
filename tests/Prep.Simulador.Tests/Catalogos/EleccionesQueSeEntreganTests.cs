using System.Text;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Preparacion.Carpeta;
using Prep.Simulador.Catalogos;

namespace Prep.Simulador.Tests.Catalogos;

public sealed class EleccionesQueSeEntreganTests
{
    public static TheoryData<string> Nombres => new(EleccionesQueSeEntregan.Todas.Keys);

    [Theory, MemberData(nameof(Nombres))]
    public void La_carpeta_guardada_es_la_que_hace_su_generador(string nombre)
    {
        var proceso = EleccionesQueSeEntregan.Todas[nombre](new(Path.Combine(Raiz.Datos, "reales")));
        var archivos = EscritorDeCarpeta.Archivos(proceso);
        foreach (var archivo in archivos)
        {
            Assert.Equal(Encoding.UTF8.GetString(archivo.Bytes), File.ReadAllText(Path.Combine(Raiz.Datos, nombre, archivo.Nombre)));
        }

        var guardados = Directory.EnumerateFiles(Path.Combine(Raiz.Datos, nombre), "*", SearchOption.AllDirectories)
            .Select(r => Path.GetRelativePath(Path.Combine(Raiz.Datos, nombre), r)).Where(r => r is not ("README.md" or "sitio.json" or "logotipo.svg" or "geo/municipios.geojson"));
        Assert.Equal(archivos.Select(a => a.Nombre).Order(StringComparer.Ordinal), guardados.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Nombres))]
    public void La_carpeta_guardada_se_lee_sin_faltas_y_se_escribe_igual(string nombre)
    {
        var lectura = LectorDeCarpeta.Leer(Path.Combine(Raiz.Datos, nombre));
        Assert.Empty(lectura.Faltas);
        var generado = EleccionesQueSeEntregan.Todas[nombre](new(Path.Combine(Raiz.Datos, "reales")));
        Assert.Equal(EscritorDeCarpeta.Huella(generado), EscritorDeCarpeta.Huella(lectura.Resultado.Value));
    }

    [Fact]
    public void Oaxaca_2022_es_el_catalogo_que_publico_el_instituto()
    {
        var lectura = LectorDeCarpeta.Leer(Path.Combine(Raiz.Datos, "oaxaca-2022"));
        var eleccion = Assert.Single(lectura.Resultado.Value.Elecciones);

        Assert.Equal(5707, eleccion.Actas.Count);
        Assert.Equal(26, eleccion.Areas.Count);
        Assert.Equal(54, eleccion.Actas.Count(a => a.Casilla.Tipo == TipoDeCasilla.Especial));
        Assert.Equal(LimiteDeEspecial.Boletas, eleccion.Ajustes.Especial);
        Assert.Equal(
            "PAN,PRI,PRD,PT,PVEM,MC,PUP,MOR,NA,CI1,CI2,C_PRI_PRD,C_PT_PV_PUP_MOR,C_PT_PV_PUP,C_PT_PV_MOR,C_PT_PUP_MOR,C_PV_PUP_MOR,C_PT_PV,C_PT_PUP,C_PT_MOR,C_PV_PUP,C_PV_MOR,C_PUP_MOR",
            string.Join(',', eleccion.Contendientes.Select(c => c.Nombre)));
        Assert.All(eleccion.Areas, a => Assert.Equal(7, a.Candidaturas.Count));
        Assert.Equal(32, lectura.Avisos.Count(a => a.Codigo == "lista_nominal_desconocida"));
        Assert.Equal(34, lectura.Avisos.Count(a => a.Codigo == "municipio_desconocido"));
        Assert.Equal(TimeSpan.FromHours(-5), eleccion.Actas.Count > 0 ? lectura.Proceso!.Calendario.Zona.GetUtcOffset(lectura.Proceso.Calendario.InicioEn) : default);
    }

    [Fact]
    public void Oaxaca_2024_tiene_dos_elecciones_con_una_boleta_propia_por_area()
    {
        var lectura = LectorDeCarpeta.Leer(Path.Combine(Raiz.Datos, "oaxaca-2024"));
        var diputaciones = lectura.Resultado.Value.Eleccion(new("dip_loc"))!;
        var ayuntamientos = lectura.Resultado.Value.Eleccion(new("ayun"))!;

        Assert.Equal((25, 5760, 153, 3604), (diputaciones.Areas.Count, diputaciones.Actas.Count, ayuntamientos.Areas.Count, ayuntamientos.Actas.Count));
        Assert.Equal(54, diputaciones.Actas.Count(a => a.Principio == Principio.MayoriaRelativa && a.TipoActa == "3EMR"));
        Assert.Equal(54, diputaciones.Actas.Count(a => a.Principio == Principio.RepresentacionProporcional && a.TipoActa == "3ERP"));
        Assert.Equal(45, ayuntamientos.Actas.Count(a => a.TipoActa == "4E"));
        Assert.Equal(6, diputaciones.Areas.Select(a => a.Boleta.Id).Distinct().Count());
        Assert.True(ayuntamientos.Areas.Select(a => a.Boleta.Id).Distinct().Count() > 50);
        Assert.Equal(["127"], ayuntamientos.Areas.Select(a => a.Id.Clave).Except(ayuntamientos.Actas.Select(a => a.Area.Clave)));
        Assert.Equal(Enum.GetValues<ModoDeCandidaturaComun>().Except([ModoDeCandidaturaComun.Emblemas]),
            ayuntamientos.Contendientes.OfType<Contendiente.CandidaturaComun>().Select(c => c.Modo).Distinct().Order());
        Assert.All(lectura.Resultado.Value.Elecciones.SelectMany(e => e.Areas).SelectMany(a => a.Candidaturas), c => Assert.StartsWith("EJEMPLO ", c.Propietaria, StringComparison.Ordinal));
        Assert.Contains("area_sin_casillas", lectura.Avisos.Select(a => a.Codigo));
    }

    [Fact]
    public void Lo_guardado_pesa_menos_de_seis_megas()
    {
        var bytes = EleccionesQueSeEntregan.Todas.Keys.SelectMany(n => Directory.EnumerateFiles(Path.Combine(Raiz.Datos, n), "*", SearchOption.AllDirectories)).Sum(r => new FileInfo(r).Length);
        Assert.InRange(bytes, 1, 6_000_000);
    }
}
