using System.Collections.Concurrent;
using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Cuentas;

namespace Prep.Operacion.Cuentas;

/// <summary>A session as it is now, not as the cookie remembers it.</summary>
/// <param name="Puesto">Empty while a second factor has to be registered.</param>
/// <param name="Cierre">Why it no longer serves; null while it does.</param>
public sealed record SesionViva(
    string Id, string Persona, string Nombre, string Sitio, IReadOnlyList<string> Puestos, string Puesto, string? Equipo, string? NombreDeEquipo,
    DateTimeOffset VenceEn, bool EnReposo, bool ConSegundoFactor, string? Cierre);

/// <summary>The open sessions: read from the database, remembered a few seconds.</summary>
public sealed class Sesiones(AlmacenDeCuentas almacen, TimeProvider reloj)
{
    /// <summary>From the door to the end: a shift, whatever happens.</summary>
    public static readonly TimeSpan Turno = TimeSpan.FromHours(14);

    /// <summary>How late another program over the same database learns that a session ended. This one learns at once.</summary>
    public static readonly TimeSpan Recuerdo = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, (SesionViva? Sesion, DateTimeOffset LeidaEn)> _recuerdo = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _vistas = new();

    /// <returns>Null when there is no such session.</returns>
    public async Task<SesionViva?> LeerAsync(string id, CancellationToken ct)
    {
        var ahora = reloj.GetUtcNow();
        if (_recuerdo.TryGetValue(id, out var recordada) && ahora - recordada.LeidaEn < Recuerdo && ahora >= recordada.LeidaEn)
        {
            return recordada.Sesion;
        }

        var sesion = await almacen.Base.LeerAsync(tx => LeerAsync(tx, id, ahora), ct);
        if (_recuerdo.Count > 10_000)
        {
            _recuerdo.Clear();
        }

        _recuerdo[id] = (sesion, ahora);
        return sesion;
    }

    /// <summary>Something changed: the next request reads it again.</summary>
    public void Olvidar() => _recuerdo.Clear();

    /// <summary>Notes that the person is there, at most once a minute.</summary>
    public async Task VerAsync(string id, CancellationToken ct)
    {
        var ahora = reloj.GetUtcNow();
        if (_vistas.TryGetValue(id, out var vista) && ahora - vista < TimeSpan.FromMinutes(1))
        {
            return;
        }

        _vistas[id] = ahora;
        await almacen.Base.EscribirAsync(tx => tx.EjecutarAsync("UPDATE sesion SET vista_en = @p1 WHERE id = @p0 AND cerrada_en IS NULL", id, ahora.AMicros()), _ => true, ct);
    }

    /// <summary>Opens one and closes what another person left open on the same computer.</summary>
    internal static async Task<Entrada> AbrirAsync(ObraDeCuentas obra, string persona, bool conSegundo)
    {
        var cuenta = (await obra.CuentaAsync(persona))!;
        var ahora = obra.Ahora.AMicros();
        var equipo = obra.C.Equipo;
        if (equipo is not null)
        {
            await obra.Tx.EjecutarAsync("UPDATE sesion SET cerrada_en = @p1, cierre = 'otra_entrada_en_el_equipo' WHERE equipo = @p0 AND cerrada_en IS NULL", equipo, ahora);
        }

        var puesto = SegundoFactor.LoPide(cuenta, obra.C) && !conSegundo ? "" : cuenta.ListaDePuestos[0];
        var id = Guid.CreateVersion7(obra.Ahora).ToString("N");
        await obra.Tx.EjecutarAsync(
            "INSERT INTO sesion (id, persona, equipo, puesto, sello, abierta_en, vista_en, vence_en, segundo_factor_en) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p5, @p6, @p7)",
            id, persona, equipo, puesto, cuenta.SecurityStamp, ahora, (obra.Ahora + Turno).AMicros(), conSegundo ? ahora : null);
        await obra.AnotarAsync(persona, "entrada", $"{(puesto.Length == 0 ? "sin segundo factor registrado" : puesto)}");
        return new Entrada.Abierta(id, persona, puesto);
    }

    private static Task<SesionViva?> LeerAsync(Transaccion tx, string id, DateTimeOffset ahora) => tx.UnoAsync(
        """
        SELECT s.persona, c.nombre, c.sitio, c.puestos, s.puesto, s.equipo, e.nombre, s.vence_en, s.reposo_en, s.segundo_factor_en, s.cierre, c.sello, s.sello, c.baja_en, e.revocado_en
        FROM sesion s JOIN cuenta c ON c.persona = s.persona LEFT JOIN equipo e ON e.id = s.equipo WHERE s.id = @p0
        """,
        f =>
        {
            var puestos = f.GetString(3).Split(';', StringSplitOptions.RemoveEmptyEntries);
            var vence = Instante.DeMicros(f.GetInt64(7));
            var cierre = f.Texto(10)
                ?? (f.GetString(11) != f.GetString(12) ? "credencial_o_pin_cambiado"
                : f.Entero(13) is not null ? "baja_del_padron"
                : f.Entero(14) is not null ? "equipo_revocado"
                : vence <= ahora ? "fin_de_turno"
                : f.GetString(4) is { Length: > 0 } puesto && !puestos.Contains(puesto) ? "puesto_retirado"
                : null);
            return new SesionViva(id, f.GetString(0), f.GetString(1), f.GetString(2), puestos, f.GetString(4), f.Texto(5), f.Texto(6),
                vence, f.Entero(8) is not null, f.Entero(9) is not null, cierre);
        },
        id);
}
