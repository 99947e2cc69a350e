using System.Text.Json;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio.Historia;
using Prep.Publicacion.Sitio.Textos;

namespace Prep.Publicacion.Sitio.Json;

/// <summary>One version of an acta. TOTAL_VOTOS_ASENTADO belongs to the databases only and is not here.</summary>
/// <remarks>Described by <c>docs/esquemas/acta.schema.json</c>.</remarks>
internal static class JsonDeActa
{
    public static byte[] De(Corte corte, Eleccion eleccion, ActaEsperada? acta, RegistroDeActa registro, IReadOnlyList<PasoDeHistoria> historia) => Escritor.Documento(Rutas.DeActa(registro.Id, registro.Version, "json"), "acta", json =>
    {
        Escritor.Encabezado(json, corte, eleccion);
        json.WriteString("clave", registro.Id.ClaveActa);
        json.WriteNumber("ordinal", registro.Id.Ordinal);
        json.WriteNumber("version", registro.Version);
        json.WriteString("estado", EstadoDeActa.De(registro).Codigo);
        json.WriteNumber("contabilizada", (int)registro.Conteo.Contabilizada);
        Escritor.Observaciones(json, registro);
        if (acta is not null)
        {
            Escritor.Area(json, eleccion.Area(acta.Area));
            Casilla(json, acta);
        }

        if (acta is not null && registro.Datos is { } datos)
        {
            Datos(json, eleccion, acta, datos);
        }

        Imagen(json, registro.Imagen);
        Escritor.Texto(json, "documento", registro.Documento);
        Escritor.Instante(json, "acopio", registro.AcopioEn);
        Escritor.Instante(json, "captura", registro.CapturaEn);
        Escritor.Instante(json, "verificacion", registro.PublicaVerificacion ? registro.VerificadaEn : null);
        Motivo(json, historia[^1]);
        json.WriteStartArray("versiones");
        foreach (var paso in historia.SkipLast(1))
        {
            json.WriteStartObject();
            json.WriteNumber("version", paso.Numero);
            json.WriteString("corte", paso.Version.Corte.Valor);
            Escritor.Instante(json, "instante", paso.Version.Corte.Instante(corte.Proceso.Calendario.Zona));
            json.WriteString("ruta", Rutas.DeActa(registro.Id, paso.Numero, "json"));
            Motivo(json, paso);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Motivo(Utf8JsonWriter json, PasoDeHistoria paso)
    {
        Escritor.Texto(json, "motivo", Motivado.De(paso.Version.Registro.Motivo).Codigo);
        json.WriteStartArray("cambios");
        foreach (var cambio in paso.Cambios)
        {
            json.WriteStartObject();
            json.WriteString("campo", cambio.Campo);
            Escritor.Texto(json, "antes", cambio.Antes);
            Escritor.Texto(json, "ahora", cambio.Ahora);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Casilla(Utf8JsonWriter json, ActaEsperada acta)
    {
        var casilla = acta.Casilla;
        json.WriteStartObject("casilla");
        json.WriteString("clave", casilla.Clave);
        Escritor.Texto(json, "seccion", casilla.Seccion);
        json.WriteString("tipo", casilla.Tipo.Letra());
        Escritor.Texto(json, "numero", casilla.Numero);
        Escritor.Texto(json, "extContigua", casilla.ExtContigua);
        json.WriteNumber("ubicacion", (int)casilla.Ubicacion);
        Escritor.Texto(json, "municipio", casilla.Municipio?.Clave);
        json.WriteString("tipoActa", acta.TipoActa);
        json.WriteString("principio", acta.Principio switch { Principio.MayoriaRelativa => "MR", Principio.RepresentacionProporcional => "RP", _ => "AMBOS" });
        Escritor.Numero(json, "listaNominal", casilla.ListaNominal);
        Escritor.Numero(json, "representantes", casilla.Representantes);
        json.WriteEndObject();
    }

    private static void Datos(Utf8JsonWriter json, Eleccion eleccion, ActaEsperada acta, DatosDeActa datos)
    {
        var boleta = eleccion.Boleta(acta.Id);
        var limite = LimiteAplicado.De(acta.Casilla, eleccion.Ajustes, datos.Representantes, Idioma.Espanol);
        json.WriteStartObject("limite");
        Escritor.Numero(json, "votos", limite.Maximo);
        json.WriteString("razon", limite.Razon);
        json.WriteEndObject();
        json.WriteStartObject("datos");
        Escritor.Cantidad(json, "boletasSobrantes", datos.Sobrantes);
        Escritor.Cantidad(json, "personasVotaron", datos.Personas);
        Escritor.Cantidad(json, "representantesVotaron", datos.Representantes);
        Escritor.Cantidad(json, "votosSacados", datos.Sacados);
        json.WriteNumber("totalCalculado", datos.TotalCalculado);
        json.WriteStartObject("votos");
        for (var i = 0; i < boleta.Contendientes.Count; i++)
        {
            Escritor.Cantidad(json, eleccion.Contendientes[boleta.Contendientes[i]].Clave, datos.Votos[i]);
        }

        json.WriteEndObject();
        Escritor.Cantidad(json, "noRegistradas", datos.NoRegistradas);
        Escritor.Cantidad(json, "nulos", datos.Nulos);
        json.WriteEndObject();
    }

    private static void Imagen(Utf8JsonWriter json, ImagenDeActa? imagen)
    {
        if (imagen is null)
        {
            json.WriteNull("imagen");
            return;
        }

        json.WriteStartObject("imagen");
        json.WriteString("sha256", imagen.Codigo.Hex);
        json.WriteString("situacion", imagen.Retirada ? "retirada" : imagen.Ajena ? "ajena" : "publicada");
        Escritor.Texto(json, "origen", imagen.Origen?.ToString().ToUpperInvariant());
        Escritor.Texto(json, "digitalizacion", imagen.Medio switch { Medio.Movil => "MOVIL", Medio.Escaner => "ESCANER", Medio.UrnaElectronica => "URNA ELECTRONICA", _ => null });
        json.WriteEndObject();
    }
}
