using System.Security.Cryptography;
using System.Text.Json;
using Prep.Dominio;
using Prep.Publicacion.Sitio;

namespace Prep.Publicacion.Paquete;

/// <summary>A file that already lies on a disk and is published as it is.</summary>
/// <param name="Ruta">Relative to the root of the publication.</param>
/// <param name="Origen">Where it is read from.</param>
public sealed record ArchivoDeDisco(string Ruta, string Origen, long Bytes, string Sha256);

/// <summary>Writes what the Commission publishes, whole and signed, beside the cortes. Readers see the earlier folder or this one, never a part.</summary>
public sealed class PublicadorDeSeguimiento(string carpeta, ClaveDeFirma clave, TimeProvider reloj)
{
    private readonly string _vigente = Path.Combine(carpeta, RutasDePaquete.Seguimiento);
    private readonly string _taller = RutasDePaquete.TallerDeSeguimiento(carpeta);
    private readonly HashSet<string> _hechas = new(StringComparer.Ordinal);
    private byte[] _plano = new byte[1 << 18];
    private byte[] _comprimido = new byte[1 << 16];
    private byte[] _abierto = new byte[1 << 18];

    /// <summary>Refusal: what was to stay as it is published is not there, or is another.</summary>
    public const string NoEstaIgual = "pagina_alterada";

    /// <param name="archivos">Under <c>seguimiento/</c>, and resources.</param>
    /// <param name="iguales">Files under <c>seguimiento/</c> that are published already and did not change, as <see cref="Listar"/> gave them.</param>
    /// <param name="asiento">Last entry of the book that they know.</param>
    /// <returns>Whether anything changed; refused when another process is writing, when a file of the store is not the one that was kept, or with <see cref="NoEstaIgual"/>.</returns>
    /// <exception cref="IOException">The disk failed or is full; what was published stays.</exception>
    public Result<bool> Publicar(IReadOnlyList<ArchivoPublicado> archivos, IReadOnlyList<ArchivoListado> iguales, IReadOnlyList<ArchivoDeDisco> documentos, int asiento)
    {
        Directory.CreateDirectory(carpeta);
        using var candado = Disco.Candado(Path.Combine(carpeta, RutasDePaquete.CandadoDeSeguimiento));
        if (candado is null)
        {
            return new Rechazo("publicacion_ocupada", "Otro proceso está escribiendo el seguimiento en esta carpeta: espere a que termine o deténgalo.", ClaseDeRechazo.Conflicto);
        }

        // What another left that was stopped half-way.
        Limpiar();
        var lista = Lista(archivos, iguales, documentos);
        if (Leer() is { } anterior && (anterior.Asiento > asiento || (anterior.Archivos.SequenceEqual(lista) && lista.All(EstaEnSuLugar))))
        {
            return false;
        }

        try
        {
            if (Escribir(archivos, iguales, documentos) is { } rechazo)
            {
                return rechazo;
            }

            Confirmar(new(ManifiestoDeSeguimiento.FormatoActual, OpcionesDePublicador.ProgramaDeLaCasa, Instantes.Locales(reloj.GetUtcNow(), TimeZoneInfo.Utc), asiento, lista));
            return true;
        }
        catch (IOException e)
        {
            throw Disco.Explicar(e, "publicar el seguimiento");
        }
        finally
        {
            Limpiar();
        }
    }

    /// <summary>As the signed list names it.</summary>
    public static ArchivoListado Listar(ArchivoPublicado archivo) => new(Relativa(archivo.Ruta), archivo.Bytes.LongLength, Convert.ToHexStringLower(SHA256.HashData(archivo.Bytes)));

    private static List<ArchivoListado> Lista(IReadOnlyList<ArchivoPublicado> archivos, IReadOnlyList<ArchivoListado> iguales, IReadOnlyList<ArchivoDeDisco> documentos) =>
    [
        .. archivos.Select(Listar).Concat(iguales)
            .Concat(documentos.Select(d => new ArchivoListado(Relativa(d.Ruta), d.Bytes, d.Sha256)))
            .OrderBy(a => a.Ruta, StringComparer.Ordinal),
    ];

    private static string Relativa(string ruta) => Rutas.Relativa($"{RutasDePaquete.Seguimiento}/{RutasDePaquete.Manifiesto}", ruta);

    // One that cannot be read is one that is not there: it is written again.
    private ManifiestoDeSeguimiento? Leer()
    {
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(_vigente, RutasDePaquete.Manifiesto));
            return ClaveDeFirma.Verificar(clave.PemPublico, bytes, File.ReadAllBytes(Path.Combine(_vigente, RutasDePaquete.Firma))) ? JsonDePaquete.Leer<ManifiestoDeSeguimiento>(bytes) : null;
        }
        catch (Exception e) when (e is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private bool EstaEnSuLugar(ArchivoListado archivo) => new FileInfo(Path.Combine(_vigente, archivo.Ruta)) is { Exists: true } f && f.Length == archivo.Bytes;

    private Rechazo? Escribir(IReadOnlyList<ArchivoPublicado> archivos, IReadOnlyList<ArchivoListado> iguales, IReadOnlyList<ArchivoDeDisco> documentos)
    {
        if (iguales.Select(Conservar).FirstOrDefault(r => r is not null) is { } distinto)
        {
            return distinto;
        }

        EscritorDeArchivos escritor = new(_taller);
        foreach (var archivo in archivos)
        {
            if (!archivo.Ruta.StartsWith(Recursos.Carpeta, StringComparison.Ordinal))
            {
                escritor.Escribir(archivo.Ruta, archivo.Bytes);
            }
            else if (!File.Exists(Path.Combine(carpeta, archivo.Ruta + RutasDePaquete.Gemelo)) || !File.ReadAllBytes(Path.Combine(carpeta, archivo.Ruta)).AsSpan().SequenceEqual(archivo.Bytes))
            {
                Compartir(archivo);
            }
        }

        return documentos.Select(Traer).FirstOrDefault(r => r is not null);
    }

    // Pages of cortes use it too: nobody reads a part of it.
    private void Compartir(ArchivoPublicado recurso)
    {
        new EscritorDeArchivos(_taller).Escribir(recurso.Ruta, recurso.Bytes);
        Directory.CreateDirectory(Path.Combine(carpeta, RutasDePaquete.Recursos));
        foreach (var ruta in new[] { recurso.Ruta, recurso.Ruta + RutasDePaquete.Gemelo })
        {
            Disco.Renombrar(Path.Combine(_taller, ruta), Path.Combine(carpeta, ruta));
        }
    }

    // Read again: what somebody altered in the publication does not pass from one list to the next.
    private Rechazo? Conservar(ArchivoListado igual)
    {
        var (publicado, destino) = (Path.Combine(_vigente, igual.Ruta), Path.Combine(_taller, RutasDePaquete.Seguimiento, igual.Ruta));
        var leidos = Disco.Leer(publicado, ref _plano);
        var esElMismo = leidos == igual.Bytes && Convert.ToHexStringLower(SHA256.HashData(_plano.AsSpan(0, leidos))) == igual.Sha256;
        var conGemelo = RutasDePaquete.TieneGemelo(igual.Ruta);
        if (!esElMismo || (conGemelo && !(Disco.Leer(publicado + RutasDePaquete.Gemelo, ref _comprimido) is >= 0 and var comprimidos && Gemelo.Es(_comprimido.AsSpan(0, comprimidos), _plano.AsSpan(0, leidos), ref _abierto))))
        {
            return new Rechazo(NoEstaIgual, $"{igual.Ruta} no está como se publicó.", ClaseDeRechazo.Conflicto);
        }

        Hacer(destino);
        Disco.Enlazar(publicado, destino);
        if (conGemelo)
        {
            Disco.Enlazar(publicado + RutasDePaquete.Gemelo, destino + RutasDePaquete.Gemelo);
        }

        return null;
    }

    // The folder of a file: thousands lie in a few.
    private void Hacer(string archivo)
    {
        var folder = Path.GetDirectoryName(archivo)!;
        if (_hechas.Add(folder))
        {
            Directory.CreateDirectory(folder);
        }
    }

    // Named by its content: the one that is published already is the same file.
    private Rechazo? Traer(ArchivoDeDisco documento)
    {
        var destino = Path.Combine(_taller, documento.Ruta);
        Hacer(destino);
        if (new FileInfo(Path.Combine(carpeta, documento.Ruta)) is { Exists: true } publicado && publicado.Length == documento.Bytes)
        {
            Disco.Enlazar(publicado.FullName, destino);
            return null;
        }

        if (!File.Exists(documento.Origen))
        {
            return Alterado(documento, "no está");
        }

        using (var de = File.OpenRead(documento.Origen))
        using (var a = File.Create(destino))
        using (var codigo = SHA256.Create())
        using (CryptoStream copia = new(a, codigo, CryptoStreamMode.Write))
        {
            de.CopyTo(copia);
            copia.FlushFinalBlock();
            return Convert.ToHexStringLower(codigo.Hash!) == documento.Sha256 ? null : Alterado(documento, "no es el que se guardó: su SHA-256 es otro");
        }
    }

    private static Rechazo Alterado(ArchivoDeDisco documento, string motivo) => new(
        "documento_alterado", $"El documento {documento.Origen} {motivo}. Restáurelo del respaldo; mientras, sigue publicado lo anterior.", ClaseDeRechazo.Conflicto);

    private void Confirmar(ManifiestoDeSeguimiento manifiesto)
    {
        var bytes = JsonDePaquete.Escribir(manifiesto);
        EscritorDeArchivos escritor = new(_taller);
        escritor.Escribir($"{RutasDePaquete.Seguimiento}/{RutasDePaquete.Manifiesto}", bytes);
        escritor.Escribir($"{RutasDePaquete.Seguimiento}/{RutasDePaquete.Firma}", clave.Firmar(bytes));
        clave.Publicar(carpeta);
        Disco.SincronizarTodo(carpeta);
        Disco.Intercambiar(Path.Combine(_taller, RutasDePaquete.Seguimiento), _vigente);
        Disco.SincronizarCarpeta(carpeta);
    }

    private void Limpiar()
    {
        if (Directory.Exists(_taller))
        {
            Directory.Delete(_taller, recursive: true);
        }

        _hechas.Clear();
    }
}
