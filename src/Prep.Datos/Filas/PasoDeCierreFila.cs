using System.Data.Common;
using Prep.Datos.Bases;

namespace Prep.Datos.Filas;

/// <summary>Something that a person says before an early close. Said once: the key says so.</summary>
public sealed class PasoDeCierreFila
{
    /// <summary>The CATD affirms again that the package of an acta was not delivered.</summary>
    public const string Paquete = "Paquete";

    /// <summary>No means are left to recover what is missing.</summary>
    public const string Agotada = "Agotada";

    /// <summary>The first of the two persons that ask for the close.</summary>
    public const string Solicitud = "Solicitud";

    private const string Columnas = "tipo, acta, version, persona, nota, dicho_en";

    public string Tipo { get; set; } = "";

    /// <summary>0 when it is of the whole process.</summary>
    public long Acta { get; set; }

    /// <summary>Version of the acta that says "sin acta": another one would have to be affirmed again.</summary>
    public int Version { get; set; }

    public string Persona { get; set; } = "";

    public string Nota { get; set; } = "";

    public long DichoEn { get; set; }

    public static Task<PasoDeCierreFila?> DelProcesoAsync(Transaccion tx, string tipo) =>
        tx.UnoAsync($"SELECT {Columnas} FROM paso_de_cierre WHERE tipo = @p0 AND acta = 0", De, tipo);

    /// <returns>False when it had been said.</returns>
    public async Task<bool> AgregarAsync(Transaccion tx) => await tx.EjecutarAsync(
        $"INSERT INTO paso_de_cierre ({Columnas}) VALUES (@p0, @p1, @p2, @p3, @p4, @p5) ON CONFLICT DO NOTHING", Tipo, Acta, Version, Persona, Nota, DichoEn) == 1;

    private static PasoDeCierreFila De(DbDataReader f) => new()
    {
        Tipo = f.GetString(0),
        Acta = f.GetInt64(1),
        Version = f.GetInt32(2),
        Persona = f.GetString(3),
        Nota = f.GetString(4),
        DichoEn = f.GetInt64(5),
    };
}
