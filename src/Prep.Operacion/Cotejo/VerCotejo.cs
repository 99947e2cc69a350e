using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Cotejo;

/// <summary>How far the cotejo of a CATD has come: counts of actas, never of votes.</summary>
/// <param name="EnPapel">Their paper is here, or was when it was packed.</param>
/// <param name="Cotejadas">Accepted at once (1) or after a correction (2).</param>
/// <param name="EnCorreccion">A new version is being made.</param>
/// <param name="SinPublicar">The paper is here and no version of it has been published yet.</param>
/// <param name="PorCotejar">For this person.</param>
/// <param name="DeOtra">Corrections that this person asked for: another cotejador accepts them.</param>
public sealed record AvanceDeCotejo(int EnPapel, int Cotejadas, int EnCorreccion, int SinPublicar, int PorCotejar, int DeOtra);

/// <summary>A published version beside its paper.</summary>
/// <param name="Valores">Aligned with <paramref name="Campos"/>.</param>
/// <param name="TrasCorreccion">It was corrected: another cotejador than the one who asked accepts it.</param>
public sealed record ActaPorCotejar(
    ActaFila Fila, Eleccion Eleccion, ActaEsperada Esperada, IReadOnlyList<CampoDeActa> Campos, IReadOnlyList<Cantidad> Valores, ImagenFila? Imagen, bool TrasCorreccion);

/// <summary>What a cotejador finds: the next acta of the CATD, one acta, and how far they are.</summary>
public static class VerCotejo
{
    // Paper here, version published and final, nobody accepted it yet.
    private const string Cotejable = """
        a.catd = @p0 AND a.papel = 'Recibido' AND a.estado = 'Verificada' AND a.cotejo IN (0, 3)
        AND EXISTS (SELECT 1 FROM version v WHERE v.acta = a.numero AND v.version = a.vigente AND v.contenido = 'Capturada')
        AND EXISTS (SELECT 1 FROM corte_agrega g WHERE g.acta = a.numero AND g.version = a.vigente AND g.suceso = 0)
        """;

    private const string DeQuienPidio = "(a.cotejo = 3 AND a.cotejador = @p1)";

    /// <summary>The next one after <paramref name="tras"/>, those already corrected first.</summary>
    /// <returns>Null when there is none for this person.</returns>
    public static Task<ActaId?> SiguienteAsync(string sitio, long tras, Contexto c, CancellationToken ct) => c.Almacen.Base.LeerAsync(
        async tx => await tx.EscalarAsync<long>(
            $"SELECT a.numero FROM acta a WHERE {Cotejable} AND NOT {DeQuienPidio} ORDER BY a.cotejo DESC, CASE WHEN a.numero > @p2 THEN 0 ELSE 1 END, a.numero LIMIT 1", sitio, c.Persona.Valor, tras) is > 0 and var numero
            ? c.Catalogo.Acta(numero)?.Acta.Id
            : (ActaId?)null,
        ct);

    public static Task<AvanceDeCotejo> AvanceAsync(string sitio, Contexto c, CancellationToken ct) => c.Almacen.Base.LeerAsync(
        async tx =>
        {
            async Task<int> Contar(string donde, params object?[] valores) => (int)await tx.EscalarAsync<long>($"SELECT COUNT(*) FROM acta a WHERE {donde}", valores);
            return new AvanceDeCotejo(
                await Contar("a.catd = @p0 AND a.papel IN ('Recibido', 'Cotejado', 'Empaquetado')", sitio),
                await Contar("a.catd = @p0 AND a.cotejo IN (1, 2)", sitio),
                await Contar("a.catd = @p0 AND a.cotejo = 3 AND a.estado <> 'Verificada'", sitio),
                await Contar(
                    "a.catd = @p0 AND a.papel = 'Recibido' AND NOT EXISTS (SELECT 1 FROM corte_agrega g JOIN version v ON v.acta = g.acta AND v.version = g.version WHERE g.acta = a.numero AND g.suceso = 0 AND v.contenido = 'Capturada')", sitio),
                await Contar($"{Cotejable} AND NOT {DeQuienPidio}", sitio, c.Persona.Valor),
                await Contar($"{Cotejable} AND {DeQuienPidio}", sitio, c.Persona.Valor));
        },
        ct);

    /// <summary>That acta as its last corte published it.</summary>
    /// <returns>Refused while there is nothing to compare, or when it is for somebody else, with the reason.</returns>
    public static Task<Result<ActaPorCotejar>> ActaAsync(ActaId id, string sitio, Contexto c, CancellationToken ct) => c.Almacen.Base.LeerAsync<Result<ActaPorCotejar>>(
        async tx =>
        {
            if (c.Catalogo.Buscar(id) is not { } numero || await ActaFila.LeerSinBloqueoAsync(tx, numero) is not { } fila || c.Catalogo.Acta(numero) is not var (eleccion, esperada))
            {
                return RechazosDeActa.ActaDesconocida;
            }

            if (await NegativaAsync(tx, fila, sitio, c) is { } rechazo)
            {
                return rechazo;
            }

            var bytes = await tx.UnoAsync("SELECT campos, sha256 FROM version WHERE acta = @p0 AND version = @p1", f => (Campos: f.Bytes(0)!, Sha256: f.Texto(1)).ToTuple(), numero, fila.Vigente);
            var valores = CamposCompactos.Leer(bytes!.Item1);
            var campos = CampoDeActa.De(eleccion, esperada);
            var imagen = (await ImagenFila.DeActaAsync(tx, numero)).Find(i => i.Sha256 == bytes.Item2);
            return new ActaPorCotejar(fila, eleccion, esperada, campos, [.. campos.Select(k => valores[k.Campo])], imagen, fila.Cotejo == (int)Dominio.Actas.Cotejo.EnCorreccion);
        },
        ct);

    private static async Task<Rechazo?> NegativaAsync(Transaccion tx, ActaFila fila, string sitio, Contexto c)
    {
        if (fila.Papel is nameof(EstadoDePapel.Esperado) or nameof(EstadoDePapel.SinBolsa))
        {
            return new("sin_papel", "El papel de esa acta no se ha recibido: no hay con qué cotejar.");
        }

        if (fila.Catd != sitio)
        {
            return CotejarActa.EnOtroCatd(fila);
        }

        if (fila.Cotejo is (int)Dominio.Actas.Cotejo.Aceptada or (int)Dominio.Actas.Cotejo.AceptadaTrasCorreccion)
        {
            return new("ya_cotejada", "El acta ya está cotejada.", ClaseDeRechazo.Conflicto);
        }

        if (fila.Papel == nameof(EstadoDePapel.Empaquetado))
        {
            return new("ya_empaquetada", "El acta ya está empaquetada.", ClaseDeRechazo.Conflicto);
        }

        if (fila.SinActa || fila.Estado != nameof(EstadoDeDatos.Verificada))
        {
            return fila.Vigente > 0 && !fila.SinActa
                ? new("en_correccion", "El acta está en corrección: se coteja cuando se publique su nueva versión.", ClaseDeRechazo.Conflicto)
                : RechazosDeActa.NoPublicada;
        }

        var publicada = await tx.EscalarAsync<long>("SELECT COUNT(*) FROM corte_agrega WHERE acta = @p0 AND version = @p1 AND suceso = 0", fila.Numero, fila.Vigente);
        return publicada == 0
            ? RechazosDeActa.NoPublicada
            : fila.Cotejo == (int)Dominio.Actas.Cotejo.EnCorreccion && fila.Cotejador == c.Persona.Valor
                ? new("pidio_la_correccion", "Usted pidió corregir esta acta: la valida otra persona de cotejo, en su propio puesto.", ClaseDeRechazo.NoPermitido)
                : null;
    }
}
