using System.Globalization;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Preparacion.Carpeta;

/// <summary><c>plantillas.csv</c>, optional: where each box of the printed acta stands.</summary>
internal static class LectorDePlantillas
{
    private const int MasRenglones = 200;
    private static readonly string[] _columnas = ["tipo_acta", "renglones", "caja", "x", "y", "ancho", "alto"];
    private static readonly string[] _antes = ["sobrantes", "personas", "representantes", "sacados"];

    public static string Archivo(EleccionId eleccion) => $"{eleccion}/plantillas.csv";

    public static IReadOnlyList<Plantilla> Leer(EleccionId eleccion, ArchivosDeCarpeta archivos)
    {
        var hojas = new List<(string Tipos, int Renglones, List<CajaDePlantilla> Cajas)>();
        foreach (var fila in archivos.TablaOpcional(Archivo(eleccion), _columnas)?.Filas ?? [])
        {
            if (fila.Obligatoria("tipo_acta") is null || fila.Obligatoria("renglones") is null || fila.Obligatoria("caja") is not { } caja
                || fila.Entero("renglones", 2, MasRenglones) is not { } renglones || Lugar(fila) is not { } lugar)
            {
                continue;
            }

            if (!EsCaja(caja, renglones, out var campo))
            {
                fila.Falta("caja", "caja_desconocida", $"«{FilaCsv.Corta(caja)}» no es una caja de esa hoja.", $"Use: clave, {string.Join(", ", _antes)}, 1 a {renglones}, total.");
                continue;
            }

            var tipos = string.Join('|', fila.Lista("tipo_acta"));
            var i = hojas.FindIndex(h => h.Tipos == tipos && h.Renglones == renglones);
            if (i < 0)
            {
                hojas.Add((tipos, renglones, []));
                i = hojas.Count - 1;
            }

            if (hojas[i].Cajas.Exists(c => c.Campo == campo))
            {
                fila.Falta("caja", "caja_repetida", $"La caja «{caja}» está dos veces en la misma hoja.", "Déjela una sola vez.");
                continue;
            }

            hojas[i].Cajas.Add(new(campo, lugar));
        }

        return [.. hojas.Select(h => new Plantilla(h.Tipos.Split('|'), h.Renglones, h.Cajas))];
    }

    public static string Nombre(int? campo, int renglones) => campo switch
    {
        null => "clave",
        < 4 => _antes[campo.Value],
        _ when campo == renglones + 4 => "total",
        _ => (campo.Value - 3).ToString(CultureInfo.InvariantCulture),
    };

    private static bool EsCaja(string nombre, int renglones, out int? campo)
    {
        campo = null;
        for (var i = 0; i < renglones + 5; i++)
        {
            if (Nombre(i, renglones) == nombre)
            {
                campo = i;
            }
        }

        return campo is not null || nombre == Nombre(null, renglones);
    }

    private static Recuadro? Lugar(FilaCsv fila)
    {
        foreach (var columna in _columnas[3..])
        {
            if (fila.Obligatoria(columna) is null)
            {
                return null;
            }
        }

        if (fila.Entero("x", 0, Recuadro.Entero) is not { } x || fila.Entero("y", 0, Recuadro.Entero) is not { } y
            || fila.Entero("ancho", 1, Recuadro.Entero) is not { } ancho || fila.Entero("alto", 1, Recuadro.Entero) is not { } alto)
        {
            return null;
        }

        Recuadro lugar = new(x, y, ancho, alto);
        if (lugar.Cabe())
        {
            return lugar;
        }

        fila.Falta("ancho", "caja_fuera_de_la_hoja", "La caja se sale de la hoja.", $"Las medidas van en diezmilésimas de la hoja: de 0 a {Recuadro.Entero}.");
        return null;
    }
}
