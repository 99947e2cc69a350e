using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Identificacion;

/// <summary>Finds expected actas by what is printed on an acta: election, district or municipality, section, type and number.</summary>
public static class BuscarActas
{
    public const int Maximo = 60;

    /// <summary>What a person reads on the header; what cannot be read is left empty.</summary>
    /// <param name="Area">Key of the district or municipality, or part of its name.</param>
    public sealed record Escrito(string Eleccion = "", string Area = "", string Seccion = "", string Tipo = "", string Numero = "", string ExtContigua = "")
    {
        /// <summary>Too little to look for: an election alone is thousands of actas.</summary>
        public bool Vacio => Area.Length + Seccion.Length + Tipo.Length + Numero.Length == 0;
    }

    /// <param name="Nombre">As people say it.</param>
    public sealed record Hallada(ActaId Id, string Nombre);

    /// <returns>Up to <see cref="Maximo"/>, in catalogue order, and how many there are.</returns>
    public static (IReadOnlyList<Hallada> Halladas, int Total) Ejecutar(Escrito e, Contexto c)
    {
        if (e.Vacio)
        {
            return ([], 0);
        }

        (Eleccion Eleccion, ActaEsperada Acta)[] todas =
        [
            .. c.Proceso.Elecciones.Where(p => e.Eleccion.Length == 0 || p.Id.Valor == e.Eleccion)
                .SelectMany(p => p.Actas.Where(a => Coincide(e, p, a)).Select(a => (p, a))),
        ];
        return ([.. todas.Take(Maximo).Select(t => new Hallada(t.Acta.Id, Nombre(t.Eleccion, t.Acta)))], todas.Length);
    }

    public static string Nombre(Eleccion eleccion, ActaEsperada acta) =>
        $"{(acta.Casilla.Seccion.Length == 0 ? "Sin sección" : $"Sección {acta.Casilla.Seccion}")} {acta.Casilla.Etiqueta} · {eleccion.Titulo} (acta {acta.TipoActa}) · {acta.Area.Clave} {eleccion.BuscarArea(acta.Area)?.Nombre}";

    private static bool Coincide(Escrito e, Eleccion eleccion, ActaEsperada acta) =>
        Igual(e.Seccion, acta.Casilla.Seccion)
        && (e.Tipo.Length == 0 || string.Equals(e.Tipo, acta.Casilla.Tipo.Letra(), StringComparison.OrdinalIgnoreCase))
        && Igual(e.Numero, acta.Casilla.Numero)
        && Igual(e.ExtContigua, acta.Casilla.ExtContigua)
        && (e.Area.Length == 0 || Igual(e.Area, acta.Area.Clave)
            || (eleccion.BuscarArea(acta.Area)?.Nombre ?? "").Contains(e.Area, StringComparison.OrdinalIgnoreCase));

    private static bool Igual(string escrito, string deCatalogo) => escrito.Length == 0 || escrito.TrimStart('0') == deCatalogo.TrimStart('0');
}
