using System.Text.Json;
using Prep.Publicacion.Paquete;

namespace Prep.Publicacion.Comprobacion;

/// <summary>What the Commission publishes against its own signed list.</summary>
/// <remarks>
/// That folder is replaced whole while it is read: what does not match is a falta only if its list is still the one that was read.
/// Else it is read again, without the files already found as the new list wants them: few, so it ends soon.
/// </remarks>
internal sealed class RevisorDeSeguimiento(IFuenteDePublicacion fuente, Reporte reporte, string pem)
{
    /// <summary>Each takes less than a second after the first; it is replaced every ten at most.</summary>
    public const int Lecturas = 10;

    private const string Manifiesto = $"{RutasDePaquete.Seguimiento}/{RutasDePaquete.Manifiesto}";
    private const string Firma = $"{RutasDePaquete.Seguimiento}/{RutasDePaquete.Firma}";

    private readonly HashSet<ArchivoEsperado> _comoSeFirmaron = [];
    private byte[] _bufer = new byte[1 << 16];

    /// <returns>The paths outside its folder that it accounts for, and that folder; null in a publication without it.</returns>
    public IReadOnlyList<string>? Revisar(CancellationToken ct)
    {
        for (var lectura = 1; LeerManifiesto() is { } manifiesto; lectura++)
        {
            Reporte suyo = new();
            var rutas = Revisar(manifiesto, suyo, ct);
            if (suyo.Faltas.Count == 0 || LeerManifiesto().AsSpan().SequenceEqual(manifiesto))
            {
                reporte.Agregar(suyo);
                return rutas;
            }

            if (lectura == Lecturas)
            {
                reporte.Falta("seguimiento_cambiante", Manifiesto, $"Cambió cada una de las {Lecturas} veces que se leyó: no se pudo comprobar. Repita en un minuto.");
                return rutas;
            }
        }

        return null;
    }

    private byte[]? LeerManifiesto() => fuente.Leer(Manifiesto, ref _bufer) is var leidos and >= 0 ? _bufer.AsSpan(0, leidos).ToArray() : null;

    private IReadOnlyList<string> Revisar(byte[] bytes, Reporte suyo, CancellationToken ct)
    {
        RevisorDeArchivos archivos = new(fuente, suyo);
        suyo.Contar("manifiestos");
        new RevisorDeFirma(fuente, suyo, pem, "El seguimiento").Revisar(RutasDePaquete.Seguimiento, bytes);

        // Its hash is in no list: its twin must still be it.
        archivos.Leer(new(Manifiesto, bytes.LongLength, Dominio.Catalogo.CodigoDeIntegridad.De(bytes).Hex));
        if (Leer(bytes, suyo) is not { } manifiesto)
        {
            return [];
        }

        List<ArchivoEsperado> esperados = [.. manifiesto.Archivos.Select(a => Esperado(a, suyo)).OfType<ArchivoEsperado>()];
        var pendientes = esperados.FindAll(e => !_comoSeFirmaron.Contains(e));
        archivos.Revisar(pendientes, ct);
        suyo.Contar("archivos", esperados.Count - pendientes.Count);
        var malos = suyo.Faltas.Select(f => f.Archivo).ToHashSet(StringComparer.Ordinal);
        _comoSeFirmaron.UnionWith(esperados.Where(e => !malos.Contains(e.Ruta) && !malos.Contains(e.Ruta + RutasDePaquete.Gemelo)));
        suyo.Contar("archivos del seguimiento", esperados.Count);

        ArchivosConocidos conocidos = new();
        conocidos.Agregar([Manifiesto, Firma, .. esperados.Select(e => e.Ruta)]);
        new RevisorDeSobrantes(fuente, suyo).Revisar(conocidos, RutasDePaquete.Seguimiento);
        return [.. esperados.Select(e => e.Ruta)];
    }

    private static ManifiestoDeSeguimiento? Leer(byte[] bytes, Reporte suyo)
    {
        try
        {
            var leido = JsonDePaquete.Leer<ManifiestoDeSeguimiento>(bytes);
            if (leido.Formato == ManifiestoDeSeguimiento.FormatoActual)
            {
                return leido;
            }

            suyo.Falta("manifiesto_distinto", Manifiesto, $"Dice ser del formato {leido.Formato}; este programa lee el formato {ManifiestoDeSeguimiento.FormatoActual}.");
        }
        catch (JsonException e)
        {
            suyo.Falta("manifiesto_ilegible", Manifiesto, $"No se entiende: {e.Message}");
        }

        return null;
    }

    // A path names a file of the folder, or a resource that the whole site shares.
    private static ArchivoEsperado? Esperado(ArchivoListado archivo, Reporte suyo)
    {
        const string Compartido = "../" + Sitio.Recursos.Carpeta;
        var dentro = archivo.Ruta.StartsWith(Compartido, StringComparison.Ordinal) ? archivo.Ruta["../".Length..] : $"{RutasDePaquete.Seguimiento}/{archivo.Ruta}";
        if (RutasDePaquete.EsInterna(dentro))
        {
            return new(dentro, archivo.Bytes, archivo.Sha256);
        }

        suyo.Falta("ruta_fuera", Manifiesto, "Nombra un archivo fuera de la publicación.", archivo.Ruta);
        return null;
    }
}
