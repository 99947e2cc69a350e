using System.Text;
using System.Text.Json;
using Prep.Publicacion.Paquete;

namespace Prep.Publicacion.Comprobacion;

/// <summary>Verifies a publication with nothing but its own files (and a key, when one is pinned).</summary>
/// <remarks>
/// The last corte whole; of the earlier ones manifest, signature, chain and log always, their files too when they are few
/// (<see cref="CortesSinPedirlos"/>) or all were asked for.
/// </remarks>
internal sealed class ComprobadorDePublicacion(IFuenteDePublicacion fuente, OpcionesDeComprobacion opciones, Reporte reporte)
{
    /// <summary>With so many cortes or fewer, all are checked whole: it still takes seconds.</summary>
    public const int CortesSinPedirlos = 4;

    private byte[] _bufer = new byte[1 << 16];

    /// <summary>The corte that was checked; null when it could not be known.</summary>
    public string? Corte { get; private set; }

    /// <summary>With which key, in words, and its fingerprint.</summary>
    public string Clave { get; private set; } = "";

    /// <param name="corte">Null checks what <c>actual.json</c> names, and with it the root.</param>
    public void Comprobar(string? corte, CancellationToken ct)
    {
        if (LeerClave() is not { } pem)
        {
            return;
        }

        var archivos = new RevisorDeArchivos(fuente, reporte);
        var presentes = new ArchivosConocidos();
        var sobrantes = new RevisorDeSobrantes(fuente, reporte);
        if (corte is null && new RevisorDeSeguimiento(fuente, reporte, pem).Revisar(ct) is { } delSeguimiento)
        {
            presentes.Agregar(delSeguimiento);
            presentes.AgregarAparte(RutasDePaquete.Seguimiento);
            if (SinCortes())
            {
                sobrantes.Revisar(presentes, "");
                return;
            }
        }

        string? sha256 = null;
        if (corte is null && !LeerActual(out corte, out sha256))
        {
            return;
        }

        Corte = corte;
        var esElActual = sha256 is not null;
        var cadena = new Cadena(fuente, reporte, pem).Seguir(corte!, sha256);
        if (cadena.Count == 0)
        {
            return;
        }

        var registro = new RevisorDeRegistro(fuente, reporte);
        registro.Revisar(cadena.Reverse());
        archivos.Revisar(registro.Archivos, ct);
        new RevisorDeVersiones(fuente, reporte).Revisar(cadena.Reverse(), registro.Corregidas, archivos);

        presentes.Agregar(registro);
        for (var i = 0; i < cadena.Count; i++)
        {
            var entero = i == 0 || opciones.Todos || cadena.Count <= CortesSinPedirlos;
            var revisor = new RevisorDeCorte(fuente, reporte, archivos, cadena[i]);
            revisor.Revisar(entero, ct);
            presentes.Agregar(cadena[i], [.. revisor.Archivos, .. revisor.Listadas], entero);
            reporte.Contar(entero ? "cortes revisados enteros" : "cortes anteriores (manifiesto, firma, bases y registro)");
            if (i == 0)
            {
                new RevisorDeCifras(reporte, cadena[i], opciones).Revisar(registro, archivos);
                new RevisorDeHistorial(reporte, cadena).Revisar(archivos);
            }
        }

        sobrantes.Revisar(presentes, esElActual ? "" : cadena[0].Carpeta);
        if (esElActual)
        {
            RevisarRaiz(cadena);
        }
    }

    private string? LeerClave()
    {
        var propia = Leer(RutasDePaquete.ClavePublica);
        if (opciones.Clave is { } fijada)
        {
            Clave = $"fijada, huella {ClaveDeFirma.HuellaDePem(fijada)}";
            if (propia is not null && ClaveDeFirma.HuellaDePem(propia) != ClaveDeFirma.HuellaDePem(fijada))
            {
                reporte.Falta("clave_distinta", RutasDePaquete.ClavePublica, "La publicación trae otra clave que la fijada.", ClaveDeFirma.HuellaDePem(propia) ?? "", ClaveDeFirma.HuellaDePem(fijada) ?? "");
            }

            return fijada;
        }

        if (propia is null)
        {
            reporte.Falta("archivo_ausente", RutasDePaquete.ClavePublica, "La publicación no trae su clave: fíjela con --clave.");
            return null;
        }

        if (ClaveDeFirma.HuellaDePem(propia) is not { } huella)
        {
            reporte.Falta("clave_ilegible", RutasDePaquete.ClavePublica, "No es una clave pública en PEM.");
            return null;
        }

        Clave = $"la que trae la publicación, huella {huella}; para exigir una, use --clave";
        return propia;
    }

    private bool LeerActual(out string? corte, out string? sha256)
    {
        (corte, sha256) = (null, null);
        var leidos = fuente.Leer(RutasDePaquete.Actual, ref _bufer);
        if (leidos < 0)
        {
            reporte.Falta("archivo_ausente", RutasDePaquete.Actual, "No dice cuál es su corte actual.");
            return false;
        }

        try
        {
            var actual = JsonDePaquete.Leer<Actual>(_bufer.AsSpan(0, leidos));
            if (!Cadena.EsNombreDeCorte(actual.Corte) || actual.Manifiesto != $"{RutasDePaquete.Cortes}/{actual.Corte}/{RutasDePaquete.Manifiesto}")
            {
                reporte.Falta("actual_distinto", RutasDePaquete.Actual, "No nombra el manifiesto de su corte.", actual.Manifiesto);
                return false;
            }

            if (leidos > Actual.MaximoDeBytes)
            {
                reporte.Falta("actual_largo", RutasDePaquete.Actual, $"Mide más de {Actual.MaximoDeBytes} bytes.", $"{leidos}");
            }

            (corte, sha256) = (actual.Corte, actual.Sha256);
            return true;
        }
        catch (JsonException e)
        {
            reporte.Falta("actual_ilegible", RutasDePaquete.Actual, $"No se entiende: {e.Message}");
            return false;
        }
    }

    // actual.json is not signed: what it repeats must be what the manifest says.
    private void RevisarRaiz(IReadOnlyList<Eslabon> cadena)
    {
        var actual = JsonDePaquete.Leer<Actual>(_bufer.AsSpan(0, fuente.Leer(RutasDePaquete.Actual, ref _bufer)));
        if (actual.Instante != cadena[0].Manifiesto.Instante)
        {
            reporte.Falta("actual_distinto", RutasDePaquete.Actual, "Su instante no es el del manifiesto.", actual.Instante, cadena[0].Manifiesto.Instante);
        }

        // Between the rename of actual.json and that of the root page the earlier page stands: both are signed.
        foreach (var nombre in new[] { RutasDePaquete.Portada, RutasDePaquete.Portada + RutasDePaquete.Gemelo })
        {
            var copias = cadena.Take(2).Select(e => LeerBytes($"{e.Carpeta}/{RutasDePaquete.CopiaDeRaiz}/{nombre}")).OfType<byte[]>().ToList();
            var portada = LeerBytes(nombre);
            if (portada is null ? copias.Count > 0 && fuente.Listar(RutasDePaquete.Registro) is not null : !copias.Any(c => c.AsSpan().SequenceEqual(portada)))
            {
                reporte.Falta("portada_distinta", nombre, $"No es la que firmó el corte ({RutasDePaquete.CopiaDeRaiz}/{nombre}).");
            }
        }
    }

    // Months before the night there is only what the Commission publishes.
    private bool SinCortes() => LeerBytes(RutasDePaquete.Actual) is null && !HayPortada();

    // Until the first corte a server of ours answers that it is not ready.
    private bool HayPortada()
    {
        try
        {
            return LeerBytes(RutasDePaquete.Portada) is not null;
        }
        catch (HttpRequestException e) when (e.StatusCode == System.Net.HttpStatusCode.ServiceUnavailable)
        {
            return false;
        }
    }

    private string? Leer(string ruta) => LeerBytes(ruta) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    private byte[]? LeerBytes(string ruta) => fuente.Leer(ruta, ref _bufer) is var leidos and >= 0 ? _bufer.AsSpan(0, leidos).ToArray() : null;
}
