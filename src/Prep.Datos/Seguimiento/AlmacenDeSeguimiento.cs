using Prep.Datos.Bases;
using Prep.Datos.Imagenes;

namespace Prep.Datos.Seguimiento;

/// <summary>The open store of the Commission: <c>seguimiento.db</c> beside <c>prep.db</c>, or the same PostgreSQL database; and, with either, the files of its documents.</summary>
public sealed class AlmacenDeSeguimiento : IAsyncDisposable
{
    private static readonly TimeSpan _subidaMuerta = TimeSpan.FromDays(1);

    private AlmacenDeSeguimiento(Base @base, string carpeta) => (Base, Documentos) = (@base, new(Path.Combine(carpeta, "seguimiento", "documentos")));

    public Base Base { get; }

    /// <summary>Each version of each document, by the SHA-256 of its bytes.</summary>
    public ImagenesEnDisco Documentos { get; }

    /// <summary>Opens or makes it: applies the schema.</summary>
    public static async Task<AlmacenDeSeguimiento> AbrirAsync(OpcionesDeAlmacen opciones, TimeProvider reloj, CancellationToken ct)
    {
        AlmacenDeSeguimiento almacen = new(await opciones.AbrirAsync(Guiones.DeSeguimiento, reloj, ct), opciones.Carpeta);
        almacen.Documentos.QuitarSubidasDeAntes(reloj.GetUtcNow() - _subidaMuerta);
        return almacen;
    }

    public ValueTask DisposeAsync() => Base.DisposeAsync();
}
