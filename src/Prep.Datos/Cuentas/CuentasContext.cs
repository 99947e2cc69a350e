using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Prep.Datos.Cuentas;

/// <summary>The tables of accounts as EF Core and ASP.NET Core Identity see them; the model that their scripts must equal.</summary>
/// <remarks>
/// Not an IdentityDbContext: that one adds tables and columns that nobody here uses, and its passkeys appear only when a container built it.
/// Identity's store asks for the entities below by type.
/// </remarks>
public sealed class CuentasContext(DbContextOptions<CuentasContext> opciones) : DbContext(opciones)
{
    public DbSet<Cuenta> Cuentas => Set<Cuenta>();

    public DbSet<EquipoFila> Equipos => Set<EquipoFila>();

    public DbSet<CodigoDeEquipoFila> CodigosDeEquipo => Set<CodigoDeEquipoFila>();

    public DbSet<SesionFila> Sesiones => Set<SesionFila>();

    public DbSet<AsistenciaFila> Asistencias => Set<AsistenciaFila>();

    public DbSet<IntentoFila> Intentos => Set<IntentoFila>();

    public DbSet<LlaveDeDatosFila> LlavesDeDatos => Set<LlaveDeDatosFila>();

    public DbSet<BitacoraDeCuentasFila> Bitacora => Set<BitacoraDeCuentasFila>();

    public DbSet<CapacitacionFila> Capacitaciones => Set<CapacitacionFila>();

    public DbSet<EjercicioFila> Ejercicios => Set<EjercicioFila>();

    public DbSet<RespuestaFila> Respuestas => Set<RespuestaFila>();

    public DbSet<OriginalDePracticaFila> OriginalesDePractica => Set<OriginalDePracticaFila>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Cuenta>(e =>
        {
            e.ToTable("cuenta").HasKey(f => f.Id).HasName("pk_cuenta");
            e.Ignore(f => f.ListaDePuestos).Ignore(f => f.UserName).Ignore(f => f.NormalizedUserName).Ignore(f => f.Email).Ignore(f => f.NormalizedEmail)
                .Ignore(f => f.EmailConfirmed).Ignore(f => f.PhoneNumber).Ignore(f => f.PhoneNumberConfirmed).Ignore(f => f.TwoFactorEnabled)
                .Ignore(f => f.LockoutEnabled).Ignore(f => f.LockoutEnd).Ignore(f => f.AccessFailedCount);
            e.Property(f => f.ConcurrencyStamp).IsConcurrencyToken().IsRequired();
            e.Property(f => f.SecurityStamp).IsRequired();
            e.HasIndex(f => f.Credencial).IsUnique().HasDatabaseName("ix_cuenta_credencial");
        });
        modelBuilder.Entity<IdentityUserToken<string>>(e =>
        {
            e.ToTable("cuenta_ficha").HasKey(f => new { f.UserId, f.LoginProvider, f.Name }).HasName("pk_cuenta_ficha");
            e.Property(f => f.Value).IsRequired();
            e.HasOne<Cuenta>().WithMany().HasForeignKey(f => f.UserId).OnDelete(DeleteBehavior.NoAction);
        });
        modelBuilder.Entity<IdentityUserPasskey<string>>(e =>
        {
            e.ToTable("cuenta_llave").HasKey(f => f.CredentialId).HasName("pk_cuenta_llave");
            e.HasIndex(f => f.UserId).HasDatabaseName("ix_cuenta_llave_persona");
            e.OwnsOne(f => f.Data, d => d.ToJson("datos"));
            e.Property(f => f.UserId).IsRequired();
            e.Navigation(f => f.Data).IsRequired();
            e.HasOne<Cuenta>().WithMany().HasForeignKey(f => f.UserId).OnDelete(DeleteBehavior.NoAction);
        });
        modelBuilder.Entity<EquipoFila>().ToTable("equipo").HasKey(f => f.Id).HasName("pk_equipo");
        modelBuilder.Entity<CodigoDeEquipoFila>().ToTable("equipo_codigo").HasKey(f => f.Hash).HasName("pk_equipo_codigo");
        modelBuilder.Entity<SesionFila>(e =>
        {
            e.ToTable("sesion").HasKey(f => f.Id).HasName("pk_sesion");
            e.HasOne<Cuenta>().WithMany().HasForeignKey(f => f.Persona).OnDelete(DeleteBehavior.NoAction);
            e.HasOne<EquipoFila>().WithMany().HasForeignKey(f => f.Equipo).OnDelete(DeleteBehavior.NoAction);
            e.HasIndex(f => f.Persona).HasFilter("cerrada_en IS NULL").HasDatabaseName("ix_sesion_persona");
            e.HasIndex(f => f.Equipo).HasFilter("cerrada_en IS NULL").HasDatabaseName("ix_sesion_equipo");
        });
        modelBuilder.Entity<AsistenciaFila>(e =>
        {
            e.ToTable("asistencia").HasKey(f => f.Id).HasName("pk_asistencia");
            e.HasOne<Cuenta>().WithMany().HasForeignKey(f => f.Persona).OnDelete(DeleteBehavior.NoAction);
            e.HasIndex(f => f.Persona).IsUnique().HasFilter("salida_en IS NULL").HasDatabaseName("ix_asistencia_persona");
        });
        modelBuilder.Entity<IntentoFila>().ToTable("intento").HasKey(f => new { f.Quien, f.Equipo }).HasName("pk_intento");
        modelBuilder.Entity<RetoFila>().ToTable("reto").HasKey(f => f.Hash).HasName("pk_reto");
        modelBuilder.Entity<LlaveDeDatosFila>().ToTable("llave_de_datos").HasKey(f => f.Id).HasName("pk_llave_de_datos");
        modelBuilder.Entity<BitacoraDeCuentasFila>(e =>
        {
            e.ToTable("bitacora_de_cuentas").HasKey(f => f.Eslabon).HasName("pk_bitacora_de_cuentas");
            e.Property(f => f.Eslabon).ValueGeneratedNever();
        });
        modelBuilder.Entity<EjercicioFila>(e =>
        {
            e.ToTable("ejercicio").HasKey(f => f.Id).HasName("pk_ejercicio");
            e.HasOne<Cuenta>().WithMany().HasForeignKey(f => f.Persona).OnDelete(DeleteBehavior.NoAction);
            e.HasIndex(f => f.Persona).IsUnique().HasFilter("terminado_en IS NULL").HasDatabaseName("ix_ejercicio_persona");
        });
        modelBuilder.Entity<CapacitacionFila>(e =>
        {
            e.ToTable("capacitacion").HasKey(f => f.Id).HasName("pk_capacitacion");
            e.HasOne<Cuenta>().WithMany().HasForeignKey(f => f.Persona).OnDelete(DeleteBehavior.NoAction);
            e.HasOne<EjercicioFila>().WithMany().HasForeignKey(f => f.Ejercicio).OnDelete(DeleteBehavior.NoAction);
            e.HasIndex(f => f.Persona).HasDatabaseName("ix_capacitacion_persona");
            e.HasIndex(f => f.Ejercicio).IsUnique().HasDatabaseName("ix_capacitacion_ejercicio");
        });
        modelBuilder.Entity<RespuestaFila>().ToTable("respuesta").HasKey(f => f.Acta).HasName("pk_respuesta");
        modelBuilder.Entity<OriginalDePracticaFila>().ToTable("original_de_practica").HasKey(f => f.Codigo).HasName("pk_original_de_practica");
        foreach (var propiedad in modelBuilder.Model.GetEntityTypes().Where(t => !t.IsOwned()).SelectMany(t => t.GetProperties()))
        {
            propiedad.SetColumnName(_enEspanol.GetValueOrDefault(propiedad.Name) ?? PrepContext.NombreDeColumna(propiedad.Name));
        }

        modelBuilder.Entity<Cuenta>().Property(f => f.Id).HasColumnName("persona");
    }

    // What Identity names in English.
    private static readonly Dictionary<string, string> _enEspanol = new()
    {
        [nameof(Cuenta.PasswordHash)] = "pin",
        [nameof(Cuenta.SecurityStamp)] = "sello",
        [nameof(Cuenta.ConcurrencyStamp)] = "concurrencia",
        [nameof(IdentityUserToken<>.UserId)] = "persona",
        [nameof(IdentityUserToken<>.LoginProvider)] = "proveedor",
        [nameof(IdentityUserToken<>.Name)] = "nombre",
        [nameof(IdentityUserToken<>.Value)] = "valor",
        [nameof(IdentityUserPasskey<>.CredentialId)] = "llave",
    };
}
