using System.Text;

namespace Prep.Publicacion.Formatos;

/// <summary>Finds the separator, the table and what stands before it; by names, never by line numbers.</summary>
/// <param name="PrimerRenglon">Place and line number after the column names.</param>
internal sealed record Preambulo(
    byte Separador, Encabezado Encabezado, IReadOnlyList<string> Columnas, int LineaDeColumnas, (int Desplazamiento, int Linea) PrimerRenglon)
{
    // The table begins within the first lines of any real file.
    private const int LineasDeBusqueda = 200;
    private const int NombresMinimos = 6;

    /// <returns>Null when no line has the names of a PREP table.</returns>
    public static Preambulo? Leer(TextoDeArchivo texto)
    {
        (int Nombres, byte Separador) mejor = (0, 0);
        foreach (var separador in ",|;\t"u8)
        {
            var escaner = new Escaner(texto, separador);
            for (var i = 0; i < LineasDeBusqueda && escaner.Avanzar(); i++)
            {
                if (EsTabla(escaner, out var nombres))
                {
                    mejor = nombres > mejor.Nombres ? (nombres, separador) : mejor;
                    break;
                }
            }
        }

        return mejor.Nombres == 0 ? null : Leer(texto, mejor.Separador);
    }

    private static Preambulo Leer(TextoDeArchivo texto, byte separador)
    {
        var escaner = new Escaner(texto, separador);
        var lector = new LectorDeEncabezado((char)separador);
        while (escaner.Avanzar() && !EsTabla(escaner, out _))
        {
            lector.Agregar(Textos(escaner), escaner.Linea);
        }

        var columnas = Textos(escaner).ToList();
        var linea = escaner.Linea;
        var siguiente = escaner.Siguiente;

        // Names that wrap over a second line.
        if (escaner.Avanzar() && Textos(escaner) is { } mas && Esquema.Reconocidas(mas) >= NombresMinimos)
        {
            columnas.AddRange(mas);
            siguiente = escaner.Siguiente;
        }

        return new(separador, lector.Cerrar(), columnas, linea, siguiente);
    }

    private static bool EsTabla(Escaner escaner, out int nombres)
    {
        nombres = 0;
        if (escaner.Celdas < NombresMinimos || escaner.Celdas > 1000)
        {
            return false;
        }

        var textos = Textos(escaner);
        nombres = Esquema.Reconocidas(textos);
        return nombres >= NombresMinimos && textos.Any(t => Palabras.Columna(t) is "CLAVE_CASILLA" or "CLAVE_ACTA" or "SECCION" or "NUM_ACTA_IMPRESO" or "CASILLA");
    }

    private static string[] Textos(Escaner escaner)
    {
        var textos = new string[escaner.Celdas];
        for (var i = 0; i < textos.Length; i++)
        {
            textos[i] = Encoding.UTF8.GetString(escaner[i]);
        }

        return textos;
    }
}

/// <summary>Takes the lines before the table one by one. Names wait for their values, on the same line or on later ones.</summary>
internal sealed class LectorDeEncabezado(char separador)
{
    private readonly Queue<(string Escrito, string? Oficial)> _pendientes = new();
    private readonly Dictionary<string, CifraPublicada> _cifras = [];
    private string? _titulo;
    private (DateTime Local, int? Desfase, int Linea)? _corte;

    public void Agregar(string[] celdas, int linea)
    {
        var texto = string.Join(separador, celdas).Trim();
        if (texto.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var oficiales = celdas.Select(Encabezado.Oficial).ToArray();
        if (oficiales.Any(o => o is not null))
        {
            AgregarNombres(celdas, oficiales, linea);
        }
        else if (_pendientes.Count > 0 && celdas.Any(EsValor))
        {
            AgregarValores(celdas, linea);
        }
        else if (_corte is null && Fecha.Partes(texto) is { } partes)
        {
            _corte = (partes.Local, partes.Desfase, linea);
            _titulo ??= TituloAntesDeLaFecha(texto);
        }
        else
        {
            _titulo ??= texto.Trim(separador, ' ', '\t', '"', '\'');
        }
    }

    public Encabezado Cerrar() => new(_titulo ?? "", _corte?.Local, _corte?.Desfase, _corte?.Linea ?? 0, _cifras);

    private void AgregarNombres(string[] celdas, string?[] oficiales, int linea)
    {
        for (var i = 0; i < celdas.Length; i++)
        {
            // "ACTAS_ESPERADAS,5707": a name with its value beside it
            if (oficiales[i] is { } oficial && i + 1 < celdas.Length && oficiales[i + 1] is null && EsValor(celdas[i + 1]))
            {
                _cifras.TryAdd(oficial, Encabezado.Leer(celdas[i], celdas[++i], linea, i + 1));
            }
            else if (celdas[i].Trim().Length > 0)
            {
                _pendientes.Enqueue((celdas[i].Trim(), oficiales[i]));
            }
        }
    }

    private void AgregarValores(string[] celdas, int linea)
    {
        for (var i = 0; i < celdas.Length && _pendientes.Count > 0; i++)
        {
            var (escrito, oficial) = _pendientes.Dequeue();
            if (oficial is not null)
            {
                _cifras.TryAdd(oficial, Encabezado.Leer(escrito, celdas[i], linea, i + 1));
            }
        }
    }

    private static bool EsValor(string celda) => Encabezado.Leer("", celda, 0, 0).Valor is not null;

    private static string? TituloAntesDeLaFecha(string texto)
    {
        var antes = texto.AsSpan(0, texto.AsSpan().IndexOfAnyInRange('0', '9')).Trim(" \t,|;\"'").ToString();
        return antes.Length > 3 ? antes : null;
    }
}
