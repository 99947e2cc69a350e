using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Prep.Datos.Bases;
using Prep.Dominio.Sitios;

namespace Prep.Datos.Filas;

/// <summary>One entry of the bitácora of a site: a hash chain of its own, added and never changed.</summary>
public sealed class SucesoDeSitioFila
{
    private const string Columnas = "sitio, numero, contenido, persona, puesto, ocurrido_en, registrado_en, hash";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { ConTipo } },
    };

    public string Sitio { get; set; } = "";

    /// <summary>From 1, without gaps.</summary>
    public int Numero { get; set; }

    /// <summary>The fact as JSON, with its name in <c>hecho</c>.</summary>
    public string Contenido { get; set; } = "";

    public string Persona { get; set; } = "";

    public string Puesto { get; set; } = "";

    public long OcurridoEn { get; set; }

    public long RegistradoEn { get; set; }

    /// <summary>SHA-256 over the previous hash and this entry, 64 hex.</summary>
    public string Hash { get; set; } = "";

    public SucesoDeSitio Suceso => new(Numero, JsonSerializer.Deserialize<HechoDeSitio>(Contenido, _json)!, Persona, Puesto, Instante.DeMicros(OcurridoEn), Instante.DeMicros(RegistradoEn));

    /// <summary>Adds an entry after <paramref name="anterior"/> (null: the first). Two at once: the key refuses the second.</summary>
    public static async Task<SucesoDeSitioFila> AgregarAsync(
        Transaccion tx, string sitio, SucesoDeSitioFila? anterior, HechoDeSitio hecho, string persona, string puesto, DateTimeOffset ocurridoEn, DateTimeOffset ahora)
    {
        SucesoDeSitioFila fila = new()
        {
            Sitio = sitio,
            Numero = (anterior?.Numero ?? 0) + 1,
            Contenido = JsonSerializer.Serialize(hecho, _json),
            Persona = persona,
            Puesto = puesto,
            OcurridoEn = ocurridoEn.AMicros(),
            RegistradoEn = ahora.AMicros(),
        };
        fila.Hash = fila.HashTras(anterior?.Hash ?? "");
        await tx.EjecutarAsync($"INSERT INTO suceso_de_sitio ({Columnas}) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)",
            fila.Sitio, fila.Numero, fila.Contenido, fila.Persona, fila.Puesto, fila.OcurridoEn, fila.RegistradoEn, fila.Hash);
        return fila;
    }

    /// <summary>The bitácora of one site, in order.</summary>
    public static Task<List<SucesoDeSitioFila>> DeSitioAsync(Transaccion tx, string sitio) =>
        tx.TodosAsync($"SELECT {Columnas} FROM suceso_de_sitio WHERE sitio = @p0 ORDER BY numero", De, sitio);

    /// <summary>The bitácoras of all sites, each in order.</summary>
    public static Task<List<SucesoDeSitioFila>> TodosAsync(Transaccion tx) =>
        tx.TodosAsync($"SELECT {Columnas} FROM suceso_de_sitio ORDER BY sitio, numero", De);

    /// <summary>The hash that this entry must have after <paramref name="anterior"/>: lengths before texts, so no two entries give the same bytes.</summary>
    public string HashTras(string anterior) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(
        new[] { anterior, Sitio, $"{Numero}", Contenido, Persona, Puesto, $"{OcurridoEn}", $"{RegistradoEn}" }.Select(t => $"{t.Length}:{t}\n")))));

    private static SucesoDeSitioFila De(System.Data.Common.DbDataReader f) => new()
    {
        Sitio = f.GetString(0),
        Numero = f.GetInt32(1),
        Contenido = f.GetString(2),
        Persona = f.GetString(3),
        Puesto = f.GetString(4),
        OcurridoEn = f.GetInt64(5),
        RegistradoEn = f.GetInt64(6),
        Hash = f.GetString(7),
    };

    private static void ConTipo(JsonTypeInfo tipo)
    {
        if (tipo.Type == typeof(HechoDeSitio))
        {
            tipo.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "hecho" };
            foreach (var hecho in typeof(HechoDeSitio).GetNestedTypes())
            {
                tipo.PolymorphismOptions.DerivedTypes.Add(new(hecho, hecho.Name));
            }
        }
    }
}
