using System.Text;

namespace Prep.Publicacion.Formatos;

/// <summary>The keys of a row as text: as the file writes them, or made from their parts.</summary>
public static class ClavesDeFila
{
    /// <summary>A key that names something. A spreadsheet leaves <c>2.00E+11</c> or <c>#####</c>, which name nothing.</summary>
    public static bool EsUtil(ReadOnlySpan<byte> clave) => !Palabras.EsNada(clave) && !clave.ContainsAny((byte)'#', (byte)'+');

    /// <summary>The row can be told from the others: by a key, or by the section that its key is made from.</summary>
    public static bool TieneClave(this LectorDeFilas fila) =>
        EsUtil(fila.Celda(Columna.ClaveActa)) || EsUtil(fila.Celda(Columna.ClaveCasilla)) || fila.Digitos(Columna.Seccion, 4).Length > 0;

    /// <summary>CLAVE_ACTA without apostrophes; made from its parts when the file has no such column, or nothing useful in it.</summary>
    public static string ClaveActa(this LectorDeFilas fila)
    {
        var clave = Palabras.Clave(fila.Celda(Columna.ClaveActa));
        return EsUtil(clave) ? Encoding.UTF8.GetString(clave) : fila.ClaveCasilla() + fila.Texto(Columna.TipoActa);
    }

    public static string ClaveCasilla(this LectorDeFilas fila)
    {
        var clave = Palabras.Clave(fila.Celda(Columna.ClaveCasilla));
        return EsUtil(clave)
            ? Encoding.UTF8.GetString(clave)
            : fila.Digitos(Columna.IdEntidad, 2) + fila.Digitos(Columna.Seccion, 4) + fila.Texto(Columna.TipoCasilla) + fila.Digitos(Columna.IdCasilla, 2) + fila.Digitos(Columna.ExtContigua, 2);
    }

    /// <summary>A number of a key column with leading zeros to that width; empty when the cell is not a number.</summary>
    public static string Digitos(this LectorDeFilas fila, Columna columna, int ancho)
    {
        var celda = Palabras.Clave(fila.Celda(columna)).TrimStart((byte)'0');
        if (celda.Length == 5 && celda[1] == ',')
        {
            celda = (byte[])[celda[0], .. celda[2..]]; // 2,083: a spreadsheet passed by
        }

        foreach (var b in celda)
        {
            if (!char.IsAsciiDigit((char)b))
            {
                return "";
            }
        }

        return celda.IsEmpty && Palabras.Clave(fila.Celda(columna)).IsEmpty ? "" : Encoding.ASCII.GetString(celda).PadLeft(ancho, '0');
    }
}
