using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Prep.Datos.Bases;
using Prep.Datos.Cuentas;

[assembly: AssemblyFixture(typeof(Prep.Datos.Tests.ClusterDePostgres))]

namespace Prep.Datos.Tests;

public sealed class EsquemaTests(ClusterDePostgres cluster) : IDisposable
{
    private readonly string _carpeta = Directory.CreateTempSubdirectory("prep-").FullName;

    // Structure only: a CHECK, a trigger or a partial index is the script's own.
    private const string DeSqlite = """
        SELECT 'columna ' || m.name || '.' || c.name || ' ' || c.type || ' nulo=' || (c."notnull" = 0) || ' llave=' || c.pk FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '%esquema'
        UNION ALL SELECT 'indice ' || m.name || ' ' || i.name || ' unico=' || i."unique" || ' parcial=' || i.partial || ' ' || (SELECT group_concat(x.name) FROM pragma_index_info(i.name) x) FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table' AND i.origin = 'c' AND m.name NOT LIKE '%esquema'
        UNION ALL SELECT 'foranea ' || m.name || '.' || f."from" || ' -> ' || f."table" || '.' || f."to" || ' ' || f.on_delete FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        """;

    private const string DePostgres = """
        SELECT 'columna ' || table_name || '.' || column_name || ' ' || data_type || ' nulo=' || is_nullable || ' identidad=' || is_identity FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '%esquema'
        UNION ALL SELECT 'indice ' || tablename || ' ' || regexp_replace(indexdef, '\s+', ' ', 'g') FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '%esquema'
        UNION ALL SELECT 'foranea ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f'
        """;

    public static TheoryData<string> Juegos => new("operacion", "cuentas");

    [Theory, MemberData(nameof(Juegos))]
    public async Task El_esquema_aplicado_en_sqlite_es_el_del_modelo(string juego)
    {
        await using BaseSqlite aplicada = new(Path.Combine(_carpeta, "a.db"));
        await using BaseSqlite modelo = new(Path.Combine(_carpeta, "b.db"));
        await CompararAsync(juego, aplicada, modelo, DeSqlite);
    }

    [Theory, MemberData(nameof(Juegos))]
    public async Task El_esquema_aplicado_en_postgres_es_el_del_modelo(string juego)
    {
        await using BasePostgres aplicada = new(await cluster.NuevaBaseAsync(sinTablas: true));
        await using BasePostgres modelo = new(await cluster.NuevaBaseAsync(sinTablas: true));
        await CompararAsync(juego, aplicada, modelo, DePostgres);
    }

    [Fact]
    public async Task Aplicar_dos_veces_no_cambia_nada_y_a_la_vez_tampoco()
    {
        await using BasePostgres b = new(await cluster.NuevaBaseAsync(sinTablas: true));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Esquema.AplicarAsync(b, Guiones.DeOperacion, DateTimeOffset.UnixEpoch, default)));
        Assert.Equal(Guiones.DeOperacion.De("postgres").Select(g => $"{g.Numero}"), await ListaAsync(b, "SELECT CAST(numero AS text) FROM esquema"));
    }

    public void Dispose() => Directory.Delete(_carpeta, recursive: true);

    private static async Task CompararAsync(string juego, Base aplicada, Base modelo, string consulta)
    {
        await Esquema.AplicarAsync(aplicada, juego == "cuentas" ? Guiones.DeCuentas : Guiones.DeOperacion, DateTimeOffset.UnixEpoch, default);
        await using (var contexto = juego == "cuentas" ? DeCuentas(modelo) : modelo.Contexto())
        {
            await contexto.Database.ExecuteSqlRawAsync(contexto.Database.GenerateCreateScript().Replace("{", "{{").Replace("}", "}}"));
        }

        var esperada = await ListaAsync(modelo, consulta);
        Assert.NotEmpty(esperada);
        Assert.Equal(esperada, await ListaAsync(aplicada, consulta));
    }

    private static DbContext DeCuentas(Base modelo)
    {
        DbContextOptionsBuilder<CuentasContext> opciones = new();
        modelo.Configurar(opciones);
        return new CuentasContext(opciones.Options);
    }

    private static async Task<List<string>> ListaAsync(Base b, string consulta)
    {
        await using var conexion = await b.AbrirAsync(default);
        await using var comando = conexion.CreateCommand();
        comando.CommandText = consulta;
        List<string> lineas = [];
        await using var lector = await comando.ExecuteReaderAsync();
        while (await lector.ReadAsync())
        {
            lineas.Add(lector.GetString(0));
        }

        lineas.Sort(StringComparer.Ordinal);
        return lineas;
    }
}
