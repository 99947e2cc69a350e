using System.Runtime.CompilerServices;
using Prep.Publicacion.Formatos;

namespace Prep.Publicacion.Comprobacion;

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
