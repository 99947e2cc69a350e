using System.Runtime.InteropServices;

namespace Prep.Publicacion;

/// <summary>Room for a whole file in memory.</summary>
/// <remarks>
/// The kernel hands memory out in pages of 4 KB, zeroed one by one at their first touch: 64 MB of them cost three times what reading them
/// costs. A large array asks for pages of 2 MB instead (madvise(2)); a kernel that has none goes on as before.
/// </remarks>
internal static partial class MemoriaDeArchivo
{
    private const int PaginaGrande = 2 << 20;
    private const int Pagina = 4096;
    private const int EnPaginasGrandes = 14;

    /// <returns>An array whose contents are not defined.</returns>
    public static byte[] Apartar(int bytes)
    {
        if (bytes < 2 * PaginaGrande || !OperatingSystem.IsLinux())
        {
            return GC.AllocateUninitializedArray<byte>(bytes);
        }

        var memoria = GC.AllocateUninitializedArray<byte>(bytes, pinned: true);
        var inicio = Marshal.UnsafeAddrOfPinnedArrayElement(memoria, 0);
        var primera = (inicio + Pagina - 1) & -Pagina;
        _ = madvise(primera, (nuint)(inicio + bytes - primera) & unchecked((nuint)(-Pagina)), EnPaginasGrandes);
        return memoria;
    }

    [LibraryImport("libc")]
    private static partial int madvise(nint direccion, nuint bytes, int consejo);
}
