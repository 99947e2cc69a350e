using System.Text;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Preparacion.Carpeta;

namespace Prep.Operacion.Tests.Preparacion;

public sealed class LectorDeCarpetaTests
{
    [Fact]
    public void Una_carpeta_buena_da_el_proceso_completo()
    {
        var lectura = new CarpetaDePrueba().Leer();

        Assert.Empty(lectura.Faltas);
        Assert.Empty(lectura.Avisos);
        var proceso = lectura.Resultado.Value;
        Assert.Equal(("prueba-2024", ClaseDeProceso.Simulacro, "opl-2024", "20"), (proceso.Id, proceso.Clase, proceso.Formato, proceso.Entidad.Clave));
        Assert.Equal(TimeSpan.FromMinutes(15), proceso.Calendario.Intervalo);
        Assert.Equal("IEEPCO-CG-02/2024", proceso.Calendario.DeBases!.Numero);
        Assert.Equal(new DateTimeOffset(2024, 6, 3, 0, 0, 0, TimeSpan.Zero), proceso.Calendario.PuestaEnCerosEn);
        var eleccion = Assert.Single(proceso.Elecciones);
        Assert.Equal(["200001B01003", "200001S01003EMR", "200001S01003ERP", "200002E01013"], eleccion.Actas.Select(a => a.Id.ClaveActa));
        Assert.Equal([Principio.Ambos, Principio.MayoriaRelativa, Principio.RepresentacionProporcional, Principio.Ambos], eleccion.Actas.Select(a => a.Principio));
        Assert.Equal([0, 1, 2, 3], eleccion.Area(new("001")).Boleta.Contendientes);
        Assert.Equal([3334, 6666], Assert.IsType<Contendiente.CandidaturaComun>(eleccion.Contendientes[4]).Porcentajes);
        Assert.Equal("ACATLAN, DE PEREZ", eleccion.Actas[3].Casilla.Municipio!.Nombre);
        Assert.Equal("CATD-1", eleccion.Actas[0].Catd);
    }

    [Fact]
    public void Punto_y_coma_BOM_CRLF_y_ceros_comidos_por_la_hoja_de_calculo_dan_lo_mismo()
    {
        var buena = new CarpetaDePrueba();
        var otra = new CarpetaDePrueba();
        foreach (var nombre in new[] { "dip_loc/areas.csv", "dip_loc/boletas.csv", "dip_loc/actas.csv" })
        {
            otra.Poner(nombre, "\uFEFF" + buena.Texto(nombre).Replace(',', ';').Replace("\n", "\r\n").Replace("001;200001B0100;0001;B;01", "1;;1;b;1"));
        }

        otra.Poner("dip_loc/areas.csv", otra.Texto("dip_loc/areas.csv") + ";;\r\n");
        Assert.Equal(EscritorDeCarpeta.Huella(buena.Leer().Resultado.Value), EscritorDeCarpeta.Huella(otra.Leer().Resultado.Value));
    }

    [Fact]
    public void Lo_que_se_escribe_se_lee_igual()
    {
        var proceso = new CarpetaDePrueba().Leer().Resultado.Value;
        var archivos = EscritorDeCarpeta.Archivos(proceso).ToDictionary(a => a.Nombre, a => a.Bytes);

        var otra = LectorDeCarpeta.Leer(archivos.GetValueOrDefault).Resultado.Value;

        Assert.Equal(EscritorDeCarpeta.Archivos(proceso).Select(Escrito), EscritorDeCarpeta.Archivos(otra).Select(Escrito));
        Assert.Equal(proceso.Elecciones[0].Actas, otra.Elecciones[0].Actas);
        Assert.Equal(proceso.Calendario, otra.Calendario);
        static string Escrito(ArchivoDeCarpeta a) => $"{a.Nombre}\n{Encoding.UTF8.GetString(a.Bytes)}";
    }

    [Fact]
    public void La_lista_nominal_y_el_municipio_desconocidos_son_avisos()
    {
        var lectura = new CarpetaDePrueba().Cambiar("dip_loc/actas.csv", ",002,450,", ",,,").Leer();

        Assert.True(lectura.Resultado.IsOk);
        Assert.Equal(["lista_nominal_desconocida", "municipio_desconocido"], lectura.Avisos.Select(a => a.Codigo).Order());
        Assert.All(lectura.Avisos, a => Assert.Equal(("dip_loc/actas.csv", 5), (a.Archivo, a.Linea)));
        Assert.Null(lectura.Resultado.Value.Elecciones[0].Actas[3].Casilla.ListaNominal);
    }

    [Fact]
    public void Una_mesa_sin_area_que_repite_clave_se_distingue_por_su_orden()
    {
        var carpeta = new CarpetaDePrueba().Cambiar("dip_loc/areas.csv", "002,Dos,sin\n", "002,Dos,sin\n000,Voto anticipado,sin\n")
            .Cambiar("dip_loc/candidaturas.csv", "002,CI_1,CI_1,,\n", "002,CI_1,CI_1,,\n000,PAN,PAN,,\n000,NA,NA,,\n000,CI_1,CI_1,,\n");
        carpeta.Poner("dip_loc/actas.csv", carpeta.Texto("dip_loc/actas.csv") + "000,,,A,0,,1,3,,,40,,,\n000,,,A,0,,1,3,,,41,,,\n");

        var lectura = carpeta.Leer();

        Assert.Equal(["200000A00003", "200000A00003~2"], lectura.Resultado.Value.Elecciones[0].Actas.TakeLast(2).Select(a => a.Id.Nombre));
        Assert.Contains(lectura.Avisos, a => a.Codigo == "clave_repetida" && a.Linea == 7);
    }

    [Theory]
    [InlineData("dip_loc/actas.csv", "002,200002E0101", "026,200002E0101", "area_desconocida", 5, 1)]
    [InlineData("dip_loc/actas.csv", ",450,", ",-3,", "numero_invalido", 5, 39)]
    [InlineData("dip_loc/actas.csv", ",450,", ",1e9,", "numero_invalido", 5, 39)]
    [InlineData("dip_loc/actas.csv", "002,200002E0101,0002,E,01,01", "001,,0001,B,01,00", "casilla_repetida", 5, 13)]
    [InlineData("dip_loc/actas.csv", "200002E0101", "2.00002E+105", "clave_no_corresponde", 5, 5)]
    [InlineData("dip_loc/actas.csv", "0002,E,", "0002,X,", "tipo_desconocido", 5, 22)]
    [InlineData("dip_loc/actas.csv", "001,200001S0100,0001,S,01,00,1,3EMR,MR,001,0,22,,CATD-1\n", "", "rp_sin_mr", 3, 37)]
    [InlineData("dip_loc/actas.csv", "3EMR,MR,001,0,", "3EMR,MR,001,750,", "especial_con_lista", 3, 44)]
    [InlineData("dip_loc/actas.csv", ",F-D,", ",Z,", "traslado_desconocido", 5, 46)]
    [InlineData("dip_loc/actas.csv", ",002,450,", ",009,450,", "municipio_sin_nombre", 5, 35)]
    [InlineData("dip_loc/actas.csv", ",450,22,F-D,\n", ",450\n", "celdas_de_mas_o_de_menos", 5, 39)]
    [InlineData("dip_loc/actas.csv", "lista_nominal", "lista", "columna_desconocida", 1, 105)]
    [InlineData("dip_loc/actas.csv", "F-D,", "\"F-D,", "comillas_sin_cerrar", 5, 46)]
    [InlineData("dip_loc/actas.csv", ",F-D,", ",F\0D,", "caracter_de_control", 5, 47)]
    [InlineData("dip_loc/boletas.csv", "sin,PAN|NA|CI_1", "sin,PAN|NA|XYZ", "contendiente_desconocido", 3, 5)]
    [InlineData("dip_loc/boletas.csv", "con,PAN|PRI|NA|C_PAN_PRI", "con,PAN|NA|C_PAN_PRI", "combinacion_sin_partido", 2, 5)]
    [InlineData("dip_loc/areas.csv", "002,Dos,sin", "002,Dos,otra", "boleta_desconocida", 3, 9)]
    [InlineData("dip_loc/areas.csv", "002,Dos,sin", "001,Dos,sin", "area_repetida", 3, 1)]
    [InlineData("dip_loc/candidaturas.csv", "002,CI_1,CI_1", "002,CI_1,PRI", "no_esta_en_la_boleta", 6, 10)]
    [InlineData("dip_loc/candidaturas.csv", "002,CI_1,CI_1", "002,CI_1,CI_1|PAN", "dos_candidaturas", 6, 10)]
    [InlineData("dip_loc/candidaturas.csv", "001,SUM-PAN-PRI,PAN|PRI|C_PAN_PRI,Ana,Eva\n", "001,SUM,PAN|C_PAN_PRI,,\n001,PRI,PRI,,\n", "combinacion_de_otra_candidatura", 2, 9)]
    [InlineData("dip_loc/contendientes.csv", "33.34|66.66", "33.34|66.67", "convenio_incompleto", 6, 57)]
    [InlineData("dip_loc/contendientes.csv", "PAN|PRI", "PAN", "combinacion_incompleta", 5, 25)]
    [InlineData("dip_loc/contendientes.csv", "CI_1", "NULOS", "nombre_reservado", 7, 1)]
    [InlineData("dip_loc/contendientes.csv", "PRI,partido,,,,,,\n", "PRI,partido,,,,,,\nPRI,partido,,,,,,\nPRI#2,partido,,,,,,\n", "nombre_reservado", 5, 1)]
    [InlineData("municipios.csv", "002,", "001,", "municipio_repetido", 3, 1)]
    [InlineData("municipios.csv", "municipio,nombre\n001,ABEJONES\n002,\"ACATLAN, DE PEREZ\"", "municipio,nombre,regimen\n001,ABEJONES,usos\n002,ACATLAN,", "palabra_desconocida", 2, 14)]
    [InlineData("proceso.json", "simulacro", "ensayo", "palabra_desconocida", 5, 12)]
    [InlineData("proceso.json", "\"clase\": \"simulacro\",", "\"clase\": \"jornada\", \"segundo_factor\": false,", "segundo_factor_en_jornada", 5, 41)]
    [InlineData("proceso.json", "\"clase\": \"simulacro\",", "\"clase\": \"simulacro\", \"segundo_factor\": \"no\",", "tipo_de_dato", 5, 43)]
    [InlineData("proceso.json", "\"minutos\": 20", "\"minutos\": 30", "intervalo_no_permitido", 15, 27)]
    [InlineData("proceso.json", "2024-06-02T20:00", "2024-06-02T17:00", "calendario_desordenado", 12, 15)]
    [InlineData("proceso.json", "2024-06-03T20:00", "2024-06-03T21:00", "calendario_excede_24_horas", 13, 29)]
    [InlineData("proceso.json", "2024-06-03T20:00", "3 de junio", "instante_invalido", 13, 29)]
    [InlineData("proceso.json", "America/Mexico_City", "UTC-6", "zona_desconocida", 8, 11)]
    [InlineData("proceso.json", "\"anio\": 2024", "\"anio\": \"2024\"", "numero_invalido", 7, 11)]
    [InlineData("proceso.json", "\"anio\": 2024,", "\"anio\": 2024, \"anio\": 2025,", "dato_repetido", 7, 17)]
    [InlineData("proceso.json", "\"anio\": 2024,", "", "dato_ausente", 1, 1)]
    [InlineData("proceso.json", "\"anio\": 2024,", "\"anno\": 2024,", "dato_desconocido", 7, 11)]
    [InlineData("proceso.json", "\"anio\": 2024,", "\"anio\": 2024", "json_invalido", 8, 3)]
    public void Cada_falta_dice_archivo_linea_y_columna(string archivo, string antes, string despues, string codigo, int linea, int columna)
    {
        var lectura = new CarpetaDePrueba().Cambiar(archivo, antes, despues).Leer();

        Assert.False(lectura.Resultado.IsOk);
        var falta = Assert.Single(lectura.Faltas, f => f.Codigo == codigo);
        Assert.Equal((archivo, linea, columna), (falta.Archivo, falta.Linea, falta.Columna));
        Assert.StartsWith($"{archivo}:{linea}:{columna}: ", falta.ToString());
        Assert.EndsWith(".", falta.ToString());
    }

    [Fact]
    public void Un_renglon_de_la_boleta_sin_candidatura_se_dice_en_su_area()
    {
        var lectura = new CarpetaDePrueba().Cambiar("dip_loc/candidaturas.csv", "002,CI_1,CI_1,,\n", "").Leer();
        var falta = Assert.Single(lectura.Faltas);
        Assert.Equal(("sin_candidatura", "dip_loc/areas.csv", 3, 9), (falta.Codigo, falta.Archivo, falta.Linea, falta.Columna));
        Assert.Contains("CI_1", falta.Mensaje, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_JSON_cortado_en_cualquier_byte_es_una_falta()
    {
        var entero = Encoding.UTF8.GetBytes(new CarpetaDePrueba().Texto("proceso.json").TrimEnd());
        for (var largo = 0; largo < entero.Length; largo++)
        {
            var lectura = new CarpetaDePrueba().Poner("proceso.json", entero[..largo]).Leer();
            Assert.Contains(lectura.Faltas, f => f.Codigo == "json_invalido");
        }
    }

    [Fact]
    public void Una_linea_de_mas_de_un_MiB_es_una_falta()
    {
        var lectura = new CarpetaDePrueba().Cambiar("municipios.csv", "ABEJONES", new string('A', 1 << 20)).Leer();
        Assert.Contains(lectura.Faltas, f => f is { Codigo: "linea_demasiado_larga", Linea: 2 });
    }

    [Fact]
    public void Un_archivo_en_otra_codificacion_es_una_falta_con_su_remedio()
    {
        var lectura = new CarpetaDePrueba().Poner("municipios.csv", Encoding.Latin1.GetBytes("municipio,nombre\n001,ABEJONES\n002,ACATLÁN\n")).Leer();
        var falta = Assert.Single(lectura.Faltas, f => f.Codigo == "no_es_utf8");
        Assert.Equal((3, 10), (falta.Linea, falta.Columna));
        Assert.Contains("CSV UTF-8", falta.Remedio, StringComparison.Ordinal);
    }

    [Fact]
    public void Se_dicen_todas_las_faltas_y_no_solo_la_primera()
    {
        var lectura = new CarpetaDePrueba().Quitar("municipios.csv")
            .Cambiar("dip_loc/areas.csv", "002,Dos", "2x,Dos")
            .Cambiar("dip_loc/boletas.csv", "PAN|NA|CI_1", "PAN|NO|CI_1").Leer();
        Assert.Contains(lectura.Faltas, f => f.Codigo == "archivo_ausente");
        Assert.Contains(lectura.Faltas, f => f.Codigo == "clave_invalida");
        Assert.Contains(lectura.Faltas, f => f.Codigo == "contendiente_desconocido");
        Assert.Equal("carpeta_con_faltas", lectura.Resultado.Rechazo.Codigo);
    }

    [Fact]
    public void Un_archivo_de_otra_clase_no_llena_la_pantalla()
    {
        var basura = string.Concat(Enumerable.Repeat("x,y,z\n", 5000));
        var lectura = new CarpetaDePrueba().Poner("dip_loc/areas.csv", "area,nombre,boleta\n" + basura).Leer();
        Assert.Equal(RegistroDeFaltas.Maximo, lectura.Faltas.Count);
        Assert.Contains("faltas más", lectura.Lineas().Last(), StringComparison.Ordinal);
    }
}
