using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Prep.Datos;
using Prep.Datos.Cuentas;
using Prep.Dominio;

namespace Prep.Operacion.Cuentas;

/// <summary>Makes a one-time code with which one computer of a site is enrolled.</summary>
public static partial class GenerarCodigoDeEquipo
{
    public static readonly TimeSpan Vida = TimeSpan.FromHours(2);

    public sealed record Request(string Sitio, string Nombre);

    /// <param name="Codigo">In groups, to be read aloud or typed; it is not shown again.</param>
    public sealed record Hecho(string Codigo, string Sitio, string Nombre, DateTimeOffset VenceEn);

    /// <returns><c>sitio_invalido</c>, <c>nombre_de_equipo</c>, <c>de_otro_sitio</c>.</returns>
    public static Task<Result<Hecho>> EjecutarAsync(Request r, ContextoDeCuentas c, CancellationToken ct) => c.EnTransaccionAsync<Hecho>(
        async obra =>
        {
            var (sitio, nombre) = (r.Sitio.Trim(), r.Nombre.Trim());
            if (!LectorDePadron.FormaDeSitio().IsMatch(sitio))
            {
                return RechazosDeCuenta.SitioInvalido;
            }

            if (!Forma().IsMatch(nombre) || nombre.Any(char.IsControl))
            {
                return RechazosDeCuenta.NombreDeEquipo;
            }

            if (!c.Alcanza(sitio))
            {
                return RechazosDeCuenta.DeOtroSitio;
            }

            var codigo = Codigo.Nuevo(12);
            var vence = obra.Ahora + Vida;
            obra.Db.CodigosDeEquipo.Add(new() { Hash = Codigo.Hash(codigo), Sitio = sitio, Nombre = nombre, HechoPor = c.Quien.Valor, HechoEn = obra.Ahora.AMicros(), VenceEn = vence.AMicros() });
            await obra.Db.SaveChangesAsync(ct);
            await obra.AnotarAsync("", "codigo_de_equipo", $"{sitio} · {nombre}");
            return new Hecho(Codigo.EnGrupos(codigo), sitio, nombre, vence);
        },
        ct);

    [GeneratedRegex("^.{1,60}$")]
    private static partial Regex Forma();
}

/// <summary>Enrols the browser that asks: its key is born there, cannot leave it, and signs a challenge to show that it has it.</summary>
public static class InscribirEquipo
{
    public const string Uso = "inscribir";

    /// <param name="Clave">Public key P-256, SubjectPublicKeyInfo in base 64.</param>
    /// <param name="Firma">Over <see cref="Retos.PorFirmar"/> with an empty computer: it has no number yet.</param>
    public sealed record Request(string Codigo, string Clave, string Reto, string Firma);

    public sealed record Hecho(string Equipo, string Nombre, string Sitio);

    /// <returns><c>reto_vencido</c>, <c>clave_de_equipo</c>, <c>equipo_no_comprobado</c>, <c>codigo_de_equipo</c>.</returns>
    public static Task<Result<Hecho>> EjecutarAsync(Request r, Retos retos, ContextoDeCuentas c, CancellationToken ct) => c.EnTransaccionAsync<Hecho>(
        async obra =>
        {
            if (retos.Vence(r.Reto) is not { } vence)
            {
                return RechazosDeCuenta.RetoVencido;
            }

            if (Clave(r.Clave) is not { } clave)
            {
                return RechazosDeCuenta.ClaveDeEquipo;
            }

            if (!ComprobarEquipo.Firmo(clave, Retos.PorFirmar(Uso, "", r.Reto), r.Firma))
            {
                return RechazosDeCuenta.EquipoNoComprobado;
            }

            if (!await ComprobarEquipo.GastarAsync(obra, r.Reto, vence))
            {
                return RechazosDeCuenta.RetoVencido;
            }

            var hallado = await obra.Tx.UnoAsync("UPDATE equipo_codigo SET usado_en = @p1 WHERE hash = @p0 AND usado_en IS NULL AND vence_en > @p1 RETURNING sitio, nombre, hecho_por",
                f => new EquipoFila { Sitio = f.GetString(0), Nombre = f.GetString(1), InscritoPor = f.GetString(2) }, Codigo.Hash(r.Codigo), obra.Ahora.AMicros());
            if (hallado is null)
            {
                return RechazosDeCuenta.CodigoDeEquipo;
            }

            (hallado.Id, hallado.Clave, hallado.InscritoEn) = (Guid.CreateVersion7(obra.Ahora).ToString("N"), clave, obra.Ahora.AMicros());
            obra.Db.Equipos.Add(hallado);
            await obra.Db.SaveChangesAsync(ct);
            await obra.AnotarAsync("", "equipo_inscrito", $"{hallado.Id} {hallado.Sitio} · {hallado.Nombre}");
            return new Hecho(hallado.Id, hallado.Nombre, hallado.Sitio);
        },
        ct);

    private static byte[]? Clave(string texto)
    {
        try
        {
            var bytes = Convert.FromBase64String(texto);
            using var ecdsa = ECDsa.Create();
            ecdsa.ImportSubjectPublicKeyInfo(bytes, out var leidos);
            return leidos == bytes.Length && ecdsa.ExportParameters(false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value ? bytes : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}

/// <summary>Takes the permission from a computer; whoever is working on it is out at once.</summary>
public static class RevocarEquipo
{
    /// <returns><c>equipo_desconocido</c>, <c>de_otro_sitio</c>. Again succeeds and changes nothing.</returns>
    public static Task<Result<Acuse>> EjecutarAsync(string equipo, ContextoDeCuentas c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async obra =>
        {
            if (await obra.Db.Equipos.FindAsync([equipo], ct) is not { } fila)
            {
                return RechazosDeCuenta.EquipoDesconocido;
            }

            if (!c.Alcanza(fila.Sitio))
            {
                return RechazosDeCuenta.DeOtroSitio;
            }

            if (fila.RevocadoEn is null)
            {
                (fila.RevocadoEn, fila.RevocadoPor) = (obra.Ahora.AMicros(), c.Quien.Valor);
                await obra.Db.SaveChangesAsync(ct);
                await obra.Tx.EjecutarAsync("UPDATE sesion SET cerrada_en = @p1, cierre = 'equipo_revocado' WHERE equipo = @p0 AND cerrada_en IS NULL", equipo, obra.Ahora.AMicros());
                await obra.AnotarAsync("", "equipo_revocado", $"{fila.Id} {fila.Sitio} · {fila.Nombre}");
            }

            return new Acuse(obra.Ahora);
        },
        ct);
}
