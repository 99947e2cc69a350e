using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio.Vistas;

namespace Prep.Publicacion.Sitio.Json;

/// <summary>Municipalities whose ayuntamiento the PREP does not publish. It says nothing of the corte: the same file all night.</summary>
/// <remarks>Described by <c>docs/esquemas/sistemas-normativos.schema.json</c>.</remarks>
internal static class JsonDeSistemasNormativos
{
    public const string Archivo = Rutas.SistemasNormativos + "/municipios.json";

    public static byte[] De(Corte corte, CorteDeEleccion eleccion, IReadOnlyList<MunicipioConSistemaNormativo> municipios) =>
        Escritor.Documento(Rutas.DeEleccion(corte.Id, eleccion.Eleccion.Id, Archivo), "sistemas-normativos", json =>
        {
            Escritor.Encabezado(json, corte.Proceso);
            Escritor.DeEleccion(json, eleccion.Eleccion);
            json.WriteStartArray("municipios");
            foreach (var municipio in municipios)
            {
                json.WriteStartObject();
                json.WriteString("clave", municipio.Municipio.Clave);
                json.WriteString("nombre", municipio.Municipio.Nombre);
                Escritor.Texto(json, "otraEleccion", municipio.Otra?.Id.Valor);
                json.WriteStartArray("secciones");
                foreach (var seccion in municipio.Secciones)
                {
                    json.WriteStringValue(seccion.Seccion);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
}
