using System.Runtime.CompilerServices;

namespace Prep.Publicacion.Formatos;

/// <summary>The vote cells of the current row: what each one says, their sum, and how many say the same.</summary>
public sealed class VotosDeFila
{
    private readonly Escaner _escaner;
    private readonly int[] _columnas;
    private readonly int[] _valores;
    private readonly int[] _vecesDelCodigo = new int[1 - Celda.MalNumero];

    public VotosDeFila(Esquema esquema, Escaner escaner)
    {
        _escaner = escaner;
        int[] finales = [esquema[Columna.NoRegistradas], esquema[Columna.Nulos]];
        _columnas = [.. esquema.Boleta.Select(c => c.Indice), .. finales.Where(i => i >= 0)];
        _valores = new int[_columnas.Length];
    }

    /// <summary>Places of the vote columns: the boleta, then no registradas and nulos where they exist.</summary>
    public IReadOnlyList<int> Columnas => _columnas;

    /// <summary>What each vote column says: a number of votes, or one of the codes of <see cref="Celda"/>. Aligned with <see cref="Columnas"/>.</summary>
    public ReadOnlySpan<int> Valores => _valores;

    public int Suma { get; private set; }

    /// <summary>Cells with a number.</summary>
    public int Numeros { get; private set; }

    public int Ilegibles => Veces(Celda.Ilegible);

    public int SinDatos => Veces(Celda.SinDato);

    public int SinActas => Veces(Celda.SinActa);

    public int Vacias => Veces(Celda.Vacia);

    /// <summary>Cells with an unknown word or a bad number.</summary>
    public int Raras => Veces(Celda.Palabra) + Veces(Celda.MalNumero);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Leer()
    {
        var (texto, inicios, fines) = (_escaner.Texto, _escaner.Inicios, _escaner.Fines);
        var (columnas, valores, veces) = (_columnas, _valores, _vecesDelCodigo);
        var (suma, numeros) = (0, 0);
        Array.Clear(veces);
        for (var i = 0; i < columnas.Length && i < valores.Length; i++)
        {
            var columna = columnas[i];
            var valor = Celda.Leer(texto, inicios[columna], fines[columna]);
            valores[i] = valor;
            if (valor >= 0)
            {
                suma += valor;
                numeros++;
            }
            else
            {
                veces[-valor]++;
            }
        }

        (Suma, Numeros) = (suma, numeros);
    }

    private int Veces(int codigo) => _vecesDelCodigo[-codigo];
}
