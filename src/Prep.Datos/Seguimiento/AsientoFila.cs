using System.Data.Common;
using Prep.Datos.Bases;

namespace Prep.Datos.Seguimiento;

/// <summary>An entry of the book of the Commission. Added, never changed; chained by hash to the one before.</summary>
public sealed class AsientoFila
{
    private const string Columnas = "numero, programa, ocurrido_en, persona, puesto, suceso, contenido, hash";

    /// <summary>From 1, without gaps, over all programmes.</summary>
    public int Numero { get; set; }

    public string Programa { get; set; } = "";

    public long OcurridoEn { get; set; }

    public string Persona { get; set; } = "";

    /// <summary>In which the person acted.</summary>
    public string Puesto { get; set; } = "";

    /// <summary>The name of what happened, as <c>sesion.convocada</c>.</summary>
    public string Suceso { get; set; } = "";

    /// <summary>Its facts, as JSON.</summary>
    public string Contenido { get; set; } = "";

    /// <summary>SHA-256 over the previous hash and this entry, 64 hex.</summary>
    public string Hash { get; set; } = "";

    public static Task<List<AsientoFila>> DespuesDeAsync(Transaccion tx, int numero) =>
        tx.TodosAsync($"SELECT {Columnas} FROM seguimiento_asiento WHERE numero > @p0 ORDER BY numero", De, numero);

    public Task InsertarAsync(Transaccion tx) => tx.EjecutarAsync(
        $"INSERT INTO seguimiento_asiento ({Columnas}) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)",
        Numero, Programa, OcurridoEn, Persona, Puesto, Suceso, Contenido, Hash);

    /// <summary>The hash that this entry must have after <paramref name="anterior"/>.</summary>
    public string HashTras(string anterior) => Encadenado.Hash(anterior, $"{Numero}", Programa, $"{OcurridoEn}", Persona, Puesto, Suceso, Contenido);

    private static AsientoFila De(DbDataReader f) => new()
    {
        Numero = f.GetInt32(0),
        Programa = f.GetString(1),
        OcurridoEn = f.GetInt64(2),
        Persona = f.GetString(3),
        Puesto = f.GetString(4),
        Suceso = f.GetString(5),
        Contenido = f.GetString(6),
        Hash = f.GetString(7),
    };
}
