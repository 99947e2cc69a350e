using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Sitios;

namespace Prep.Operacion.Sitios;

/// <summary>Number of the entry and when it was recorded.</summary>
public sealed record Anotado(int Numero, DateTimeOffset RegistradoEn);

/// <summary>Writes one fact in the bitácora of a site: reads what it says, asks the rules, adds the entry. Shared by every use case of a site.</summary>
internal static class Anotacion
{
    internal static readonly Rechazo Desconocido = new("sitio_desconocido", "No hay un CATD con esa clave en el catálogo.", ClaseDeRechazo.NoExiste);

    /// <param name="ocurridoEn">Declared instant; null is now.</param>
    /// <param name="propio">The person writes only in the bitácora of the site where he works.</param>
    public static Task<Result<Anotado>> EscribirAsync(string sitio, HechoDeSitio hecho, DateTimeOffset? ocurridoEn, Contexto c, bool propio, CancellationToken ct) => c.EnTransaccionAsync<Anotado>(
        async tx =>
        {
            if (!c.Catalogo.Catds.Contains(sitio))
            {
                return Desconocido;
            }

            if (propio && c.Sitio != sitio)
            {
                return new Rechazo("sitio_ajeno", $"Usted trabaja en {c.Sitio ?? "ningún CATD"}: no puede escribir en la bitácora de {sitio}.", ClaseDeRechazo.NoPermitido);
            }

            return await EscribirAsync(tx, sitio, hecho, ocurridoEn, c, c.Ahora);
        },
        ct);

    /// <summary>Inside the transaction of who does something more.</summary>
    public static async Task<Result<Anotado>> EscribirAsync(Transaccion tx, string sitio, HechoDeSitio hecho, DateTimeOffset? ocurridoEn, Contexto c, DateTimeOffset ahora)
    {
        await tx.Base.CerrojoAsync(tx, $"sitio {sitio}");
        var bitacora = await SucesoDeSitioFila.DeSitioAsync(tx, sitio);
        var papel = hecho is HechoDeSitio.Cierre ? await PapelPendienteAsync(tx, sitio) : 0;
        var admitido = ReglasDeSitio.Admitir(EstadoDeSitio.De(bitacora.Select(f => f.Suceso)), hecho, ocurridoEn ?? ahora, ahora, papel);
        if (!admitido.IsOk)
        {
            return admitido.Rechazo;
        }

        var fila = await SucesoDeSitioFila.AgregarAsync(tx, sitio, bitacora.LastOrDefault(), admitido.Value, c.Persona.Valor, c.Puesto ?? "", ocurridoEn ?? ahora, ahora);
        // The chain of the process anchors that of the site.
        await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, "sitio_anotado", $"{sitio} {fila.Numero} {fila.Hash}", ahora);
        return new Anotado(fila.Numero, ahora);
    }

    private static async Task<int> PapelPendienteAsync(Transaccion tx, string sitio) => (int)await tx.EscalarAsync<long>(
        "SELECT COUNT(*) FROM acta WHERE catd = @p0 AND papel IN (@p1, @p2)", sitio, nameof(EstadoDePapel.Recibido), nameof(EstadoDePapel.Cotejado));
}
