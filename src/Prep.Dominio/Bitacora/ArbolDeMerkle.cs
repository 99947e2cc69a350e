using System.Security.Cryptography;

namespace Prep.Dominio.Bitacora;

/// <summary>Merkle tree of RFC 9162: leaf = SHA-256(0x00 ‖ entry), node = SHA-256(0x01 ‖ left ‖ right).</summary>
/// <remarks>Regla B-01. Fuente: RFC 9162, sección 2.1.1. Append entries in order; memory is one hash per level, so a national log costs kilobytes.</remarks>
public sealed class ArbolDeMerkle
{
    private readonly List<(long Hojas, byte[] Hash)> _cimas = [];

    /// <summary>Number of entries so far.</summary>
    public long Entradas { get; private set; }

    /// <summary>Another tree with the same entries; each then grows alone.</summary>
    public ArbolDeMerkle Copia()
    {
        var copia = new ArbolDeMerkle { Entradas = Entradas };
        copia._cimas.AddRange(_cimas);
        return copia;
    }

    public void Agregar(ReadOnlySpan<byte> entrada)
    {
        AgregarHoja(Hoja(entrada));
    }

    /// <summary>Adds a leaf that is already hashed (<see cref="Hoja"/>): 32 bytes.</summary>
    public void AgregarHoja(byte[] hoja)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(hoja.Length, SHA256.HashSizeInBytes);
        (long Hojas, byte[] Hash) nueva = (1, hoja);
        while (_cimas.Count > 0 && _cimas[^1].Hojas == nueva.Hojas)
        {
            nueva = (nueva.Hojas * 2, Nodo(_cimas[^1].Hash, nueva.Hash));
            _cimas.RemoveAt(_cimas.Count - 1);
        }

        _cimas.Add(nueva);
        Entradas++;
    }

    /// <summary>Root over all entries; the hash of nothing when there are none. 64 lower-case hex.</summary>
    public string Raiz()
    {
        if (_cimas.Count == 0)
        {
            return Convert.ToHexStringLower(SHA256.HashData([]));
        }

        var raiz = _cimas[^1].Hash;
        for (var i = _cimas.Count - 2; i >= 0; i--)
        {
            raiz = Nodo(_cimas[i].Hash, raiz);
        }

        return Convert.ToHexStringLower(raiz);
    }

    public static byte[] Hoja(ReadOnlySpan<byte> entrada)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        hash.AppendData(entrada);
        return hash.GetHashAndReset();
    }

    private static byte[] Nodo(byte[] izquierdo, byte[] derecho)
    {
        Span<byte> datos = stackalloc byte[65];
        datos[0] = 1;
        izquierdo.CopyTo(datos[1..]);
        derecho.CopyTo(datos[33..]);
        return SHA256.HashData(datos);
    }
}
