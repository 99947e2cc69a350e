using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Cuentas;

namespace Prep.Operacion.Cuentas;

/// <summary>The tables of accounts inside one transaction, and Identity over them.</summary>
public sealed class ObraDeCuentas : IDisposable
{
    internal static readonly PasswordHasher<Cuenta> Pines = new();

    internal ObraDeCuentas(ContextoDeCuentas c, Transaccion tx, CuentasContext db)
    {
        (C, Tx, Db, Ahora) = (c, tx, db, c.Ahora);
        Almacen = new(db);
        Usuarios = new(Almacen, Options.Create(new IdentityOptions()), Pines, [], [], new UpperInvariantLookupNormalizer(), new(), null!, NullLogger<UserManager<Cuenta>>.Instance);
    }

    public ContextoDeCuentas C { get; }

    public Transaccion Tx { get; }

    public CuentasContext Db { get; }

    public UsuariosDeCuentas Almacen { get; }

    /// <summary>Identity's own door to the account: recovery codes, passkeys.</summary>
    public UserManager<Cuenta> Usuarios { get; }

    /// <summary>One instant for all that the transaction writes.</summary>
    public DateTimeOffset Ahora { get; }

    /// <summary>A person of the roster who has not left it.</summary>
    public Task<Cuenta?> CuentaAsync(string persona) => Db.Cuentas.FirstOrDefaultAsync(c => c.Id == persona && c.BajaEn == null);

    public Task AnotarAsync(string persona, string accion, string detalle = "") =>
        BitacoraDeCuentasFila.AnotarAsync(Tx, persona, C.Quien.Valor, C.Equipo, accion, detalle, Ahora);

    /// <summary>A new security stamp: every session opened before it ends.</summary>
    public string Sellar(Cuenta cuenta)
    {
        cuenta.SecurityStamp = Guid.CreateVersion7(Ahora).ToString("N");
        cuenta.ConcurrencyStamp = cuenta.SecurityStamp;
        return cuenta.SecurityStamp;
    }

    public void Dispose() => Usuarios.Dispose();
}
