using System.Text;
using Prep.Operacion.Preparacion.Carpeta;

namespace Prep.Operacion.Tests.Preparacion;

/// <summary>A small good folder in memory: two districts, three casillas, one of them especial with MR and RP actas.</summary>
internal sealed class CarpetaDePrueba
{
    private readonly Dictionary<string, byte[]> _archivos = [];

    public CarpetaDePrueba()
    {
        Poner("proceso.json", """
            {
              "formato": 1,
              "id": "prueba-2024",
              "nombre": "Prueba",
              "clase": "simulacro",
              "entidad": { "id": 20, "nombre": "OAXACA", "abreviatura": "OAX" },
              "anio": 2024,
              "zona": "America/Mexico_City",
              "calendario": {
                "puesta_en_ceros": "2024-06-02T18:00",
                "apertura": "2024-06-02T18:00",
                "inicio": "2024-06-02T20:00",
                "ultima_actualizacion": "2024-06-03T20:00",
                "intervalo_de_datos": { "minutos": 15, "acuerdo": "IEEPCO-CG-01/2024" },
                "intervalo_de_bases": { "minutos": 20, "acuerdo": "IEEPCO-CG-02/2024" }
              },
              "elecciones": [
                { "id": "dip_loc", "tipo": "diputaciones", "titulo": "DIPUTACIONES LOCALES", "codigo_de_archivo": "DIP_LOC" }
              ]
            }
            """);
        Poner("municipios.csv", "municipio,nombre\n001,ABEJONES\n002,\"ACATLAN, DE PEREZ\"\n");
        Poner("dip_loc/contendientes.csv", """
            nombre,tipo,nombre_largo,color,partidos,modo,reparto,porcentajes
            PAN,partido,Partido Acción Nacional,#0339A6,,,,
            PRI,partido,,,,,,
            NA,partido,,,,,,
            C_PAN_PRI,combinacion,,,PAN|PRI,,,
            CC_NA,candidatura_comun,,,NA|PRI,emblema_unico,convenio,33.34|66.66
            CI_1,independiente,Alguien,,,,,
            """);
        Poner("dip_loc/boletas.csv", "boleta,contendientes\ncon,PAN|PRI|NA|C_PAN_PRI\nsin,PAN|NA|CI_1\n");
        Poner("dip_loc/areas.csv", "area,nombre,boleta\n001,Uno,con\n002,Dos,sin\n");
        Poner("dip_loc/candidaturas.csv", "area,candidatura,contendientes,propietaria,suplente\n"
            + "001,SUM-PAN-PRI,PAN|PRI|C_PAN_PRI,Ana,Eva\n001,NA,NA,,\n002,PAN,PAN,,\n002,NA,NA,,\n002,CI_1,CI_1,,\n");
        Poner("dip_loc/actas.csv", "area,clave_casilla,seccion,tipo_casilla,id_casilla,ext_contigua,ubicacion,tipo_acta,principio,municipio,lista_nominal,representantes,mecanismo_traslado,catd\n"
            + "001,200001B0100,0001,B,01,00,1,3,,001,500,22,D,CATD-1\n"
            + "001,200001S0100,0001,S,01,00,1,3EMR,MR,001,0,22,,CATD-1\n"
            + "001,200001S0100,0001,S,01,00,1,3ERP,RP,001,0,22,,CATD-1\n"
            + "002,200002E0101,0002,E,01,01,2,3,,002,450,22,F-D,\n");
    }

    public CarpetaDePrueba Poner(string nombre, string texto) => Poner(nombre, Encoding.UTF8.GetBytes(texto));

    public CarpetaDePrueba Poner(string nombre, byte[] bytes)
    {
        _archivos[nombre] = bytes;
        return this;
    }

    /// <summary>Changes text that must be there once.</summary>
    public CarpetaDePrueba Cambiar(string nombre, string antes, string despues)
    {
        var texto = Texto(nombre);
        Assert.Equal(2, texto.Split(antes).Length);
        return Poner(nombre, texto.Replace(antes, despues, StringComparison.Ordinal));
    }

    public CarpetaDePrueba Quitar(string nombre)
    {
        Assert.True(_archivos.Remove(nombre));
        return this;
    }

    public string Texto(string nombre) => Encoding.UTF8.GetString(_archivos[nombre]);

    public void Guardar(string carpeta)
    {
        foreach (var (nombre, bytes) in _archivos)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(carpeta, nombre))!);
            File.WriteAllBytes(Path.Combine(carpeta, nombre), bytes);
        }
    }

    public LecturaDeCarpeta Leer() => LectorDeCarpeta.Leer(n => _archivos.GetValueOrDefault(n));
}
