using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Prep.Operacion.Preparacion.Carpeta;

/// <summary>Typed access to a JSON object; what is missing, of another type or unknown is a fault at its place.</summary>
internal sealed class ObjetoJson
{
    private readonly string _archivo;
    private readonly NodoJson? _nodo;
    private readonly RegistroDeFaltas _registro;

    public ObjetoJson(string archivo, NodoJson? nodo, RegistroDeFaltas registro, params string[] conocidos)
    {
        (_archivo, _nodo, _registro) = (archivo, nodo, registro);
        if (nodo is not null && nodo.Tipo != JsonTokenType.StartObject)
        {
            registro.Falta("tipo_de_dato", archivo, nodo.Linea, nodo.Columna, "Aquí va un objeto entre llaves.", $"Con: {string.Join(", ", conocidos)}.");
            _nodo = null;
        }

        foreach (var (nombre, valor) in nodo?.Miembros ?? new Dictionary<string, NodoJson>())
        {
            if (!conocidos.Contains(nombre))
            {
                registro.Falta("dato_desconocido", archivo, valor.Linea, valor.Columna, $"No se conoce «{FilaCsv.Corta(nombre)}».", $"Use: {string.Join(", ", conocidos)}.");
            }
        }
    }

    public void Falta(string nombre, string codigo, string mensaje, string remedio)
    {
        var lugar = Buscar(nombre) ?? _nodo;
        _registro.Falta(codigo, _archivo, lugar?.Linea ?? 1, lugar?.Columna ?? 1, mensaje, remedio);
    }

    /// <returns>Empty, with a fault, when it is missing or has another form.</returns>
    public string Texto(string nombre, Regex forma, string como, string? porOmision = null)
    {
        if (Valor(nombre, porOmision is not null) is not { } nodo)
        {
            return porOmision ?? "";
        }

        if (nodo.Tipo == JsonTokenType.String && forma.IsMatch(nodo.Texto) && !nodo.Texto.Any(char.IsControl))
        {
            return nodo.Texto;
        }

        Falta(nombre, "texto_invalido", $"«{nombre}» no tiene la forma esperada.", $"Escriba entre comillas {como}.");
        return "";
    }

    public int Entero(string nombre, int minimo, int maximo, int? porOmision = null)
    {
        if (Valor(nombre, porOmision is not null) is not { } nodo)
        {
            return porOmision ?? minimo;
        }

        if (nodo.Tipo == JsonTokenType.Number && int.TryParse(nodo.Texto, NumberStyles.None, CultureInfo.InvariantCulture, out var valor) && valor >= minimo && valor <= maximo)
        {
            return valor;
        }

        Falta(nombre, "numero_invalido", $"«{nombre}» debe ser un número entero de {minimo} a {maximo}.", "Escríbalo sin comillas, signo ni decimales.");
        return minimo;
    }

    /// <summary><c>true</c> or <c>false</c>, or <paramref name="porOmision"/> when it is not written.</summary>
    public bool SiONo(string nombre, bool porOmision)
    {
        if (Valor(nombre, true) is not { } nodo)
        {
            return porOmision;
        }

        if (nodo.Tipo is JsonTokenType.True or JsonTokenType.False)
        {
            return nodo.Tipo == JsonTokenType.True;
        }

        Falta(nombre, "tipo_de_dato", $"«{nombre}» debe ser true o false.", "Escríbalo sin comillas.");
        return porOmision;
    }

    /// <summary>A word of a closed list, or <paramref name="porOmision"/> when it is not written.</summary>
    public TValor Palabra<TValor>(string nombre, IReadOnlyDictionary<string, TValor> palabras, TValor porOmision) =>
        Buscar(nombre) is null ? porOmision : Palabra(nombre, palabras);

    public TValor Palabra<TValor>(string nombre, IReadOnlyDictionary<string, TValor> palabras)
    {
        if (Valor(nombre, false) is not { } nodo)
        {
            return palabras.Values.First();
        }

        if (nodo.Tipo == JsonTokenType.String && palabras.TryGetValue(nodo.Texto, out var valor))
        {
            return valor;
        }

        Falta(nombre, "palabra_desconocida", $"«{FilaCsv.Corta(nodo.Texto)}» no es un valor de «{nombre}».", $"Use: {string.Join(", ", palabras.Keys)}.");
        return palabras.Values.First();
    }

    public ObjetoJson Objeto(string nombre, params string[] conocidos) => new(_archivo, Valor(nombre, false), _registro, conocidos);

    public IReadOnlyList<NodoJson> Lista(string nombre)
    {
        if (Valor(nombre, false) is { Tipo: not JsonTokenType.StartArray })
        {
            Falta(nombre, "tipo_de_dato", $"«{nombre}» debe ser una lista.", "Escríbala entre corchetes.");
        }

        return Buscar(nombre)?.Elementos ?? [];
    }

    private NodoJson? Buscar(string nombre) => _nodo?.Miembros.GetValueOrDefault(nombre);

    private NodoJson? Valor(string nombre, bool opcional)
    {
        var nodo = Buscar(nombre);
        if (nodo is null && !opcional && _nodo is not null)
        {
            Falta(nombre, "dato_ausente", $"Falta «{nombre}».", "Agréguelo.");
        }

        return nodo;
    }
}
