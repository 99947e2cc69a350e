using System.Buffers;
using System.Text;

namespace Prep.Publicacion.Sitio;

/// <summary>A writer whose text is UTF-8 at once, in a borrowed array: a page is thousands of short strings.</summary>
internal sealed class TextoEnBytes : TextWriter
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(32_768);
    private int _escritos;
    private char _alta;

    public override Encoding Encoding => Encoding.UTF8;

    public byte[] Bytes() => _bytes.AsSpan(0, _escritos).ToArray();

    public override void Write(char letra)
    {
        // Half of a surrogate pair waits for the other: alone it is no text.
        if (char.IsHighSurrogate(letra))
        {
            _alta = letra;
            return;
        }

        Span<char> par = [_alta, letra];
        Write((ReadOnlySpan<char>)(_alta == '\0' ? par[1..] : par));
        _alta = '\0';
    }

    public override void Write(string? texto) => Write(texto.AsSpan());

    public override void Write(char[] letras, int desde, int cuantas) => Write(letras.AsSpan(desde, cuantas));

    public override void Write(ReadOnlySpan<char> texto)
    {
        var maximo = Encoding.UTF8.GetMaxByteCount(texto.Length);
        if (_bytes.Length - _escritos < maximo)
        {
            Crecer(maximo);
        }

        _escritos += Encoding.UTF8.GetBytes(texto, _bytes.AsSpan(_escritos));
    }

    protected override void Dispose(bool disposing)
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }

        base.Dispose(disposing);
    }

    private void Crecer(int faltan)
    {
        var nuevo = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _escritos + faltan));
        _bytes.AsSpan(0, _escritos).CopyTo(nuevo);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = nuevo;
    }
}
