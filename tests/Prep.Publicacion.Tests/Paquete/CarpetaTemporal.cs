using Prep.Publicacion.Paquete;

namespace Prep.Publicacion.Tests.Paquete;

/// <summary>A folder that goes away with the test, with a publication and its keys.</summary>
public sealed class CarpetaTemporal : IDisposable
{
    private static int _cuenta;

    /// <param name="clavesDe">Another's root, to sign with its key.</param>
    public CarpetaTemporal(string? clavesDe = null) => Clave = ClaveDeFirma.AbrirOCrear(Path.Combine(clavesDe ?? Raiz, "claves"));

    // In memory where it can be: a syncfs on a busy disk waits for everybody's writes.
    public string Raiz { get; } = Directory.Exists("/dev/shm")
        ? Directory.CreateDirectory($"/dev/shm/prep-paquete-{Environment.ProcessId}-{Interlocked.Increment(ref _cuenta)}").FullName
        : Directory.CreateTempSubdirectory("prep-paquete-").FullName;

    public string Publicacion => Path.Combine(Raiz, "publicacion");

    public ClaveDeFirma Clave { get; }

    public Publicador Publicador(OpcionesDePublicador? opciones = null) => new(Publicacion, Clave, TimeProvider.System, opciones ?? new());

    public string Ruta(string relativa) => Path.Combine(Publicacion, relativa);

    public byte[] Bytes(string relativa) => File.ReadAllBytes(Ruta(relativa));

    public Manifiesto Manifiesto(string corte) => JsonDePaquete.Leer<Manifiesto>(Bytes($"cortes/{corte}/manifiesto.json"));

    public Actual Actual() => JsonDePaquete.Leer<Actual>(Bytes("actual.json"));

    public void Dispose()
    {
        Clave.Dispose();
        Directory.Delete(Raiz, recursive: true);
    }
}
