using System.Data.Common;
using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;

namespace Prep.Operacion.Supervision;

/// <summary>Why something waits for a supervisor.</summary>
public enum Asunto
{
    /// <summary>In some field no two of three captures agree.</summary>
    Diferencia,

    /// <summary>A captor said that the image cannot be used.</summary>
    Reportada,

    /// <summary>Another image was asked for and has not come.</summary>
    EsperaImagen,

    /// <summary>Nobody has settled which acta an image shows.</summary>
    PorIdentificar,
    SinActa,

    /// <summary>Two different actas of one casilla (E6).</summary>
    DosActas,

    /// <summary>Somebody asked to withdraw an image; a second person is needed.</summary>
    Retiro,

    /// <summary>What is published has fields illegible or empty and another image came later (E5).</summary>
    OtraImagen,

    /// <summary>Of no casilla of the catalogue: two persons may still say which acta it is, before the close (E8).</summary>
    FueraDeCatalogo,
}

/// <summary>What waits for a decision of supervision, oldest first: never values, captures nor sums.</summary>
public static class Bandeja
{
    /// <param name="Acta">Null where naming it would tell the second person what the first one said.</param>
    /// <param name="Imagen">To identify.</param>
    /// <param name="PrimeraPersona">Who proposed it: the decision is of somebody else.</param>
    public sealed record Pendiente(Asunto Asunto, long? Numero, ActaId? Acta, long? Imagen, DateTimeOffset Desde, string? PrimeraPersona = null, MotivoSinActa? Motivo = null)
    {
        /// <summary>It waits for a decision; the rest are opportunities, and nothing stops because of them.</summary>
        public bool Espera => Asunto is not (Asunto.OtraImagen or Asunto.FueraDeCatalogo);

        public bool EsperaAOtra(Contexto c) => PrimeraPersona == c.Persona.Valor;
    }

    private const Observacion PorMejorar = Observacion.AlgunoIlegible | Observacion.AlgunoSinDato | Observacion.TodosIlegibles | Observacion.TodosVacios | Observacion.TodosIlegiblesOVacios;

    // Of the acta, what says since when it waits; the paper and a withdrawal go their own way.
    private const string Ultima = """
        (SELECT MAX(x.eslabon) FROM bitacora x WHERE x.acta = a.numero AND x.accion NOT IN ('bolsa_registrada', 'papel_trasladado', 'retiro_propuesto', 'imagen_retirada', 'imagen_duplicada', 'imagen_vista'))
        """;

    public static Task<IReadOnlyList<Pendiente>> LeerAsync(Contexto c, CancellationToken ct) => c.Almacen.Base.LeerAsync<IReadOnlyList<Pendiente>>(
        async tx =>
        {
            Pendiente[] todos = [.. await ActasAsync(tx, c.Persona), .. await DoblesAsync(tx), .. await ImagenesAsync(tx, c.Persona), .. await RetirosAsync(tx), .. await MejorablesAsync(tx)];
            return [.. todos.DistinctBy(p => (p.Asunto, p.Numero, p.Imagen)).OrderBy(p => p.Desde).ThenBy(p => p.Numero).ThenBy(p => p.Imagen)];
        },
        ct);

    private static Task<List<Pendiente>> ActasAsync(Transaccion tx, PersonaId persona) => tx.TodosAsync(
        $"""
        SELECT a.numero, a.eleccion, a.area, a.clave, a.ordinal, b.ocurrido_en, a.estado, b.accion, a.imagen, a.propuesta_de, a.motivo, {Suya("a.imagen")}
        FROM acta a JOIN bitacora b ON b.acta = a.numero AND b.eslabon = {Ultima}
        WHERE a.estado IN ('Supervision', 'Retenida', 'Redigitalizar', 'PorIdentificar', 'Digitalizada', 'SinActaPropuesta')
        """,
        f => f.GetString(6) switch
        {
            nameof(EstadoDeDatos.Supervision) => De(f, Asunto.Diferencia),
            nameof(EstadoDeDatos.Retenida) => De(f, Asunto.DosActas),
            nameof(EstadoDeDatos.Redigitalizar) => De(f, f.GetString(7) == "imagen_reportada" ? Asunto.Reportada : Asunto.EsperaImagen),
            nameof(EstadoDeDatos.SinActaPropuesta) => De(f, Asunto.SinActa) with { PrimeraPersona = f.Texto(9), Motivo = Enum.Parse<MotivoSinActa>(f.GetString(10)) },
            _ => De(f, Asunto.PorIdentificar) with { Numero = null, Acta = null, Imagen = f.GetInt64(8), PrimeraPersona = f.Texto(11) },
        },
        persona.Valor);

    private static Task<List<Pendiente>> DoblesAsync(Transaccion tx) => tx.TodosAsync(
        "SELECT a.numero, a.eleccion, a.area, a.clave, a.ordinal, d.reportada_en FROM doble d JOIN acta a ON a.numero = d.acta WHERE d.resuelta_en IS NULL AND a.estado <> 'Retenida'",
        f => De(f, Asunto.DosActas));

    // Only whether who looks has already said it: that somebody else spoke is not told to the second person.
    private static string Suya(string imagen) => $"(SELECT d.persona FROM identidad d WHERE d.imagen = {imagen} AND d.persona = @p0)";

    private static Task<List<Pendiente>> ImagenesAsync(Transaccion tx, PersonaId persona) => tx.TodosAsync(
        $"SELECT id, recibida_en, {Suya("imagen.id")}, estado FROM imagen WHERE estado IN ('PorIdentificar', 'FueraDeCatalogo') AND retirada_en IS NULL",
        f => new Pendiente(f.GetString(3) == nameof(EstadoDeImagen.PorIdentificar) ? Asunto.PorIdentificar : Asunto.FueraDeCatalogo, null, null, f.GetInt64(0), Instante.DeMicros(f.GetInt64(1)), f.Texto(2)),
        persona.Valor);

    private static Task<List<Pendiente>> RetirosAsync(Transaccion tx) => tx.TodosAsync(
        """
        SELECT a.numero, a.eleccion, a.area, a.clave, a.ordinal, (SELECT MAX(b.ocurrido_en) FROM bitacora b WHERE b.acta = a.numero AND b.accion = 'retiro_propuesto'), i.id, i.retiro_de
        FROM imagen i JOIN acta a ON a.numero = i.acta WHERE i.retiro_de IS NOT NULL AND i.retirada_en IS NULL
        """,
        f => De(f, Asunto.Retiro) with { Imagen = f.GetInt64(6), PrimeraPersona = f.GetString(7) });

    private static Task<List<Pendiente>> MejorablesAsync(Transaccion tx) => tx.TodosAsync(
        """
        SELECT a.numero, a.eleccion, a.area, a.clave, a.ordinal, MAX(i.recibida_en)
        FROM acta a JOIN version v ON v.acta = a.numero AND v.version = a.vigente JOIN imagen i ON i.acta = a.numero
        WHERE a.estado = 'Verificada' AND i.estado = 'Duplicada' AND i.retirada_en IS NULL AND v.contenido = 'Capturada' AND (v.observaciones & @p0) <> 0
        GROUP BY a.numero, a.eleccion, a.area, a.clave, a.ordinal
        """,
        f => De(f, Asunto.OtraImagen), (int)PorMejorar);

    private static Pendiente De(DbDataReader f, Asunto asunto) =>
        new(asunto, f.GetInt64(0), new(new(f.GetString(1)), new(f.GetString(2)), f.GetString(3), f.GetInt32(4)), null, Instante.DeMicros(f.GetInt64(5)));
}
