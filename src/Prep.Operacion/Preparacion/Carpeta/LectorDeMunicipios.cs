using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Preparacion.Carpeta;

/// <summary><c>municipios.csv</c>: the institute's numbering and names.</summary>
internal static class LectorDeMunicipios
{
    public const string Archivo = "municipios.csv";

    public static Dictionary<string, Municipio> Leer(ArchivosDeCarpeta archivos)
    {
        var municipios = new Dictionary<string, Municipio>();
        foreach (var fila in archivos.Tabla(Archivo, ["municipio", "nombre"])?.Filas ?? [])
        {
            if (fila.Clave("municipio", 3) is { } clave && fila.Obligatoria("nombre") is { } nombre && !municipios.TryAdd(clave, new(clave, nombre)))
            {
                fila.Falta("municipio", "municipio_repetido", $"El municipio {clave} está dos veces.", "Deje un solo renglón por municipio.");
            }
        }

        return municipios;
    }
}
