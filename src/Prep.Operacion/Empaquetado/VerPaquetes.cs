using System.Security.Cryptography;
using System.Text;
using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Empaquetado;

/// <summary>An acta as a package lists it: where its paper is, never what it says.</summary>
/// <param name="Etiqueta">Text of its QR label; empty for a fuera de catálogo.</param>
public sealed record ActaDePaquete(ActaId Id, Eleccion Eleccion, string Area, string Seccion, string Casilla, EstadoDePapel Papel, string? Catd, string Documento, int Cotejo, bool SinActa, string Etiqueta)
{
    /// <summary>Its paper is in a CATD and in no package.</summary>
    public bool PorEmpacar => Papel is EstadoDePapel.Recibido or EstadoDePapel.Cotejado;

    internal static ActaDePaquete De(Contexto c, ActaFila fila)
    {
        var eleccion = c.Proceso.Eleccion(new(fila.Eleccion))!;
        var acta = c.Catalogo.Acta(fila.Numero)?.Acta;
        return new(
            fila.Id, eleccion, $"{fila.Area} {eleccion.BuscarArea(new(fila.Area))?.Nombre}".Trim(), acta?.Casilla.Seccion ?? "", acta?.Casilla.Etiqueta ?? fila.Clave,
            Enum.Parse<EstadoDePapel>(fila.Papel), fila.Catd, fila.Documento, fila.Cotejo, fila.SinActa, acta is null ? "" : EtiquetaDeActa.De(c.Proceso, acta).ToString());
    }
}

/// <summary>A closed package with its list, as its receipt prints it.</summary>
/// <param name="Codigo">SHA-256 of the list: one line per acta, in order.</param>
public sealed record PaqueteCerrado(long Id, string Catd, string Etiqueta, string Persona, DateTimeOffset CerradoEn, IReadOnlyList<ActaDePaquete> Actas, string Codigo);

/// <summary>What a CATD still has to pack, what it packed, and what never came.</summary>
/// <param name="PorEmpacar">In the order of a package.</param>
/// <param name="Faltan">Expected here, and their paper is not: neither here nor in a package of here.</param>
public sealed record PapelDelCatd(IReadOnlyList<ActaDePaquete> PorEmpacar, IReadOnlyList<ActaDePaquete> Faltan, IReadOnlyList<PaqueteCerrado> Paquetes);

/// <summary>Reads it from one snapshot.</summary>
public static class VerPaquetes
{
    public static Task<PapelDelCatd> DelCatdAsync(string sitio, Contexto c, CancellationToken ct) => c.Almacen.Base.LeerAsync(
        async tx =>
        {
            var filas = await ActaFila.DeCatdAsync(tx, sitio);
            var esperadas = c.Catalogo.DeCatd(sitio).ToHashSet();
            var aqui = filas.ToDictionary(f => f.Numero);
            List<ActaFila> faltan = [];
            foreach (var numero in esperadas)
            {
                var fila = aqui.GetValueOrDefault(numero) ?? await ActaFila.LeerSinBloqueoAsync(tx, numero);
                if (fila is not null && (fila.Catd != sitio || fila.Papel is nameof(EstadoDePapel.Esperado) or nameof(EstadoDePapel.SinBolsa)))
                {
                    faltan.Add(fila);
                }
            }

            List<PaqueteCerrado> paquetes = [];
            foreach (var id in await tx.TodosAsync("SELECT id FROM paquete WHERE catd = @p0 ORDER BY id", f => f.GetInt64(0), sitio))
            {
                paquetes.Add((await CerradoAsync(tx, c, id, aqui))!);
            }

            return new PapelDelCatd(Ordenadas(c, filas.Where(f => f.Papel is nameof(EstadoDePapel.Recibido) or nameof(EstadoDePapel.Cotejado))), Ordenadas(c, faltan), paquetes);
        },
        ct);

    /// <returns>Refused when there is none, or when it is of another CATD.</returns>
    public static Task<Result<PaqueteCerrado>> UnoAsync(long paquete, string? sitio, Contexto c, CancellationToken ct) => c.Almacen.Base.LeerAsync<Result<PaqueteCerrado>>(
        async tx => await CerradoAsync(tx, c, paquete, []) is { } cerrado && cerrado.Catd == sitio ? cerrado : EmpaquetarActas.Desconocido,
        ct);

    /// <summary>By area, section and casilla.</summary>
    private static IReadOnlyList<ActaDePaquete> Ordenadas(Contexto c, IEnumerable<ActaFila> filas) =>
        [.. filas.Select(f => ActaDePaquete.De(c, f)).OrderBy(a => a.Id.Area.Clave, StringComparer.Ordinal).ThenBy(a => a.Seccion, StringComparer.Ordinal).ThenBy(a => a.Id.ClaveActa, StringComparer.Ordinal)];

    private static async Task<PaqueteCerrado?> CerradoAsync(Transaccion tx, Contexto c, long paquete, Dictionary<long, ActaFila> leidas)
    {
        var cabeza = await tx.UnoAsync("SELECT catd, etiqueta, persona, cerrado_en FROM paquete WHERE id = @p0", f => Tuple.Create(f.GetString(0), f.GetString(1), f.GetString(2), f.GetInt64(3)), paquete);
        if (cabeza is null)
        {
            return null;
        }

        List<ActaDePaquete> actas = [];
        foreach (var numero in await tx.TodosAsync("SELECT acta FROM paquete_acta WHERE paquete = @p0 ORDER BY orden", f => f.GetInt64(0), paquete))
        {
            actas.Add(ActaDePaquete.De(c, leidas.GetValueOrDefault(numero) ?? (await ActaFila.LeerSinBloqueoAsync(tx, numero))!));
        }

        return new(paquete, cabeza.Item1, cabeza.Item2, cabeza.Item3, Instante.DeMicros(cabeza.Item4), actas, EmpaquetarActas.CodigoDe(actas.Select(a => a.Id)));
    }
}
