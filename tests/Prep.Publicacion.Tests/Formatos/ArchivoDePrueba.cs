using System.Text;

namespace Prep.Publicacion.Tests.Formatos;

/// <summary>A small database written as any institute could: three actas of one district, unless told otherwise.</summary>
internal sealed record ArchivoDePrueba
{
    public string Titulo { get; init; } = "DIPUTACIONES LOCALES";

    public string Fecha { get; init; } = "02/06/2024 21:00 (UTC-6)";

    public string Cifras { get; init; } = "3,3,0,3,100.0000,3,100.0000,0.0000,0,300,150,150,50.0000";

    public string Columnas { get; init; } =
        "CLAVE_CASILLA,CLAVE_ACTA,ID_ENTIDAD,ENTIDAD,ID_DISTRITO_LOCAL,DISTRITO_LOCAL,SECCION,ID_CASILLA,TIPO_CASILLA,EXT_CONTIGUA,UBICACION_CASILLA,TIPO_ACTA,"
        + "TOTAL_BOLETAS_SOBRANTES,TOTAL_PERSONAS_VOTARON,TOTAL_REP_PARTIDO_CI_VOTARON,TOTAL_VOTOS_SACADOS,PAN,PRI,NA,C_PAN_PRI,NO_REGISTRADAS,NULOS,"
        + "TOTAL_VOTOS_ASENTADO,TOTAL_VOTOS_CALCULADO,LISTA_NOMINAL,REPRESENTANTES_PP_CI,OBSERVACIONES,CONTABILIZADA,MECANISMOS_TRASLADO,CODIGO_INTEGRIDAD,"
        + "FECHA_HORA_ACOPIO,FECHA_HORA_CAPTURA,FECHA_HORA_VERIFICACION,ORIGEN,DIGITALIZACION,TIPO_DOCUMENTO";

    public IReadOnlyList<string> Renglones { get; init; } = [Renglon(1), Renglon(2), Renglon(3)];

    public char Separador { get; init; } = ',';

    public string Fin { get; init; } = "\n";

    public string Antes { get; init; } = "";

    public static string Hash(int seccion) => new string('a', 60) + $"{seccion:0000}";

    public static string Renglon(
        int seccion, string votos = "10,20,5,10,1,4", string calculado = "50", string lista = "100", string observaciones = "-", string contabilizada = "1",
        string tipo = "B", string representantes = "10", string area = "'001,CENTRO", string acopio = "02/06/2024 20:01:00", string captura = "02/06/2024 20:05:00",
        string verificacion = "02/06/2024 20:06:00") =>
        $"'20{seccion:0000}{tipo}0100,'20{seccion:0000}{tipo}01003,20,OAXACA,{area},'{seccion:0000},01,{tipo},00,1,3,40,50,2,50,{votos},50,{calculado},{lista},{representantes},"
        + $"{observaciones},{contabilizada},D,{Hash(seccion)},{acopio},{captura},{verificacion},CATD,ESCANER,ACTA PREP";

    public const string FueraDeCatalogo = ",,20,OAXACA,,,,,,,3,,,,,,,,,,,,,,,,FUERA DE CATALOGO,2,,,02/06/2024 20:30:00,,,CATD,ESCANER,ACTA PREP";

    public string Texto()
    {
        string[] lineas =
        [
            Antes, Titulo, Fecha, string.Join(Separador, Prep.Dominio.Computo.Cifras.Nombres), Cambiar(Cifras), "", Cambiar(Columnas), .. Renglones.Select(Cambiar),
        ];
        return string.Join(Fin, lineas.Skip(Antes.Length == 0 ? 1 : 0)) + Fin;
    }

    public byte[] Bytes(Encoding? codificacion = null) => (codificacion ?? new UTF8Encoding(false)).GetBytes(Texto());

    // Rows here hold no quotes, so that a comma is always a separator.
    private string Cambiar(string linea) => Separador == ',' ? linea : linea.Replace(',', Separador);
}
