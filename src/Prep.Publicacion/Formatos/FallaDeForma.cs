using System.Text;
using Prep.Publicacion.Comprobacion;

namespace Prep.Publicacion.Formatos;

/// <summary>What makes a row or a cell unusable, in a sentence with its remedy.</summary>
internal static class FallaDeForma
{
    /// <returns>Null when the row has its cells.</returns>
    public static Hallazgo? De(LectorDeFilas fila)
    {
        var (celdas, columnas) = (fila.Escaner.Celdas, fila.Columnas);
        return fila.Estado switch
        {
            LectorDeFilas.Forma.Corta => fila.Hallazgo("renglon_corto", celdas - 1, $"{celdas}", $"{columnas}",
                $"El renglón tiene {celdas} celdas y deben ser {columnas}: el archivo está cortado o falta un separador; vuelva a descargarlo."),
            LectorDeFilas.Forma.Larga => fila.Hallazgo("renglon_largo", columnas, $"{celdas}", $"{columnas}",
                $"El renglón tiene {celdas} celdas y deben ser {columnas}: sobra un separador o falta entrecomillar un texto."),
            LectorDeFilas.Forma.SinCerrar => fila.Hallazgo("comillas_sin_cerrar", -1, "", "", "Hay comillas que se abren y no se cierran: corrija el renglón."),
            LectorDeFilas.Forma.Enorme => fila.Hallazgo("linea_enorme", -1, "", "", "La línea pasa de 1 MiB: el archivo está dañado; vuelva a descargarlo."),
            _ => null,
        };
    }

    public static Hallazgo DeCelda(LectorDeFilas fila, int columna, int leido)
    {
        var texto = Recortado(fila.Escaner[columna]);
        return leido == Celda.MalNumero
            ? fila.Hallazgo("no_es_numero", columna, texto, "", $"«{texto}» no es un número de votos: debe ser un entero de 0 en adelante o una de las palabras conocidas.")
            : fila.Hallazgo("palabra_desconocida", columna, texto, "Sin dato", $"«{texto}» no es una palabra conocida: se toma como sin dato.");
    }

    public static Hallazgo DeFueraConClave(LectorDeFilas fila) => fila.Hallazgo("fuera_de_catalogo_con_clave", Columna.Contabilizada, "2", "",
        $"El renglón trae la clave {fila.ClaveActa()} y CONTABILIZADA 2, que es fuera de catálogo: no entra en las cifras. Si la casilla está aprobada debe decir 0 o 1.");

    public static Hallazgo DeFecha(LectorDeFilas fila, Columna columna)
    {
        var texto = Recortado(fila.Celda(columna));
        return fila.Hallazgo("fecha_desconocida", columna, texto, "", $"«{texto}» no es una fecha con hora (dd/mm/aaaa HH:MM:SS): no se toma en cuenta.");
    }

    public static string Recortado(ReadOnlySpan<byte> celda) => Encoding.UTF8.GetString(celda.Length > 60 ? celda[..60] : celda);
}
