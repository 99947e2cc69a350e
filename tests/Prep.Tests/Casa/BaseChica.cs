using System.Text;

namespace Prep.Tests.Casa;

/// <summary>The first actas of the real night under its real header: small enough to replay in a moment, easy to spoil.</summary>
public sealed class BaseChica
{
    public const int Actas = 40;
    public const int LineaDeNombres = 6;

    private readonly List<string> _lineas = [.. File.ReadLines(Programa.Real("20220606_1500_PREP_GUB_OAX/OAX_GUB_2022.csv")).Take(LineaDeNombres + Actas)];

    public string Nombres
    {
        get => _lineas[LineaDeNombres - 1];
        set => _lineas[LineaDeNombres - 1] = value;
    }

    /// <param name="linea">As an editor counts, from 1.</param>
    public string Linea(int linea) => _lineas[linea - 1];

    public int Columna(string nombre) => Array.IndexOf(Nombres.Split(','), nombre) + 1;

    public BaseChica Cambiar(int linea, string columna, string valor)
    {
        var celdas = _lineas[linea - 1].Split(',');
        celdas[Columna(columna) - 1] = valor;
        _lineas[linea - 1] = string.Join(',', celdas);
        return this;
    }

    public BaseChica Renombrar(string antes, string despues)
    {
        Assert.Contains(antes, Nombres.Split(','));
        Nombres = string.Join(',', Nombres.Split(',').Select(n => n == antes ? despues : n));
        return this;
    }

    public BaseChica Insertar(int linea, string texto)
    {
        _lineas.Insert(linea - 1, texto);
        return this;
    }

    public byte[] Bytes() => Encoding.UTF8.GetBytes(string.Join('\n', _lineas) + "\n");
}
