using System.Text;
using System.Text.Json;

namespace Prep.Operacion.Preparacion.Carpeta;

/// <summary>A JSON value that remembers where it was written, so that a fault can name line and column.</summary>
internal sealed class NodoJson
{
    public required int Linea { get; init; }

    public required int Columna { get; init; }

    public JsonTokenType Tipo { get; init; }

    public string Texto { get; init; } = "";

    public IReadOnlyList<NodoJson> Elementos { get; init; } = [];

    public IReadOnlyDictionary<string, NodoJson> Miembros { get; init; } = new Dictionary<string, NodoJson>();

    /// <returns>Null, with a fault at the place where the text stops being JSON.</returns>
    public static NodoJson? Leer(string archivo, byte[] bytes, RegistroDeFaltas registro)
    {
        var inicio = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        var lineas = new Lineas(bytes);
        if (bytes.AsSpan().IndexOf((byte)0) is >= 0 and var nul)
        {
            var (l, c) = lineas.De(nul);
            registro.Falta("caracter_de_control", archivo, l, c, "Hay un byte NUL.", "Bórrelo: el archivo puede estar dañado.");
            return null;
        }

        try
        {
            var lector = new Utf8JsonReader(bytes.AsSpan(inicio), new JsonReaderOptions { MaxDepth = 16 });
            lector.Read();
            var raiz = Valor(ref lector, inicio, lineas, archivo, registro);
            lector.Read();
            return raiz;
        }
        catch (JsonException e)
        {
            var linea = (int)(e.LineNumber ?? 0) + 1;
            registro.Falta("json_invalido", archivo, linea, lineas.Columna(linea, (int)(e.BytePositionInLine ?? 0), inicio),
                "El archivo no es JSON completo: está cortado o mal escrito aquí.", "Revise comas, comillas y llaves.");
            return null;
        }
        catch (InvalidOperationException)
        {
            registro.Falta("no_es_utf8", archivo, 1, 1, "El archivo no está en UTF-8.", "Guárdelo en UTF-8.");
            return null;
        }
    }

    private static NodoJson Valor(ref Utf8JsonReader lector, int inicio, Lineas lineas, string archivo, RegistroDeFaltas registro)
    {
        var (linea, columna) = lineas.De(inicio + (int)lector.TokenStartIndex);
        switch (lector.TokenType)
        {
            case JsonTokenType.StartObject:
                var miembros = new Dictionary<string, NodoJson>();
                while (lector.Read() && lector.TokenType != JsonTokenType.EndObject)
                {
                    var nombre = lector.GetString()!;
                    var (l, c) = lineas.De(inicio + (int)lector.TokenStartIndex);
                    lector.Read();
                    if (!miembros.TryAdd(nombre, Valor(ref lector, inicio, lineas, archivo, registro)))
                    {
                        registro.Falta("dato_repetido", archivo, l, c, $"«{FilaCsv.Corta(nombre)}» está dos veces.", "Deje uno solo.");
                    }
                }

                return new() { Linea = linea, Columna = columna, Tipo = JsonTokenType.StartObject, Miembros = miembros };
            case JsonTokenType.StartArray:
                var elementos = new List<NodoJson>();
                while (lector.Read() && lector.TokenType != JsonTokenType.EndArray)
                {
                    elementos.Add(Valor(ref lector, inicio, lineas, archivo, registro));
                }

                return new() { Linea = linea, Columna = columna, Tipo = JsonTokenType.StartArray, Elementos = elementos };
            case JsonTokenType.String:
                return new() { Linea = linea, Columna = columna, Tipo = JsonTokenType.String, Texto = lector.GetString()! };
            default:
                return new() { Linea = linea, Columna = columna, Tipo = lector.TokenType, Texto = Encoding.UTF8.GetString(lector.ValueSpan) };
        }
    }

    /// <summary>From byte offsets to line and character, both from 1.</summary>
    private sealed class Lineas
    {
        private readonly byte[] _bytes;
        private readonly List<int> _inicios = [0];
        private int _visto;
        private int _columna = 1;

        public Lineas(byte[] bytes)
        {
            _bytes = bytes;
            for (var i = 0; i < bytes.Length; i++)
            {
                if (bytes[i] == '\n')
                {
                    _inicios.Add(i + 1);
                }
            }
        }

        // Places are asked in order: a long line is not counted again from its start for each of its values.
        public (int Linea, int Columna) De(int lugar)
        {
            var i = _inicios.BinarySearch(lugar);
            i = i >= 0 ? i : ~i - 1;
            if (lugar < _visto || _visto < _inicios[i])
            {
                (_visto, _columna) = (_inicios[i], 1);
            }

            var tramo = _bytes.AsSpan(_visto, lugar - _visto);
            _columna += Encoding.UTF8.GetCharCount(_visto == 0 && tramo.StartsWith("\uFEFF"u8) ? tramo[3..] : tramo);
            _visto = lugar;
            return (i + 1, _columna);
        }

        public int Columna(int linea, int bytesEnLinea, int bom) =>
            De(Math.Min(_inicios[Math.Min(linea, _inicios.Count) - 1] + bytesEnLinea + (linea == 1 ? bom : 0), _bytes.Length)).Columna;
    }
}
