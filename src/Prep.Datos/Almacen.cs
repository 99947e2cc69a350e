using Prep.Datos.Bases;
using Prep.Datos.Catalogo;
using Prep.Datos.Filas;
using Prep.Datos.Imagenes;

namespace Prep.Datos;

/// <summary>An open store: one process, its database, its images and its catalogue in memory.</summary>
public sealed class Almacen : IAsyncDisposable
{
    private volatile CatalogoCargado? _catalogo;

    private Almacen(Base @base, string carpeta)
    {
        (Base, Carpeta) = (@base, carpeta);
        (Imagenes, Apartadas, Documentos) = (EnDisco("imagenes"), EnDisco("apartadas"), EnDisco("documentos"));
    }

    public Base Base { get; }

    public string Carpeta { get; }

    public ImagenesEnDisco Imagenes { get; }

    /// <summary>Files as scanners gave them, and what was cleaned from them before it is registered: never published.</summary>
    public ImagenesEnDisco Apartadas { get; }

    /// <summary>Pages and PDF of the documents that were given.</summary>
    public ImagenesEnDisco Documentos { get; }

    /// <summary>Null until a process is loaded. Its calendar is that of the configuration in force.</summary>
    public CatalogoCargado? Catalogo => _catalogo;

    /// <summary>Opens or makes a store: applies the schema and reads the catalogue, if there is one.</summary>
    public static async Task<Almacen> AbrirAsync(OpcionesDeAlmacen opciones, TimeProvider reloj, CancellationToken ct)
    {
        var @base = await opciones.AbrirAsync(Guiones.DeOperacion, reloj, ct);
        try
        {
            Almacen almacen = new(@base, opciones.Carpeta);
            await almacen.CargarCatalogoAsync(ct);
            return almacen;
        }
        catch
        {
            await @base.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads again the vigente catalogue from the database.</summary>
    public async Task CargarCatalogoAsync(CancellationToken ct)
    {
        var filas = await Base.LeerAsync(
            tx => tx.TodosAsync(
                "SELECT c.numero, c.contenido, c.sha256 FROM proceso p JOIN catalogo c ON c.numero = p.catalogo",
                f => (Numero: f.GetInt64(0), Contenido: f.Bytes(1)!, Sha256: f.GetString(2))),
            ct);
        if (filas is [var fila])
        {
            var json = CatalogoJson.Descomprimir(fila.Contenido);
            if (CatalogoJson.Sha256(json) != fila.Sha256)
            {
                throw new InvalidDataException("El catálogo guardado ya no da su código SHA-256. Restaure la base de la copia.");
            }

            _catalogo = new(CatalogoJson.Leer(json), fila.Numero);
            await PonerAlDiaAsync(ct);
        }
    }

    /// <summary>Takes the calendar of the configuration in force: another node may have confirmed it.</summary>
    public Task PonerAlDiaAsync(CancellationToken ct) => Base.LeerAsync(
        async tx =>
        {
            await PonerAlDiaAsync(tx, (await MarchaFila.LeerAsync(tx)).Configuracion);
            return true;
        },
        ct);

    /// <summary>Takes the calendar of that version of the configuration, when it is later than the one in memory: who reads an older snapshot does not bring it back.</summary>
    public async Task PonerAlDiaAsync(Transaccion tx, int version)
    {
        if (_catalogo is { } catalogo && catalogo.Configuracion < version && await ConfiguracionFila.LeerAsync(tx, version) is { } fila)
        {
            var calendario = ConfiguracionJson.Leer(fila.Contenido).Calendario(catalogo.Proceso.Calendario.Zona);
            _catalogo = catalogo.Con(calendario.Value, version);
        }
    }

    private ImagenesEnDisco EnDisco(string nombre) => new(Directory.CreateDirectory(Path.Combine(Carpeta, nombre)).FullName);

    public ValueTask DisposeAsync() => Base.DisposeAsync();
}
