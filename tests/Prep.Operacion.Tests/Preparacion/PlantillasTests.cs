using Prep.Datos.Catalogo;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Tests.Preparacion;

public sealed class PlantillasTests
{
    private const string Archivo = "dip_loc/plantillas.csv";
    private const string Columnas = "tipo_acta,renglones,caja,x,y,ancho,alto\n";
    private const string Buena = Columnas + "3|3EMR,6,clave,100,200,3000,800\n3|3EMR,6,2,5000,1000,3000,400\n3|3EMR,6,sacados,5000,9000,3000,400\n3|3EMR,6,total,5000,8000,3000,400\n";

    [Fact]
    public void Dice_en_que_orden_se_lee_el_papel_y_donde_esta_cada_recuadro()
    {
        var eleccion = new CarpetaDePrueba().Poner(Archivo, Buena).Leer().Resultado.Value.Elecciones[0];

        var plantilla = eleccion.Plantilla(eleccion.Actas[0])!;
        Assert.Equal([null, 5, 3, 10], plantilla.Cajas.Select(c => c.Campo));
        Assert.Equal(new Recuadro(5000, 1000, 3000, 400), plantilla.Cajas[1].Lugar);
        Assert.NotNull(eleccion.Plantilla(eleccion.Actas[1]));
        Assert.Null(eleccion.Plantilla(eleccion.Actas[2]));
        Assert.Null(eleccion.Plantilla(eleccion.Actas[3]));
    }

    [Fact]
    public void Sin_el_archivo_no_hay_plantillas_ni_faltas()
    {
        var lectura = new CarpetaDePrueba().Leer();

        Assert.Empty(lectura.Faltas);
        Assert.Empty(lectura.Proceso!.Elecciones[0].Plantillas);
    }

    [Fact]
    public void El_catalogo_guardado_las_conserva()
    {
        var json = CatalogoJson.Escribir(new CarpetaDePrueba().Poner(Archivo, Buena).Leer().Resultado.Value);

        Assert.Equal(json, CatalogoJson.Escribir(CatalogoJson.Leer(json)));
        Assert.Contains("plantillas", System.Text.Encoding.UTF8.GetString(json));
    }

    [Theory]
    [InlineData("3,6,bigote,1,1,1,1", "caja_desconocida", 5)]
    [InlineData("3,6,7,1,1,1,1", "caja_desconocida", 5)]
    [InlineData("3,6,1,9000,1,1001,1", "caja_fuera_de_la_hoja", 14)]
    [InlineData("3,6,1,1,1,0,1", "numero_invalido", 11)]
    [InlineData("3,6,1,1,1,,1", "celda_vacia", 11)]
    [InlineData("3,6,1,1,1,1,1\n3,6,1,1,1,1,1", "caja_repetida", 5)]
    public void Cada_falta_se_dice_en_su_lugar(string renglones, string codigo, int columna)
    {
        var falta = Assert.Single(new CarpetaDePrueba().Poner(Archivo, Columnas + renglones + "\n").Leer().Faltas);

        Assert.Equal((codigo, Archivo, columna), (falta.Codigo, falta.Archivo, falta.Columna));
    }
}
