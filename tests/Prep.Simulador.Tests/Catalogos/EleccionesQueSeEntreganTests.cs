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
            .Select(r => Path.GetRelativePath(Path.Combine(Raiz.Datos, nombre), r)).Where(r => r != "README.md");
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
}
