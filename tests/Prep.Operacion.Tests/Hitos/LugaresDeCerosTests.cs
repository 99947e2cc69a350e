using Prep.Operacion.Hitos;

namespace Prep.Operacion.Tests.Hitos;

public sealed class LugaresDeCerosTests : IDisposable
{
    private readonly string _almacen = Directory.CreateTempSubdirectory("prep-lugares-").FullName;

    public void Dispose() => Directory.Delete(_almacen, recursive: true);

    [Theory]
    [InlineData("seguimiento/oaxaca/plan.html", false)]
    [InlineData("recursos/0123456789abcdef.css", false)]
    [InlineData(".candado-seguimiento", false)]
    [InlineData("clave-publica.pem", false)]
    [InlineData("seguimientos/index.html", true)]
    [InlineData("index.html", true)]
    [InlineData("actas/gub/1.v1.html", true)]
    [InlineData("cortes/20240602_2000/index.html", true)]
    public void Lo_que_publica_la_Comision_no_impide_la_puesta_en_ceros(string archivo, bool sobra)
    {
        var ruta = Path.Combine(_almacen, "publicacion", archivo);
        Directory.CreateDirectory(Path.GetDirectoryName(ruta)!);
        File.WriteAllText(ruta, "x");

        Assert.Equal(sobra ? archivo : null, LugaresDeCeros.Carpetas(_almacen, Path.Combine(_almacen, "publicacion"), ceros: null).Single(c => c.Nombre == "Publicación").Ejemplo);
    }
}
