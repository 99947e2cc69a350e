using Prep.Dominio.Catalogo;

namespace Prep.Dominio.Tests.Catalogo;

public sealed class CopiaDeEleccionTests
{
    [Fact]
    public void Una_copia_con_otras_actas_y_areas_busca_en_las_suyas()
    {
        var id = new EleccionId("dip_loc");
        Area Distrito(string clave) => new(new(clave), clave, TipoDeArea.Distrito, new("b", [0]), []);
        ActaEsperada Acta(string seccion) => new(new(id, new("001"), $"20{seccion}B01003"),
            new($"20{seccion}B0100", seccion, TipoDeCasilla.Basica, "01", "00", Ubicacion.Urbana, null, 500, 4), "3", Principio.Ambos);
        var original = new Eleccion(id, TipoDeEleccion.Diputaciones, "", "DIP_LOC", AjustesDeEleccion.PorOmision,
            [new Contendiente.Partido("PAN", "PAN")], [Distrito("001")], [Acta("0001"), Acta("0002")]);
        Assert.Equal(1, original.Posicion(Acta("0002").Id));

        var copia = original with { Actas = [Acta("0002"), Acta("0003")], Areas = [Distrito("002")] };

        Assert.Equal((-1, 0, 1), (copia.Posicion(Acta("0001").Id), copia.Posicion(Acta("0002").Id), copia.Posicion(Acta("0003").Id)));
        Assert.Null(copia.BuscarArea(new("001")));
        Assert.Equal("002", copia.Area(new("002")).Nombre);
        Assert.Equal("001", original.Area(new("001")).Nombre);
    }
}
