using Prep.Dominio.Catalogo;
using Prep.Operacion.Preparacion.Carpeta;

namespace Prep.Simulador.Catalogos;

/// <summary>The public files from which the elections that ship are made (<c>datos/reales</c>).</summary>
public sealed class FuentesDeOaxaca(string carpeta)
{
    public static readonly Entidad Oaxaca = new(20, "OAXACA", "OAX");

    public const string BaseDe2022 = "20220606_1500_PREP_GUB_OAX/OAX_GUB_2022.csv";

    /// <summary>Casillas of 2022 with district, municipality and lista nominal.</summary>
    public IReadOnlyList<FilaCsv> Casillas => Leer("catalogo_oaxaca/casillas_oaxaca_2022.csv", 0, "clave_casilla", "id_distrito_local", "distrito_local", "id_municipio_ine", "lista_nominal");

    /// <summary>Rows of the official database of 2022, in its order, fuera de catálogo included.</summary>
    public IReadOnlyList<FilaCsv> BaseOficialDe2022 => Leer(BaseDe2022, 5, "CLAVE_CASILLA", "MECANISMOS_TRASLADO");

    /// <summary>Ayuntamientos of 2018, casilla by casilla.</summary>
    public IReadOnlyList<FilaCsv> ComputosDe2018 => Leer("computos_oaxaca/ayuntamientos_oaxaca_2018_casilla_computo.csv", 0, "municipio", "nombre_municipio", "clave_casilla");

    public IReadOnlyList<FilaCsv> Municipios => Leer("catalogo_oaxaca/municipios_oaxaca_ine.csv", 0, "id_municipio_ine", "municipio");

    private IReadOnlyList<FilaCsv> Leer(string nombre, int preambulo, params string[] columnas)
    {
        var bytes = File.ReadAllBytes(Path.Combine(carpeta, nombre)).AsSpan();
        for (; preambulo > 0; preambulo--)
        {
            bytes = bytes[(bytes.IndexOf((byte)'\n') + 1)..];
        }

        var registro = new RegistroDeFaltas();
        var tabla = TablaCsv.Leer(nombre, bytes.ToArray(), columnas, null, registro);
        return registro.Hay ? throw new InvalidDataException(string.Join('\n', registro.Faltas)) : tabla!.Filas;
    }
}
