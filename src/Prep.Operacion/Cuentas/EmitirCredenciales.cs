using Microsoft.EntityFrameworkCore;
using Prep.Datos;
using Prep.Datos.Cuentas;
using Prep.Dominio;

namespace Prep.Operacion.Cuentas;

/// <summary>A credential as it is printed: shown once, kept only as hashes.</summary>
public sealed record Credencial(string Persona, string Nombre, string Sitio, IReadOnlyList<string> Puestos, string Codigo, string Pin);

/// <summary>Makes new credentials and PINs. The earlier ones of those persons stop serving, and their sessions end.</summary>
public static class EmitirCredenciales
{
    /// <param name="Personas">Null for all of the roster without a credential.</param>
    /// <param name="Sitio">Only those of a site; null for any.</param>
    public sealed record Request(IReadOnlyList<string>? Personas = null, string? Sitio = null);

    /// <returns><c>persona_desconocida</c>, <c>de_otro_sitio</c>, <c>nadie_que_emitir</c>; nothing is issued to anyone then.</returns>
    public static async Task<Result<IReadOnlyList<Credencial>>> EjecutarAsync(Request r, ContextoDeCuentas c, CancellationToken ct)
    {
        // The hashes are slow on purpose: they are made before the transaction, not inside it.
        var personas = r.Personas?.Distinct().ToList() ?? await c.LeerAsync(
            db => db.Cuentas.Where(x => x.BajaEn == null && x.Credencial == null && (r.Sitio == null || x.Sitio == r.Sitio) && (c.Ambito == null || x.Sitio == c.Ambito))
                .OrderBy(x => x.Sitio).ThenBy(x => x.Nombre).Select(x => x.Id).ToListAsync(ct), ct);
        if (personas.Count == 0)
        {
            return RechazosDeCuenta.NadieQueEmitir;
        }

        var pines = personas.Select(_ => Pin.Nuevo()).ToArray();
        var hashes = new string[pines.Length];
        Parallel.For(0, pines.Length, i => hashes[i] = ObraDeCuentas.Pines.HashPassword(new(), pines[i]));
        return await c.EnTransaccionAsync<IReadOnlyList<Credencial>>(
            async obra =>
            {
                List<Credencial> hechas = [];
                foreach (var (persona, i) in personas.Select((p, i) => (p, i)))
                {
                    if (await obra.CuentaAsync(persona) is not { } cuenta)
                    {
                        return RechazosDeCuenta.PersonaDesconocida with { Mensaje = $"{persona} no está en el padrón." };
                    }

                    if (!c.Alcanza(cuenta.Sitio))
                    {
                        return RechazosDeCuenta.DeOtroSitio;
                    }

                    var codigo = Codigo.Nuevo(16);
                    (cuenta.Credencial, cuenta.CredencialEn, cuenta.PasswordHash) = (Codigo.Hash(codigo), obra.Ahora.AMicros(), hashes[i]);
                    obra.Sellar(cuenta);
                    await obra.AnotarAsync(persona, "credencial_emitida");
                    hechas.Add(new(persona, cuenta.Nombre, cuenta.Sitio, cuenta.ListaDePuestos, Codigo.EnGrupos(codigo), pines[i]));
                }

                await obra.Db.SaveChangesAsync(ct);
                return hechas;
            },
            ct);
    }
}
