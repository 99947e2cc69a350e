using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Prep.Publicacion.Formatos;

/// <summary>Writes cells in UTF-8, quoted only when they need it, to a stream by large pieces.</summary>
internal sealed class EscritorCsv(Stream destino, char separador, string finDeLinea) : IDisposable
{
    private const int Tamano = 1 << 16;

    private readonly byte[] _finDeLinea = Encoding.UTF8.GetBytes(finDeLinea);
    private readonly SearchValues<char> _especiales = SearchValues.Create([separador, '"', '\n', '\r']);
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Tamano);
    private int _usados;
    private bool _hayCelda;

    public void Marca() => Copiar(Encoding.UTF8.Preamble);

    public void Celda(ReadOnlySpan<char> texto)
    {
        Separar();
        if (!texto.ContainsAny(_especiales))
        {
            Copiar(texto);
            return;
        }

        Copiar($"\"{texto.ToString().Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }

    public void Celda(int valor)
    {
        Separar();
        Reservar(16);
        valor.TryFormat(_bytes.AsSpan(_usados), out var n, default, CultureInfo.InvariantCulture);
        _usados += n;
    }

    /// <summary>A whole line as it is.</summary>
    public void Linea(string texto)
    {
        Copiar(texto);
        FinDeLinea();
    }

    public void FinDeLinea()
    {
        Copiar(_finDeLinea);
        _hayCelda = false;
    }

    public void Dispose()
    {
        Vaciar();
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Separar()
    {
        if (_hayCelda)
        {
            Reservar(1);
            _bytes[_usados++] = (byte)separador;
        }

        _hayCelda = true;
    }

    private void Copiar(ReadOnlySpan<byte> bytes)
    {
        Reservar(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_usados));
        _usados += bytes.Length;
    }

    private void Copiar(ReadOnlySpan<char> texto)
    {
        Reservar(texto.Length * 3);
        Utf8.FromUtf16(texto, _bytes.AsSpan(_usados), out _, out var escritos);
        _usados += escritos;
    }

    private void Reservar(int bytes)
    {
        if (_usados + bytes <= _bytes.Length)
        {
            return;
        }

        Vaciar();
        if (bytes > _bytes.Length)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = ArrayPool<byte>.Shared.Rent(bytes);
        }
    }

    private void Vaciar()
    {
        destino.Write(_bytes, 0, _usados);
        _usados = 0;
    }
}
