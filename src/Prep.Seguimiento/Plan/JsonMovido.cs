using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Prep.Seguimiento.Plan;

/// <summary>A text that names a month or a year and stays as its author wrote it.</summary>
/// <param name="Linea">As an editor counts, from 1.</param>
/// <param name="Lugar">As <c>actividades_por_mes[2].actividades[0].texto</c>.</param>
public sealed record TextoConFecha(string Archivo, int Linea, string Lugar, string Texto);

/// <summary>A file of a plan with its dates moved: what changes is written in its place, all the rest stays byte by byte.</summary>
/// <remarks>A date is a whole value, <c>2024-06-02</c> or <c>2024-01</c>, or the pair <c>mes</c> and <c>anio</c> of one object. The key of an activity is neither, though it may look like one.</remarks>
/// <param name="archivo">Its name, for who must reword.</param>
/// <param name="meses">How far; may be negative.</param>
/// <param name="claves">New keys of activities by the old ones.</param>
/// <param name="otros">New texts by their place.</param>
internal sealed partial class JsonMovido(string archivo, int meses, IReadOnlyDictionary<string, string> claves, IReadOnlyDictionary<string, string> otros)
{
    private readonly List<(int Desde, int Hasta, string Nuevo)> _cambios = [];
    private readonly List<TextoConFecha> _textos = [];
    private readonly Stack<Nivel> _niveles = [];

    public IReadOnlyList<TextoConFecha> Textos => _textos;

    /// <exception cref="JsonException">It is not JSON.</exception>
    public byte[] Mover(byte[] json)
    {
        Utf8JsonReader lector = new(json);
        while (lector.Read())
        {
            Ver(ref lector, json);
        }

        using MemoryStream salida = new(json.Length);
        var copiado = 0;
        foreach (var (desde, hasta, nuevo) in _cambios.OrderBy(c => c.Desde))
        {
            salida.Write(json.AsSpan(copiado..desde));
            salida.Write(Encoding.UTF8.GetBytes(nuevo));
            copiado = hasta;
        }

        salida.Write(json.AsSpan(copiado..));
        return salida.ToArray();
    }

    private void Ver(ref Utf8JsonReader lector, byte[] json)
    {
        var (desde, hasta) = ((int)lector.TokenStartIndex, (int)lector.BytesConsumed);
        switch (lector.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                EmpezarValor();
                _niveles.Push(new(lector.TokenType == JsonTokenType.StartArray));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                MoverPar(_niveles.Pop());
                break;
            case JsonTokenType.PropertyName:
                var nombre = lector.GetString()!;
                _niveles.Peek().Propiedad = nombre;
                if (_niveles.Count == 2 && _niveles.Last().Propiedad == "actividades" && claves.TryGetValue(nombre, out var clave))
                {
                    // The colon is of the token.
                    _cambios.Add((desde, desde + lector.ValueSpan.Length + 2, Escrito(clave)));
                }

                break;
            case JsonTokenType.String:
                EmpezarValor();
                VerTexto(lector.GetString()!, desde, hasta, json);
                break;
            case JsonTokenType.Number:
                EmpezarValor();
                if (_niveles.TryPeek(out var nivel) && nivel is { DeLista: false, Propiedad: "anio" } && lector.TryGetInt32(out var anio))
                {
                    nivel.Anio = (anio, desde, hasta);
                }

                break;
            default:
                EmpezarValor();
                break;
        }
    }

    private void VerTexto(string texto, int desde, int hasta, byte[] json)
    {
        var (nivel, lugar) = (_niveles.Peek(), Lugar());
        if (otros.TryGetValue(lugar, out var otro))
        {
            _cambios.Add((desde, hasta, Escrito(otro)));
        }
        else if (nivel.Propiedad == "id" || (nivel.DeLista && _niveles.ElementAtOrDefault(1)?.Propiedad == "depende_de"))
        {
            if (claves.TryGetValue(texto, out var clave))
            {
                _cambios.Add((desde, hasta, Escrito(clave)));
            }
        }
        else if (DateOnly.TryParseExact(texto, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dia) && Cabe(Mes.De(dia)))
        {
            _cambios.Add((desde, hasta, Escrito(dia.AddMonths(meses).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
        }
        else if (Mes.TryParse(texto, out var mes) && Cabe(mes))
        {
            _cambios.Add((desde, hasta, Escrito($"{mes.Mas(meses)}")));
        }
        else if (nivel.Propiedad == "mes" && Mes.Llamado(texto) is { } numero)
        {
            nivel.Mes = (numero, char.IsUpper(texto[0]), desde, hasta);
        }
        else if (NombraFecha().IsMatch(texto))
        {
            _textos.Add(new(archivo, json.AsSpan(..desde).Count((byte)'\n') + 1, lugar, texto));
        }
    }

    // The two are known when their object ends.
    private void MoverPar(Nivel nivel)
    {
        if (nivel is { Mes: var (numero, mayuscula, mesDesde, mesHasta), Anio: var (anio, anioDesde, anioHasta) } && anio is > 0 and < 10000 && Cabe(new(anio, numero)))
        {
            var movido = new Mes(anio, numero).Mas(meses);
            _cambios.Add((mesDesde, mesHasta, Escrito(mayuscula ? $"{char.ToUpperInvariant(movido.Nombre[0])}{movido.Nombre[1..]}" : movido.Nombre)));
            _cambios.Add((anioDesde, anioHasta, movido.Anio.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private void EmpezarValor()
    {
        if (_niveles.TryPeek(out var nivel) && nivel.DeLista)
        {
            nivel.Indice++;
        }
    }

    private string Lugar() => string.Concat(_niveles.Reverse().Select((n, i) => n.DeLista ? $"[{n.Indice}]" : $"{(i > 0 ? "." : "")}{n.Propiedad}"));

    // A year of five digits is no date: such a value stays and is told.
    private bool Cabe(Mes mes) => (mes.Anio * 12) + mes.Numero - 1 + meses is >= 12 and < 120000;

    private static string Escrito(string texto) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(texto)}\"";

    [GeneratedRegex(@"\b((19|20)\d\d|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NombraFecha();

    /// <summary>An object or a list being read.</summary>
    private sealed class Nivel(bool deLista)
    {
        public bool DeLista => deLista;

        public string Propiedad { get; set; } = "";

        public int Indice { get; set; } = -1;

        public (int Numero, bool Mayuscula, int Desde, int Hasta)? Mes { get; set; }

        public (int Anio, int Desde, int Hasta)? Anio { get; set; }
    }
}
