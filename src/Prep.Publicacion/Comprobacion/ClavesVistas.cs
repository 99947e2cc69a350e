using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Prep.Publicacion.Formatos;

namespace Prep.Publicacion.Comprobacion;

/// <summary>Finds the keys that appear twice; keeps a number per key, not its text.</summary>
internal sealed class ClavesVistas(int columna)
{
    private ulong[] _tabla = new ulong[1 << 13];
    private int _usadas;

    /// <returns>The key of the current row when it was seen before.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string? Repetida(LectorDeFilas fila)
    {
        ReadOnlySpan<byte> clave = columna >= 0 ? Palabras.Clave(fila.Escaner[columna]) : default;
        if (clave.IsEmpty)
        {
            var armada = fila.ClaveActa();
            return armada.Length > 0 && !Agregar(Revuelto(System.Text.Encoding.UTF8.GetBytes(armada))) ? armada : null;
        }

        return Agregar(Revuelto(clave)) ? null : System.Text.Encoding.UTF8.GetString(clave);
    }

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

/// <summary>Words of a column of words: each one that is not known is reported once.</summary>
internal sealed class PalabrasDeColumna(int columna, params string[] conocidas)
{
    private readonly List<byte[]> _vistas = [];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Revisar(LectorDeFilas fila, List<Hallazgo> avisos)
    {
        if (columna < 0)
        {
            return;
        }

        var celda = fila.Escaner[columna];
        foreach (var vista in _vistas)
        {
            if (celda.SequenceEqual(vista))
            {
                return;
            }
        }

        if (_vistas.Count >= 64)
        {
            return;
        }

        _vistas.Add(celda.ToArray());
        var normal = Palabras.Normalizar(celda);
        if (!Palabras.EsNada(celda) && !conocidas.Contains(normal) && !normal.StartsWith("SIN ACTA", StringComparison.Ordinal))
        {
            var texto = FallaDeForma.Recortado(celda);
            avisos.Add(fila.Hallazgo("palabra_desconocida", columna, texto, "", $"«{texto}» no es una palabra conocida de esta columna (primer renglón en que aparece)."));
        }
    }
}
