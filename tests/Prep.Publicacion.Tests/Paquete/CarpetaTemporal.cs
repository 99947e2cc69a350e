using Prep.Publicacion.Paquete;

namespace Prep.Publicacion.Tests.Paquete;

/// <summary>A folder that goes away with the test, with a publication and its keys.</summary>
public sealed class CarpetaTemporal : IDisposable
{
    public CarpetaTemporal() => Clave = ClaveDeFirma.AbrirOCrear(Path.Combine(Raiz, "claves"));

    public string Raiz { get; } = Directory.CreateTempSubdirectory("prep-paquete-").FullName;

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
