using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Prep.Publicacion.Comprobacion;

/// <summary>Finds the keys that appear twice; keeps a number per key, not its text.</summary>
internal sealed class ClavesVistas
{
    private ulong[] _tabla = new ulong[1 << 13];
    private int _usadas;
    private ulong _clave;

    /// <summary>Reads the key of the current row. Its place in the table is far from the last one's: memory is asked for it now, well before <see cref="Repetida"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Leer(ReadOnlySpan<byte> clave)
    {
        _clave = Revuelto(clave);
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref _tabla[_clave & (ulong)(_tabla.Length - 1)]));
        }
    }

    /// <summary>Whether an earlier row had the key that was read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Repetida() => !Agregar(_clave);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Agregar(ulong clave)
    {
        if (_usadas * 2 > _tabla.Length)
        {
            var antes = _tabla;
            _tabla = new ulong[antes.Length * 4];
            foreach (var vieja in antes)
            {
                if (vieja != 0)
                {
                    _tabla[Lugar(vieja)] = vieja;
                }
            }
        }

        var lugar = Lugar(clave);
        if (_tabla[lugar] == clave)
        {
            return false;
        }

        _tabla[lugar] = clave;
        _usadas++;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Lugar(ulong clave)
    {
        var mascara = _tabla.Length - 1;
        var i = (int)(clave & (ulong)mascara);
        while (_tabla[i] != 0 && _tabla[i] != clave)
        {
            i = (i + 1) & mascara;
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Revuelto(ReadOnlySpan<byte> clave)
    {
        unchecked
        {
            var h = 0x9E3779B97F4A7C15UL ^ ((ulong)clave.Length * 0xC2B2AE3D27D4EB4FUL);
            Span<byte> resto = stackalloc byte[8];
            while (!clave.IsEmpty)
            {
                var n = Math.Min(8, clave.Length);
                resto.Clear();
                clave[..n].CopyTo(resto);
                h = (h ^ BinaryPrimitives.ReadUInt64LittleEndian(resto)) * 0xFF51AFD7ED558CCDUL;
                h ^= h >> 32;
                clave = clave[n..];
            }

            return h == 0 ? 1 : h;
        }
    }
}
