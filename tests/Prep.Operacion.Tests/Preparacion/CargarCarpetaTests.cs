using Prep.Datos;
using Prep.Datos.Catalogo;
using Prep.Operacion.Preparacion;
using Prep.Operacion.Preparacion.Carpeta;

namespace Prep.Operacion.Tests.Preparacion;

public sealed class CargarCarpetaTests : IDisposable
{
    private readonly string _temporal = Directory.CreateTempSubdirectory("prep-cargar-").FullName;

    private string Almacen => Path.Combine(_temporal, "almacen");

    public void Dispose() => Directory.Delete(_temporal, true);

    [Fact]
    public async Task Cargar_dos_veces_lo_mismo_es_un_exito_que_no_cambia_nada()
    {
        var (_, primera) = await CargarAsync(new());
        var (_, segunda) = await CargarAsync(new CarpetaDePrueba().Cambiar("dip_loc/areas.csv", "area,nombre,boleta\n001,Uno,con\n002,Dos,sin\n", "\uFEFFnombre;area;boleta\r\nUno;1;con\r\nDos;2;sin\r\n"));

        Assert.Equal((false, 4), (primera.Value.YaEstaba, primera.Value.Actas));
        Assert.Equal((true, primera.Value.CatalogoSha256), (segunda.Value.YaEstaba, segunda.Value.CatalogoSha256));
    }

    [Fact]
    public async Task Otro_contenido_se_rechaza_y_queda_el_que_estaba()
    {
        var (_, primera) = await CargarAsync(new());
        var (_, otra) = await CargarAsync(new CarpetaDePrueba().Cambiar("dip_loc/actas.csv", ",450,", ",451,"));
        var (_, tercera) = await CargarAsync(new());

        Assert.Equal("ya_hay_proceso", otra.Rechazo.Codigo);
        Assert.Equal((true, primera.Value.CatalogoSha256), (tercera.Value.YaEstaba, tercera.Value.CatalogoSha256));
    }

    [Fact]
    public async Task Una_carpeta_con_faltas_no_crea_ni_el_almacen()
    {
        var (lectura, hecho) = await CargarAsync(new CarpetaDePrueba().Cambiar("dip_loc/actas.csv", ",450,", ",-3,"));

        Assert.Equal("carpeta_con_faltas", hecho.Rechazo.Codigo);
        Assert.Null(lectura.Proceso);
        Assert.False(Directory.Exists(Almacen));
    }

    [Fact]
    public void El_almacen_guarda_todo_lo_que_dice_la_carpeta()
    {
        var proceso = new CarpetaDePrueba().Cambiar("proceso.json", "\"anio\": 2024,", "\"anio\": 2024, \"disposicion\": \"oaxaca-2022\",").Leer().Resultado.Value;
        var guardado = CatalogoJson.Leer(CatalogoJson.Escribir(proceso));
        Assert.Equal("oaxaca-2022", guardado.Formato);
        Assert.Equal(EscritorDeCarpeta.Huella(proceso), EscritorDeCarpeta.Huella(guardado));
    }

    [Fact]
    public void El_resumen_cuenta_lo_que_el_consejo_aprobo()
    {
        var lectura = new CarpetaDePrueba().Cambiar("dip_loc/actas.csv", ",002,450,", ",002,,").Leer();
        var lineas = ResumenDeProceso.Lineas(lectura.Resultado.Value).ToList();

        Assert.Equal("prueba-2024 · Prueba · simulacro · OAXACA 2024 · opl-2024", lineas[0]);
        Assert.Contains("publicación de 02/06/2024 20:00 a 03/06/2024 20:00 cada 15 min (America/Mexico_City)", lineas[1], StringComparison.Ordinal);
        Assert.Equal(["dip_loc", "2", "2", "6", "5", "4", "3", "1", "500", "1"], lineas[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(
            ["Aviso: 1 de «lista_nominal_desconocida» en dip_loc/actas.csv.", "  dip_loc/actas.csv:5:39: No se conoce la lista nominal: no se aplicará el límite de votos."],
            ResumenDeProceso.Avisos(lectura.Avisos));
    }

    private Task<(LecturaDeCarpeta Lectura, Dominio.Result<CargarProceso.Hecho> Hecho)> CargarAsync(CarpetaDePrueba carpeta)
    {
        var donde = Path.Combine(_temporal, "eleccion");
        carpeta.Guardar(donde);
        return CargarCarpeta.EjecutarAsync(donde, new OpcionesDeAlmacen(Almacen), new("prueba"), new RelojManual(new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero)), default);
    }
}
