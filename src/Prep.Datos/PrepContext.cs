using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Prep.Datos.Filas;

namespace Prep.Datos;

/// <summary>The tables as EF Core sees them: readings off the hot path, and the model that the scripts must equal.</summary>
public sealed class PrepContext(DbContextOptions<PrepContext> opciones) : DbContext(opciones)
{
    public DbSet<CatalogoFila> Catalogos => Set<CatalogoFila>();

    public DbSet<ProcesoFila> Procesos => Set<ProcesoFila>();

    public DbSet<ActaFila> Actas => Set<ActaFila>();

    public DbSet<ImagenFila> Imagenes => Set<ImagenFila>();

    public DbSet<TurnoFila> Turnos => Set<TurnoFila>();

    public DbSet<CapturaFila> Capturas => Set<CapturaFila>();

    public DbSet<VersionFila> Versiones => Set<VersionFila>();

    public DbSet<SucesoFila> Sucesos => Set<SucesoFila>();

    public DbSet<CorteFila> Cortes => Set<CorteFila>();

    public DbSet<BitacoraFila> Bitacora => Set<BitacoraFila>();

    public DbSet<PaqueteFila> Paquetes => Set<PaqueteFila>();

    public DbSet<PaqueteActaFila> ActasEmpaquetadas => Set<PaqueteActaFila>();

    public DbSet<DobleFila> Dobles => Set<DobleFila>();

    public DbSet<SucesoDeSitioFila> SucesosDeSitio => Set<SucesoDeSitioFila>();

    public DbSet<PreparadaFila> Preparadas => Set<PreparadaFila>();

    public DbSet<ConfiguracionFila> Configuraciones => Set<ConfiguracionFila>();

    public DbSet<HitoFila> Hitos => Set<HitoFila>();

    public DbSet<CorteOmitidoFila> CortesOmitidos => Set<CorteOmitidoFila>();

    public DbSet<PasoDeCierreFila> PasosDeCierre => Set<PasoDeCierreFila>();

    public DbSet<IdentidadFila> Identidades => Set<IdentidadFila>();

    public DbSet<DocumentoFila> Documentos => Set<DocumentoFila>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Tabla<CatalogoFila>(modelBuilder, "catalogo", e =>
        {
            e.HasKey(f => f.Numero).HasName("pk_catalogo");
            e.HasIndex(f => f.Sha256).IsUnique().HasDatabaseName("ix_catalogo_sha256");
        });
        Tabla<ProcesoFila>(modelBuilder, "proceso", e =>
        {
            e.HasKey(f => f.Clase).HasName("pk_proceso");
            e.Property(f => f.Id).IsRequired();
            e.HasIndex(f => f.Unico).IsUnique().HasDatabaseName("ix_proceso_unico");
            e.HasIndex(f => f.Catalogo).HasDatabaseName("ix_proceso_catalogo");
            e.HasOne<CatalogoFila>().WithMany().HasForeignKey(f => f.Catalogo).OnDelete(DeleteBehavior.NoAction);
        });
        Tabla<ActaFila>(modelBuilder, "acta", e =>
        {
            e.HasKey(f => f.Numero).HasName("pk_acta");
            e.Property(f => f.Numero).ValueGeneratedNever();
            e.Ignore(f => f.Id).Ignore(f => f.NecesitaCapturas);
            e.HasIndex(f => new { f.Eleccion, f.Area, f.Clave, f.Ordinal }).IsUnique().HasDatabaseName("ix_acta_clave");
            e.HasIndex(f => f.Cola).HasFilter("cola IS NOT NULL").HasDatabaseName("ix_acta_cola");
        });
        Tabla<ImagenFila>(modelBuilder, "imagen", e =>
        {
            e.HasKey(f => f.Id).HasName("pk_imagen");
            e.Property(f => f.Estado).HasConversion<string>();
            e.HasOne<ActaFila>().WithMany().HasForeignKey(f => f.Acta).OnDelete(DeleteBehavior.NoAction);
            e.HasOne<ProcesoFila>().WithMany().HasForeignKey(f => f.Clase).OnDelete(DeleteBehavior.NoAction);
            e.HasIndex(f => f.Acta).HasDatabaseName("ix_imagen_acta");
            e.HasIndex(f => f.Clase).HasDatabaseName("ix_imagen_clase");
            e.HasIndex(f => f.Sha256).HasDatabaseName("ix_imagen_sha256");
        });
        Tabla<TurnoFila>(modelBuilder, "turno", e =>
        {
            e.HasKey(f => f.Id).HasName("pk_turno");
            e.HasOne<ActaFila>().WithMany().HasForeignKey(f => f.Acta).OnDelete(DeleteBehavior.NoAction);
            e.HasIndex(f => f.Acta).HasDatabaseName("ix_turno_acta");
            e.HasIndex(f => new { f.Persona, f.EntregadoEn }).HasDatabaseName("ix_turno_persona");
        });
        Tabla<CapturaFila>(modelBuilder, "captura", e =>
        {
            e.HasKey(f => new { f.Acta, f.Version, f.Persona }).HasName("pk_captura");
            e.HasOne<ActaFila>().WithMany().HasForeignKey(f => f.Acta).OnDelete(DeleteBehavior.NoAction);
        });
        Tabla<VersionFila>(modelBuilder, "version", e =>
        {
            e.HasKey(f => new { f.Acta, f.Version }).HasName("pk_version");
            e.HasOne<ActaFila>().WithMany().HasForeignKey(f => f.Acta).OnDelete(DeleteBehavior.NoAction);
        });
        Tabla<SucesoFila>(modelBuilder, "suceso", e =>
        {
            e.HasKey(f => f.Id).HasName("pk_suceso");
            e.Property(f => f.Tipo).HasConversion<string>();
            e.HasOne<ActaFila>().WithMany().HasForeignKey(f => f.Acta).OnDelete(DeleteBehavior.NoAction);
            e.HasIndex(f => f.Acta).HasDatabaseName("ix_suceso_acta");
        });
        Tabla<PorPublicarFila>(modelBuilder, "por_publicar", e => e.HasKey(f => new { f.Acta, f.Version, f.Suceso }).HasName("pk_por_publicar"));
        Tabla<CorteFila>(modelBuilder, "corte", e => e.HasKey(f => f.Id).HasName("pk_corte"));
        Tabla<CorteAgregaFila>(modelBuilder, "corte_agrega", e =>
        {
            e.HasKey(f => new { f.Acta, f.Version, f.Suceso }).HasName("pk_corte_agrega");
            e.HasOne<CorteFila>().WithMany().HasForeignKey(f => f.Corte).OnDelete(DeleteBehavior.NoAction);
            e.HasIndex(f => f.Corte).HasDatabaseName("ix_corte_agrega_corte");
        });
        Tabla<PaqueteFila>(modelBuilder, "paquete", e =>
        {
            e.HasKey(f => f.Id).HasName("pk_paquete");
            e.HasIndex(f => f.Etiqueta).IsUnique().HasDatabaseName("ix_paquete_etiqueta");
        });
        Tabla<PaqueteActaFila>(modelBuilder, "paquete_acta", e =>
        {
            e.HasKey(f => f.Acta).HasName("pk_paquete_acta");
            e.Property(f => f.Acta).ValueGeneratedNever();
            e.HasOne<ActaFila>().WithMany().HasForeignKey(f => f.Acta).OnDelete(DeleteBehavior.NoAction);
            e.HasOne<PaqueteFila>().WithMany().HasForeignKey(f => f.Paquete).OnDelete(DeleteBehavior.NoAction);
            e.HasIndex(f => f.Paquete).HasDatabaseName("ix_paquete_acta_paquete");
        });
        Tabla<DobleFila>(modelBuilder, "doble", e =>
        {
            e.HasKey(f => f.Acta).HasName("pk_doble");
            e.Property(f => f.Acta).ValueGeneratedNever();
            e.HasOne<ActaFila>().WithOne().HasForeignKey<DobleFila>(f => f.Acta).OnDelete(DeleteBehavior.NoAction);
        });
        Tabla<SucesoDeSitioFila>(modelBuilder, "suceso_de_sitio", e =>
        {
            e.HasKey(f => new { f.Sitio, f.Numero }).HasName("pk_suceso_de_sitio");
            e.Ignore(f => f.Suceso);
        });
        Tabla<PreparadaFila>(modelBuilder, "preparada", e =>
        {
            e.HasKey(f => f.Codigo).HasName("pk_preparada");
            e.HasOne<ImagenFila>().WithMany().HasForeignKey(f => f.Imagen).OnDelete(DeleteBehavior.NoAction);
            e.HasIndex(f => f.Imagen).HasDatabaseName("ix_preparada_imagen");
        });
        Tabla<IdentidadFila>(modelBuilder, "identidad", e =>
        {
            e.HasKey(f => new { f.Imagen, f.Persona }).HasName("pk_identidad");
            e.HasOne<ImagenFila>().WithMany().HasForeignKey(f => f.Imagen).OnDelete(DeleteBehavior.NoAction);
        });
        Tabla<DocumentoFila>(modelBuilder, "documento", e =>
        {
            e.HasKey(f => new { f.Tipo, f.Numero }).HasName("pk_documento");
            e.HasIndex(f => new { f.Tipo, f.Html }).IsUnique().HasDatabaseName("ix_documento_html");
        });
        Tabla<ConfiguracionFila>(modelBuilder, "configuracion", e => e.HasKey(f => f.Version).HasName("pk_configuracion"));
        Tabla<HitoFila>(modelBuilder, "hito", e => e.HasKey(f => f.Tipo).HasName("pk_hito"));
        Tabla<CorteOmitidoFila>(modelBuilder, "corte_omitido", e =>
        {
            e.HasKey(f => f.InstanteEn).HasName("pk_corte_omitido");
            e.Property(f => f.InstanteEn).ValueGeneratedNever();
        });
        Tabla<PasoDeCierreFila>(modelBuilder, "paso_de_cierre", e => e.HasKey(f => new { f.Tipo, f.Acta, f.Version }).HasName("pk_paso_de_cierre"));
        Tabla<BitacoraFila>(modelBuilder, "bitacora", e => e.HasKey(f => new { f.Acta, f.Eslabon }).HasName("pk_bitacora"));
    }

    // Names of columns are those of the properties, in snake case: VerificadaEn is verificada_en.
    internal static string NombreDeColumna(string propiedad) =>
        string.Concat(propiedad.Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private static void Tabla<T>(ModelBuilder modelo, string nombre, Action<EntityTypeBuilder<T>> configurar)
        where T : class
    {
        var entidad = modelo.Entity<T>();
        entidad.ToTable(nombre);
        configurar(entidad);
        foreach (var propiedad in entidad.Metadata.GetProperties())
        {
            propiedad.SetColumnName(NombreDeColumna(propiedad.Name));
            if (propiedad.IsKey() && propiedad.ClrType != typeof(long) || propiedad.IsKey() && entidad.Metadata.FindPrimaryKey()!.Properties.Count > 1)
            {
                propiedad.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            }
        }
    }
}
