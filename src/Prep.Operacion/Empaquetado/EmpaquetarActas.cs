using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;

namespace Prep.Operacion.Empaquetado;

/// <summary>Closes a package of paper actas of one CATD, ordered by area, section and casilla. It needs the paper, not the publication, and goes on after the close.</summary>
public static class EmpaquetarActas
{
    /// <param name="Etiqueta">Of the package, unique.</param>
    public sealed record Request(string Catd, string Etiqueta, IReadOnlyList<ActaId> Actas);

    /// <param name="Lista">In the order of the package.</param>
    public sealed record Paquete(long Id, IReadOnlyList<ActaId> Lista);

    internal static readonly Rechazo Incompleto = new("paquete_incompleto", "Un paquete lleva etiqueta y al menos un acta.", ClaseDeRechazo.Entrada);

    internal static readonly Rechazo Desconocido = new("paquete_desconocido", "No hay un paquete con ese número.", ClaseDeRechazo.NoExiste);

    /// <summary>What the receipt prints and the bitácora keeps: SHA-256 of one line per acta, in order.</summary>
    public static string CodigoDe(IEnumerable<ActaId> lista) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lista.Select(a => $"{a}\n")))));

    internal static void Map(RouteGroupBuilder paquetes)
    {
        paquetes.MapPost("/", (Request r, Contexto c, CancellationToken ct) => EjecutarAsync(r, c, ct).ToHttp()).Permite<Paquete>(Permiso.Empaquetar);
        paquetes.MapGet("/{paquete:long}", (long paquete, Contexto c, CancellationToken ct) => ListarAsync(paquete, c, ct).ToHttp()).Permite<Paquete>(Permiso.Empaquetar);
    }

    public static Task<Result<Paquete>> EjecutarAsync(Request r, Contexto c, CancellationToken ct) => c.EnTransaccionAsync<Paquete>(
        async tx =>
        {
            var ahora = c.Ahora;
            if (string.IsNullOrWhiteSpace(r.Etiqueta) || r.Actas.Count == 0)
            {
                return Incompleto;
            }

            if (await tx.EscalarAsync<long>("SELECT id FROM paquete WHERE etiqueta = @p0 AND catd = @p1", r.Etiqueta, r.Catd) is > 0 and var mismo
                && await ListaAsync(tx, mismo) is var cerrada && r.Actas.ToHashSet().SetEquals(cerrada))
            {
                // Sent twice: it is the package that was closed.
                return new Paquete(mismo, cerrada);
            }

            if (await tx.EscalarAsync<long>("SELECT COUNT(*) FROM paquete WHERE etiqueta = @p0", r.Etiqueta) > 0)
            {
                return new Rechazo("etiqueta_repetida", $"Ya hay un paquete {r.Etiqueta}.", ClaseDeRechazo.Conflicto);
            }

            List<ActaAbierta> actas = [];
            foreach (var id in r.Actas)
            {
                var abierta = await ActaAbierta.AbrirAsync(tx, c, id);
                if (!abierta.IsOk)
                {
                    return abierta.Rechazo;
                }

                actas.Add(abierta.Value);
            }

            var paquete = await tx.EscalarAsync<long>(
                "INSERT INTO paquete (catd, etiqueta, persona, cerrado_en) VALUES (@p0, @p1, @p2, @p3) RETURNING id", r.Catd, r.Etiqueta, c.Persona.Valor, ahora.AMicros());
            var orden = 0;
            foreach (var acta in actas.OrderBy(a => a.Fila.Area, StringComparer.Ordinal).ThenBy(a => a.Esperada?.Casilla.Seccion, StringComparer.Ordinal).ThenBy(a => a.Fila.Clave, StringComparer.Ordinal))
            {
                if (await MeterAsync(tx, c, acta, paquete, ++orden, r, ahora) is { } rechazo)
                {
                    return rechazo;
                }
            }

            var lista = await ListaAsync(tx, paquete);
            await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, "paquete_cerrado", $"{r.Catd} {r.Etiqueta} actas={lista.Count} lista={CodigoDe(lista)}", ahora);
            return new Paquete(paquete, lista);
        },
        ct);

    /// <summary>The list of a package, to print and sign.</summary>
    public static Task<Result<Paquete>> ListarAsync(long paquete, Contexto c, CancellationToken ct) => c.Almacen.Base.LeerAsync<Result<Paquete>>(
        async tx => await ListaAsync(tx, paquete) is { Count: > 0 } lista
            ? new Paquete(paquete, lista)
            : Desconocido,
        ct);

    private static async Task<Rechazo?> MeterAsync(Transaccion tx, Contexto c, ActaAbierta acta, long paquete, int orden, Request r, DateTimeOffset ahora)
    {
        var papel = MaquinaDePapel.Empaquetar(Enum.Parse<EstadoDePapel>(acta.Fila.Papel));
        if (!papel.IsOk)
        {
            return papel.Rechazo;
        }

        if (acta.Fila.Catd != r.Catd)
        {
            return new Rechazo("papel_en_otro_catd", $"El acta {acta.Fila.Id} está en {acta.Fila.Catd ?? "ningún CATD"}, no en {r.Catd}.");
        }

        acta.Fila.Papel = papel.Value.ToString();
        await tx.EjecutarAsync("INSERT INTO paquete_acta (acta, paquete, orden) VALUES (@p0, @p1, @p2)", acta.Fila.Numero, paquete, orden);
        await acta.GuardarAsync(tx, c, acta.Expediente, "acta_empaquetada", $"{r.Catd} {r.Etiqueta} {orden}", ahora);
        return null;
    }

    private static async Task<IReadOnlyList<ActaId>> ListaAsync(Transaccion tx, long paquete) => await tx.TodosAsync(
        "SELECT a.eleccion, a.area, a.clave, a.ordinal FROM paquete_acta p JOIN acta a ON a.numero = p.acta WHERE p.paquete = @p0 ORDER BY p.orden",
        f => new ActaId(new(f.GetString(0)), new(f.GetString(1)), f.GetString(2), f.GetInt32(3)), paquete);
}
