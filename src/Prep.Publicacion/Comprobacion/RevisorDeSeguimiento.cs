using System.Text.Json;
using Prep.Publicacion.Paquete;

namespace Prep.Publicacion.Comprobacion;

/// <summary>What the Commission publishes against its own signed list.</summary>
internal sealed class RevisorDeSeguimiento(IFuenteDePublicacion fuente, Reporte reporte, RevisorDeArchivos archivos)
{
    private const string Manifiesto = $"{RutasDePaquete.Seguimiento}/{RutasDePaquete.Manifiesto}";
    private const string Firma = $"{RutasDePaquete.Seguimiento}/{RutasDePaquete.Firma}";

    private byte[] _bufer = new byte[1 << 16];

    /// <returns>The paths that it accounts for; none in a publication without it.</returns>
    public IEnumerable<string> Revisar(string pem, CancellationToken ct)
    {
        var leidos = fuente.Leer(Manifiesto, ref _bufer);
        if (leidos < 0)
        {
            return [];
        }

        var bytes = _bufer.AsSpan(0, leidos).ToArray();
        reporte.Contar("manifiestos");
        RevisarFirma(pem, bytes);
        RevisarGemelo(bytes);
        if (Leer(bytes) is not { } manifiesto)
        {
            return [Manifiesto, Firma];
        }

        List<ArchivoEsperado> esperados = [.. manifiesto.Archivos.Select(Esperado).OfType<ArchivoEsperado>()];
        archivos.Revisar(esperados, ct);
        reporte.Contar("archivos del seguimiento", esperados.Count);
        return [Manifiesto, Firma, .. esperados.Select(a => a.Ruta)];
    }

    private void RevisarFirma(string pem, byte[] manifiesto)
    {
        var leidos = fuente.Leer(Firma, ref _bufer);
        if (leidos < 0)
        {
            reporte.Falta("firma_ausente", Firma, "El seguimiento no tiene firma.");
        }
        else if (!ClaveDeFirma.Verificar(pem, manifiesto, _bufer.AsSpan(0, leidos)))
        {
            reporte.Falta("firma_invalida", Firma, $"La firma no corresponde a {Manifiesto} con esta clave: o cambió el manifiesto, o la firma, o lo firmó otra clave.");
        }
    }

    // Its hash is in no list: its twin must still be it.
    private void RevisarGemelo(byte[] manifiesto) =>
        archivos.Leer(new(Manifiesto, manifiesto.LongLength, Dominio.Catalogo.CodigoDeIntegridad.De(manifiesto).Hex));

    private ManifiestoDeSeguimiento? Leer(byte[] bytes)
    {
        try
        {
            var leido = JsonDePaquete.Leer<ManifiestoDeSeguimiento>(bytes);
            if (leido.Formato == ManifiestoDeSeguimiento.FormatoActual)
            {
                return leido;
            }

            reporte.Falta("manifiesto_distinto", Manifiesto, $"Dice ser del formato {leido.Formato}; este programa lee el formato {ManifiestoDeSeguimiento.FormatoActual}.");
        }
        catch (JsonException e)
        {
            reporte.Falta("manifiesto_ilegible", Manifiesto, $"No se entiende: {e.Message}");
        }

        return null;
    }

    // A path names a file of the folder, or a resource that the whole site shares.
    private ArchivoEsperado? Esperado(ArchivoListado archivo)
    {
        const string Compartido = "../" + Sitio.Recursos.Carpeta;
        var dentro = archivo.Ruta.StartsWith(Compartido, StringComparison.Ordinal) ? archivo.Ruta["../".Length..] : $"{RutasDePaquete.Seguimiento}/{archivo.Ruta}";
        if (RutasDePaquete.EsInterna(dentro))
        {
            return new(dentro, archivo.Bytes, archivo.Sha256);
        }

        reporte.Falta("ruta_fuera", Manifiesto, "Nombra un archivo fuera de la publicación.", archivo.Ruta);
        return null;
    }
}
