using System.Runtime.InteropServices;

namespace Prep.Operacion.Digitalizacion.Imagenes;

/// <summary>The few calls of libvips that turn an SVG into a grey JPEG. Only the worker process loads it.</summary>
/// <remarks>None takes variable arguments: operations are built by name, as the bindings of other languages do.</remarks>
internal static partial class Vips
{
    private const string Libreria = "vips", Objetos = "gobject-2.0", Memoria = "glib-2.0";

    /// <summary>GValue: a type and two words.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Valor
    {
        public nuint Tipo;
        public long A;
        public long B;
    }

    /// <summary>False when the machine lacks libvips.</summary>
    public static bool Cargar()
    {
        NativeLibrary.SetDllImportResolver(typeof(Vips).Assembly, (nombre, ensamblado, ruta) => nombre switch
        {
            Libreria => Primera("libvips.so.42", "libvips.42.dylib", "libvips-42.dll"),
            Objetos => Primera("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"),
            Memoria => Primera("libglib-2.0.so.0", "libglib-2.0.0.dylib", "libglib-2.0-0.dll"),
            _ => 0,
        });
        if (Primera("libvips.so.42", "libvips.42.dylib", "libvips-42.dll") == 0 || vips_init("prep") != 0)
        {
            return false;
        }

        vips_concurrency_set(1);
        vips_cache_set_max(0);
        return true;
    }

    /// <summary>Rasterises at the size that the SVG states, keeps only the light of each point, encodes without metadata.</summary>
    /// <exception cref="InvalidOperationException">With the words of libvips.</exception>
    public static byte[] SvgAJpegGris(byte[] svg, int calidad)
    {
        var fijo = GCHandle.Alloc(svg, GCHandleType.Pinned);   // librsvg reads it until the points are written
        var carga = Operacion("svgload_buffer");
        PonerBytes(carga, "buffer", fijo.AddrOfPinnedObject(), svg.Length);
        nint color = 0;
        try
        {
            carga = Construir(carga);
            color = TomarObjeto(carga, "out");
            var (ancho, alto, bandas) = (vips_image_get_width(color), vips_image_get_height(color), vips_image_get_bands(color));
            var puntos = vips_image_write_to_memory(color, out var largo);
            if (puntos == 0)
            {
                throw Fallo();
            }

            var gris = Luz(puntos, checked((int)largo), bandas);
            g_free(puntos);
            return GrisAJpeg(gris, ancho, alto, calidad);
        }
        finally
        {
            if (color != 0)
            {
                g_object_unref(color);
                Soltar(carga);
            }

            fijo.Free();
        }
    }

    public static byte[] GrisAJpeg(byte[] gris, int ancho, int alto, int calidad)
    {
        var fijo = GCHandle.Alloc(gris, GCHandleType.Pinned);
        try
        {
            var imagen = vips_image_new_from_memory(fijo.AddrOfPinnedObject(), (nuint)gris.Length, ancho, alto, 1, 0);
            if (imagen == 0)
            {
                throw Fallo();
            }

            var guarda = Operacion("jpegsave_buffer");
            PonerObjeto(guarda, "in", imagen);
            PonerTexto(guarda, "Q", $"{calidad}");
            PonerTexto(guarda, "strip", "true");
            PonerTexto(guarda, "optimize-coding", "true");
            guarda = Construir(guarda);
            g_object_unref(imagen);
            var jpeg = TomarBytes(guarda, "buffer");
            Soltar(guarda);
            return jpeg;
        }
        finally
        {
            fijo.Free();
        }
    }

    private static unsafe byte[] Luz(nint puntos, int largo, int bandas)
    {
        var origen = new ReadOnlySpan<byte>((void*)puntos, largo);
        var gris = new byte[largo / bandas];
        if (bandas < 3)
        {
            throw new InvalidOperationException($"libvips dio {bandas} bandas.");
        }

        unchecked
        {
            for (int i = 0, p = 0; i < gris.Length; i++, p += bandas)
            {
                gris[i] = (byte)(((origen[p] * 77) + (origen[p + 1] * 150) + (origen[p + 2] * 29) + 128) >> 8);
            }
        }

        return gris;
    }

    private static nint Primera(params string[] nombres)
    {
        foreach (var nombre in nombres)
        {
            if (NativeLibrary.TryLoad(nombre, out var manija))
            {
                return manija;
            }
        }

        return 0;
    }

    private static nint Operacion(string nombre) => vips_operation_new(nombre) is var o and not 0 ? o : throw Fallo();

    private static nint Construir(nint operacion)
    {
        var hecha = vips_cache_operation_build(operacion);
        if (hecha == 0)
        {
            var fallo = Fallo();
            Soltar(operacion);
            throw fallo;
        }

        g_object_unref(operacion);
        return hecha;
    }

    private static void Soltar(nint operacion)
    {
        vips_object_unref_outputs(operacion);
        g_object_unref(operacion);
    }

    private static void PonerTexto(nint operacion, string nombre, string valor)
    {
        if (vips_object_set_argument_from_string(operacion, nombre, valor) != 0)
        {
            throw Fallo();
        }
    }

    private static void PonerBytes(nint operacion, string nombre, nint bytes, int largo)
    {
        var v = Nuevo(vips_blob_get_type());
        vips_value_set_blob(ref v, 0, bytes, (nuint)largo);
        g_object_set_property(operacion, nombre, ref v);
        g_value_unset(ref v);
    }

    private static void PonerObjeto(nint operacion, string nombre, nint objeto)
    {
        var v = Nuevo(vips_image_get_type());
        g_value_set_object(ref v, objeto);
        g_object_set_property(operacion, nombre, ref v);
        g_value_unset(ref v);
    }

    private static nint TomarObjeto(nint operacion, string nombre)
    {
        var v = Nuevo(vips_image_get_type());
        g_object_get_property(operacion, nombre, ref v);
        var objeto = g_value_dup_object(ref v);
        g_value_unset(ref v);
        return objeto;
    }

    private static byte[] TomarBytes(nint operacion, string nombre)
    {
        var v = Nuevo(vips_blob_get_type());
        g_object_get_property(operacion, nombre, ref v);
        var puntero = vips_value_get_blob(ref v, out var largo);
        var bytes = new byte[checked((int)largo)];
        Marshal.Copy(puntero, bytes, 0, bytes.Length);
        g_value_unset(ref v);
        return bytes;
    }

    private static Valor Nuevo(nuint tipo)
    {
        var v = default(Valor);
        g_value_init(ref v, tipo);
        return v;
    }

    private static InvalidOperationException Fallo()
    {
        var texto = Marshal.PtrToStringUTF8(vips_error_buffer())?.Trim() ?? "";
        vips_error_clear();
        return new InvalidOperationException(texto.Length == 0 ? "libvips no dijo por qué." : texto);
    }
}
