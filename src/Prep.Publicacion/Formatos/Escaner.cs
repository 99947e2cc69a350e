using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Prep.Publicacion.Formatos;

/// <summary>Cuts a text in lines and cells: the places only, nothing is copied.</summary>
/// <remarks>
/// A line ends in LF, CR or CRLF; blank lines (also those of spaces, tabs or separators alone) are skipped but counted. A cell that opens
/// with <c>"</c> or <c>="</c> ends at its closing quote and may hold separators and line ends. Thirty-two bytes are looked at at a time.
/// </remarks>
public sealed class Escaner
{
    /// <summary>Longest line that is read: 1 MiB.</summary>
    public const int LineaMaxima = 1 << 20;

    public const int CeldasMaximas = 4096;

    private readonly byte[] _bytes;
    private readonly int _largo;
    private readonly byte _separador;
    private readonly int[] _inicios = new int[CeldasMaximas + 1];
    private readonly int[] _fines = new int[CeldasMaximas + 1];
    private int _pos;
    private int _siguienteLinea;

    public Escaner(TextoDeArchivo texto, byte separador)
        : this(texto, separador, texto.Inicio, 1)
    {
    }

    public Escaner(TextoDeArchivo texto, byte separador, int inicio, int linea) =>
        (_bytes, _largo, _separador, _pos, _siguienteLinea) = (texto.Bytes, texto.Largo, separador, inicio, linea);

    /// <summary>Cells of the current line; those past <see cref="CeldasMaximas"/> are not kept.</summary>
    public int Celdas { get; private set; }

    /// <summary>Number of the current line, from 1.</summary>
    public int Linea { get; private set; }

    /// <summary>Where the current line begins, in bytes of the text.</summary>
    public int Desplazamiento { get; private set; }

    /// <summary>Where the next line begins, and its number: enough to come back.</summary>
    public (int Desplazamiento, int Linea) Siguiente => (_pos, _siguienteLinea);

    /// <summary>A quote was opened and never closed, or the line passes <see cref="LineaMaxima"/>.</summary>
    public bool SinCerrar { get; private set; }

    public bool LineaLarga => _pos - Desplazamiento > LineaMaxima;

    internal byte[] Texto => _bytes;

    public int[] Inicios => _inicios;

    public int[] Fines => _fines;

    public ReadOnlySpan<byte> this[int celda] => _bytes.AsSpan(_inicios[celda], _fines[celda] - _inicios[celda]);

    /// <summary>The bytes of the current line, without its end.</summary>
    public ReadOnlySpan<byte> Renglon => _bytes.AsSpan(Desplazamiento, _pos - Desplazamiento).TrimEnd("\r\n"u8);

    /// <summary>Moves to the next line that is not blank; false at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Avanzar()
    {
        while (_pos < _largo)
        {
            Desplazamiento = _pos;
            Linea = _siguienteLinea;
            LeerLinea();
            if (!EnBlanco())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Keeps cells first..last as a single one: a list written without quotes.</summary>
    public void Unir(int primera, int ultima)
    {
        _fines[primera] = _fines[ultima];
        var sobran = ultima - primera;
        for (var i = ultima + 1; i < Celdas; i++)
        {
            (_inicios[i - sobran], _fines[i - sobran]) = (_inicios[i], _fines[i]);
        }

        Celdas -= sobran;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LeerLinea()
    {
        var separadores = Vector256.Create(_separador);
        var saltos = Vector256.Create((byte)'\n');
        var retornos = Vector256.Create((byte)'\r');
        var comillas = Vector256.Create((byte)'"');
        ref var origen = ref MemoryMarshal.GetArrayDataReference(_bytes);
        var (inicios, fines) = (_inicios, _fines);
        var celda = 0;
        var p = _pos;
        inicios[0] = p;
        SinCerrar = false;

        while (true)
        {
            var v = Vector256.LoadUnsafe(ref origen, (nuint)p);
            var cortes = Vector256.Equals(v, separadores).ExtractMostSignificantBits();
            var otras = (Vector256.Equals(v, saltos) | Vector256.Equals(v, retornos) | Vector256.Equals(v, comillas)).ExtractMostSignificantBits();
            if (otras == 0 && celda < CeldasMaximas - 32)
            {
                // separators alone: nearly every vector of a real file
                for (; cortes != 0; cortes &= cortes - 1)
                {
                    var q = p + BitOperations.TrailingZeroCount(cortes);
                    fines[celda] = q;
                    inicios[++celda] = q + 1;
                }

                p += 32;
                continue;
            }

            var marcas = cortes | otras;
            var salto = -1;
            while (marcas != 0)
            {
                var q = p + BitOperations.TrailingZeroCount(marcas);
                marcas &= marcas - 1;
                var b = _bytes[q];
                if (b == _separador)
                {
                    fines[celda] = q;
                    celda = celda < CeldasMaximas ? celda + 1 : celda;
                    inicios[celda] = q + 1;
                }
                else if (b == (byte)'"')
                {
                    if (AbreComillas(inicios[celda], q) && Cerrar(q) is >= 0 and var cierre)
                    {
                        inicios[celda] = q + 1;
                        fines[celda] = cierre;
                        salto = FinDeCelda(cierre + 1);
                        break;
                    }
                }
                else
                {
                    fines[celda] = q;
                    Terminar(celda, q);
                    return;
                }
            }

            if (salto < 0)
            {
                p += 32;
                continue;
            }

            if (salto >= _largo || _bytes[salto] != _separador)
            {
                Terminar(celda, salto);
                return;
            }

            celda = celda < CeldasMaximas ? celda + 1 : celda;
            inicios[celda] = p = salto + 1;
        }
    }

    private void Terminar(int ultima, int fin)
    {
        Celdas = ultima + 1;
        _siguienteLinea++;
        _pos = fin + (fin + 1 < _largo && _bytes[fin] == '\r' && _bytes[fin + 1] == '\n' ? 2 : 1);
    }

    private bool AbreComillas(int inicio, int q)
    {
        var antes = _bytes.AsSpan(inicio, q - inicio).TrimStart(" "u8);
        return antes.IsEmpty || antes.SequenceEqual("="u8);
    }

    // The closing quote, or -1 when there is none within a line of the largest size.
    private int Cerrar(int apertura)
    {
        var limite = Math.Min(_largo, apertura + LineaMaxima);
        var p = apertura + 1;
        while (p < limite)
        {
            var q = _bytes.AsSpan(p, limite - p).IndexOf((byte)'"');
            if (q < 0)
            {
                break;
            }

            q += p;
            if (q + 1 < limite && _bytes[q + 1] == '"')
            {
                p = q + 2;
                continue;
            }

            _siguienteLinea += Saltos(_bytes.AsSpan(apertura, q - apertura));
            return q;
        }

        SinCerrar = true;
        return -1;
    }

    private static int Saltos(ReadOnlySpan<byte> texto)
    {
        var crlf = 0;
        for (var i = 1; i < texto.Length; i++)
        {
            crlf += texto[i] == '\n' && texto[i - 1] == '\r' ? 1 : 0;
        }

        return texto.Count((byte)'\n') + texto.Count((byte)'\r') - crlf;
    }

    // What follows a closing quote up to the separator is not part of the cell.
    private int FinDeCelda(int p) => p + _bytes.AsSpan(p).IndexOfAny(_separador, (byte)'\n', (byte)'\r');

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool EnBlanco()
    {
        var largo = _fines[Celdas - 1] - Desplazamiento;
        if (largo > 0 && _fines[0] > _inicios[0] && _bytes[_inicios[0]] > ' ')
        {
            return false;
        }

        for (var i = 0; i < Celdas; i++)
        {
            if (!this[i].Trim(" \t"u8).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }
}
