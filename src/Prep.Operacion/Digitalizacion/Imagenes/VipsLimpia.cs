using System.Runtime.InteropServices;

namespace Prep.Operacion.Digitalizacion.Imagenes;

/// <summary>The calls of libvips that open what a stranger sent. The header is read, and judged, before any point is decoded.</summary>
internal static partial class Vips
{
    /// <param name="cargador">Named by us: libvips is never asked to guess what a file is.</param>
    /// <param name="giro">Quarters of a turn, clockwise, after the turn that the camera noted.</param>
    /// <exception cref="InvalidOperationException">Cut, damaged, or too many points.</exception>
    public static (byte[] Gris, int Ancho, int Alto, int AnchoDeOrigen, int AltoDeOrigen) AGris(byte[] original, string cargador, int giro, int ladoMayor)
    {
        var fijo = GCHandle.Alloc(original, GCHandleType.Pinned);
        var abiertos = new Stack<nint>();
        try
        {
            var carga = Operacion(cargador);
            PonerBytes(carga, "buffer", fijo.AddrOfPinnedObject(), original.Length);
            PonerTexto(carga, "fail-on", "truncated");
            var imagen = Salida(carga, abiertos);
            if ((long)vips_image_get_width(imagen) * vips_image_get_height(imagen) > LimitesDeOriginal.Puntos)
            {
                throw new InvalidOperationException(ImagenLimpia.DemasiadosPuntos);
            }

            imagen = Paso("autorot", imagen, abiertos);
            var (ancho, alto) = (vips_image_get_width(imagen), vips_image_get_height(imagen));
            if (vips_image_hasalpha(imagen) != 0)
            {
                imagen = Paso("flatten", imagen, abiertos, ("background", "255"));
            }

            imagen = Paso("colourspace", imagen, abiertos, ("space", "b-w"));
            var escala = (double)ladoMayor / Math.Max(ancho, alto);
            if (escala < 1)
            {
                imagen = Paso("resize", imagen, abiertos, ("scale", escala.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            }

            if (giro != 0)
            {
                imagen = Paso("rot", imagen, abiertos, ("angle", $"d{giro * 90}"));
            }

            imagen = Paso("cast", imagen, abiertos, ("format", "uchar"));
            (ancho, alto) = giro % 2 == 0 ? (ancho, alto) : (alto, ancho);
            return (Puntos(imagen), vips_image_get_width(imagen), vips_image_get_height(imagen), ancho, alto);
        }
        finally
        {
            while (abiertos.TryPop(out var objeto))
            {
                g_object_unref(objeto);
            }

            fijo.Free();
        }
    }

    private static nint Paso(string operacion, nint entrada, Stack<nint> abiertos, params ReadOnlySpan<(string Nombre, string Valor)> ajustes)
    {
        var paso = Operacion(operacion);
        PonerObjeto(paso, "in", entrada);
        foreach (var (nombre, valor) in ajustes)
        {
            PonerTexto(paso, nombre, valor);
        }

        return Salida(paso, abiertos);
    }

    private static nint Salida(nint operacion, Stack<nint> abiertos)
    {
        var hecha = Construir(operacion);
        var imagen = TomarObjeto(hecha, "out");
        Soltar(hecha);
        abiertos.Push(imagen);
        return imagen;
    }

    private static byte[] Puntos(nint imagen)
    {
        var puntos = vips_image_write_to_memory(imagen, out var largo);
        if (puntos == 0)
        {
            throw Fallo();
        }

        var gris = new byte[checked((int)largo)];
        Marshal.Copy(puntos, gris, 0, gris.Length);
        g_free(puntos);
        return gris.Length == (long)vips_image_get_width(imagen) * vips_image_get_height(imagen) ? gris : throw new InvalidOperationException("No quedó en un solo canal.");
    }

    [LibraryImport(Libreria)]
    private static partial int vips_image_hasalpha(nint imagen);
}
