using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Prep.Operacion.Digitalizacion.Imagenes;

[SuppressMessage("Style", "IDE1006", Justification = "Names of the C library.")]
[SuppressMessage("Interoperability", "CA5392", Justification = "Resolved by name in Cargar.")]
internal static partial class Vips
{
    [LibraryImport(Libreria, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int vips_init(string nombre);

    [LibraryImport(Libreria)]
    private static partial void vips_concurrency_set(int hilos);

    [LibraryImport(Libreria)]
    private static partial void vips_cache_set_max(int operaciones);

    [LibraryImport(Libreria, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint vips_operation_new(string nombre);

    [LibraryImport(Libreria)]
    private static partial nint vips_cache_operation_build(nint operacion);

    [LibraryImport(Libreria)]
    private static partial void vips_object_unref_outputs(nint objeto);

    [LibraryImport(Libreria, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int vips_object_set_argument_from_string(nint objeto, string nombre, string valor);

    [LibraryImport(Libreria)]
    private static partial nuint vips_blob_get_type();

    [LibraryImport(Libreria)]
    private static partial nuint vips_image_get_type();

    [LibraryImport(Libreria)]
    private static partial void vips_value_set_blob(ref Valor valor, nint liberar, nint bytes, nuint largo);

    [LibraryImport(Libreria)]
    private static partial nint vips_value_get_blob(ref Valor valor, out nuint largo);

    [LibraryImport(Libreria)]
    private static partial int vips_image_get_width(nint imagen);

    [LibraryImport(Libreria)]
    private static partial int vips_image_get_height(nint imagen);

    [LibraryImport(Libreria)]
    private static partial int vips_image_get_bands(nint imagen);

    [LibraryImport(Libreria)]
    private static partial nint vips_image_write_to_memory(nint imagen, out nuint largo);

    [LibraryImport(Libreria)]
    private static partial nint vips_image_new_from_memory(nint puntos, nuint largo, int ancho, int alto, int bandas, int formato);

    [LibraryImport(Libreria)]
    private static partial nint vips_error_buffer();

    [LibraryImport(Libreria)]
    private static partial void vips_error_clear();

    [LibraryImport(Objetos)]
    private static partial nint g_value_init(ref Valor valor, nuint tipo);

    [LibraryImport(Objetos)]
    private static partial void g_value_unset(ref Valor valor);

    [LibraryImport(Objetos)]
    private static partial void g_value_set_object(ref Valor valor, nint objeto);

    [LibraryImport(Objetos)]
    private static partial nint g_value_dup_object(ref Valor valor);

    [LibraryImport(Objetos, StringMarshalling = StringMarshalling.Utf8)]
    private static partial void g_object_set_property(nint objeto, string nombre, ref Valor valor);

    [LibraryImport(Objetos, StringMarshalling = StringMarshalling.Utf8)]
    private static partial void g_object_get_property(nint objeto, string nombre, ref Valor valor);

    [LibraryImport(Objetos)]
    private static partial void g_object_unref(nint objeto);

    [LibraryImport(Memoria)]
    private static partial void g_free(nint memoria);
}
