using System.Text;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Preparacion.Carpeta;

/// <summary>The CSV tables of one election, as written.</summary>
internal static class TablasDeEleccion
{
    public static IEnumerable<ArchivoDeCarpeta> Archivos(Eleccion eleccion) =>
        [Contendientes(eleccion), Boletas(eleccion), Areas(eleccion), Candidaturas(eleccion), Actas(eleccion), .. Plantillas(eleccion)];

    private static IEnumerable<ArchivoDeCarpeta> Plantillas(Eleccion eleccion)
    {
        if (eleccion.Plantillas.Count == 0)
        {
            yield break;
        }

        var tabla = new TablaEscrita("tipo_acta", "renglones", "caja", "x", "y", "ancho", "alto");
        foreach (var hoja in eleccion.Plantillas)
        {
            foreach (var (campo, lugar) in hoja.Cajas)
            {
                tabla.Fila(string.Join('|', hoja.TiposDeActa), $"{hoja.Renglones}", LectorDePlantillas.Nombre(campo, hoja.Renglones),
                    $"{lugar.X}", $"{lugar.Y}", $"{lugar.Ancho}", $"{lugar.Alto}");
            }
        }

        yield return tabla.Archivo(LectorDePlantillas.Archivo(eleccion.Id));
    }

    private static ArchivoDeCarpeta Contendientes(Eleccion eleccion)
    {
        var tabla = new TablaEscrita("nombre", "tipo", "nombre_largo", "color", "partidos", "modo", "reparto", "porcentajes");
        foreach (var contendiente in eleccion.Contendientes)
        {
            var partidos = Claves(eleccion, contendiente.Integrantes);
            switch (contendiente)
            {
                case Contendiente.Partido p:
                    tabla.Fila(p.Nombre, "partido", p.NombreLargo, p.Color ?? "", "", "", "", "");
                    break;
                case Contendiente.Combinacion c:
                    tabla.Fila(c.Nombre, "combinacion", "", "", partidos, "", "", "");
                    break;
                case Contendiente.CandidaturaComun c:
                    tabla.Fila(c.Nombre, "candidatura_comun", "", "", partidos, EscritorDeCarpeta.Palabra(LectorDeContendientes.Modos, c.Modo),
                        EscritorDeCarpeta.Palabra(LectorDeContendientes.Repartos, c.Reparto), string.Join('|', c.Porcentajes.Select(p => $"{p / 100}.{p % 100:00}")));
                    break;
                case Contendiente.Independiente i:
                    tabla.Fila(i.Nombre, "independiente", i.NombreLargo, "", "", "", "", "");
                    break;
            }
        }

        return tabla.Archivo($"{eleccion.Id}/contendientes.csv");
    }

    private static ArchivoDeCarpeta Boletas(Eleccion eleccion)
    {
        var tabla = new TablaEscrita("boleta", "contendientes");
        foreach (var boleta in eleccion.Areas.Select(a => a.Boleta).DistinctBy(b => b.Id))
        {
            tabla.Fila(boleta.Id, Claves(eleccion, boleta.Contendientes));
        }

        return tabla.Archivo($"{eleccion.Id}/boletas.csv");
    }

    private static ArchivoDeCarpeta Areas(Eleccion eleccion)
    {
        var tabla = new TablaEscrita("area", "nombre", "boleta");
        foreach (var area in eleccion.Areas)
        {
            tabla.Fila(area.Id.Clave, area.Nombre, area.Boleta.Id);
        }

        return tabla.Archivo($"{eleccion.Id}/areas.csv");
    }

    private static ArchivoDeCarpeta Candidaturas(Eleccion eleccion)
    {
        var tabla = new TablaEscrita("area", "candidatura", "contendientes", "propietaria", "suplente");
        var renglones = eleccion.Areas.Select(a => (a.Id.Clave, Filas: a.Candidaturas.Select(c => new[] { c.Nombre, Claves(eleccion, c.Contendientes), c.Propietaria, c.Suplente }).ToList())).ToList();
        var unaSola = renglones.Count > 1 && renglones.TrueForAll(r => r.Filas.Select(f => string.Join('\n', f)).SequenceEqual(renglones[0].Filas.Select(f => string.Join('\n', f))));
        foreach (var (clave, filas) in unaSola ? [(LectorDeCandidaturas.TodasLasAreas, renglones[0].Filas)] : renglones)
        {
            foreach (var fila in filas)
            {
                tabla.Fila([clave, .. fila]);
            }
        }

        return tabla.Archivo($"{eleccion.Id}/candidaturas.csv");
    }

    private static ArchivoDeCarpeta Actas(Eleccion eleccion)
    {
        var tabla = new TablaEscrita("area", "clave_casilla", "seccion", "tipo_casilla", "id_casilla", "ext_contigua", "ubicacion", "tipo_acta",
            "principio", "municipio", "lista_nominal", "representantes", "boletas_aprobadas", "mecanismo_traslado", "catd");
        foreach (var acta in eleccion.Actas)
        {
            var c = acta.Casilla;
            tabla.Fila(acta.Area.Clave, c.Clave, c.Seccion, c.Tipo.Letra(), c.Numero, c.ExtContigua, c.Ubicacion == Ubicacion.Desconocida ? "" : $"{(int)c.Ubicacion}",
                acta.TipoActa, acta.Principio == Principio.Ambos ? "" : EscritorDeCarpeta.Palabra(LectorDeActas.Principios, acta.Principio).ToUpperInvariant(),
                c.Municipio?.Clave ?? "", $"{c.ListaNominal}", $"{c.Representantes}", $"{c.BoletasAprobadas}", acta.MecanismoDeTraslado, acta.Catd ?? "");
        }

        return tabla.Archivo($"{eleccion.Id}/actas.csv");
    }

    private static string Claves(Eleccion eleccion, IReadOnlyList<int> posiciones) => string.Join('|', posiciones.Select(i => eleccion.Contendientes[i].Clave));
}

/// <summary>A table being written: comma, LF, quotes only when needed.</summary>
internal sealed class TablaEscrita
{
    private readonly StringBuilder _texto = new();

    public TablaEscrita(params string[] columnas) => Fila(columnas);

    public void Fila(params string[] celdas) => _texto.AppendJoin(',', celdas.Select(Celda)).Append('\n');

    public ArchivoDeCarpeta Archivo(string nombre) => new(nombre, Encoding.UTF8.GetBytes(_texto.ToString()));

    private static string Celda(string celda) => celda.AsSpan().IndexOfAny(",;\"") < 0 ? celda : $"\"{celda.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
