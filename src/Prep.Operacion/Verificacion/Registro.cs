using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio.Actas;
using Prep.Dominio.Contabilizacion;

namespace Prep.Operacion.Verificacion;

/// <summary>Makes the version that a verified acta publishes: its data, how it counts, its image and its instants.</summary>
internal static class Registro
{
    /// <summary>Two of the captures, or a supervisor, settled every field.</summary>
    public static async Task AgregarCapturadaAsync(Transaccion tx, Contexto c, ActaAbierta acta, IReadOnlyList<Cantidad> campos, DateTimeOffset primeraEn, DateTimeOffset ahora)
    {
        var imagen = (await ImagenFila.LeerAsync(tx, acta.Fila.Imagen!.Value))!;
        var esperada = acta.Esperada!;
        var datos = DatosDeActa.DeCampos(acta.Eleccion.Boleta(esperada.Id), campos);
        var conteo = ReglaContabilizacion.Decidir(datos, esperada.Casilla, acta.Eleccion.Ajustes);
        var deCasilla = imagen.Origen == nameof(Origen.Casilla);
        RegistroDeActa registro = new(
            esperada.Id, acta.Fila.Vigente, new Contenido.Capturada(datos), conteo, imagen.APublicada(),
            imagen.Documento.Length > 0 ? imagen.Documento : acta.Fila.Documento,
            Instante.DeMicros(deCasilla ? imagen.AcopioEn : acta.Fila.AcopioEn ?? imagen.AcopioEn), primeraEn, ahora)
        {
            Motivo = acta.Fila.Vigente > 1 ? await MotivoAsync(tx, acta.Fila, imagen) : null,
        };
        await VersionFila.De(acta.Fila.Numero, c.Catalogo.Numero, registro).InsertarAsync(tx);
        if (acta.Fila.Cotejo == (int)Dominio.Actas.Cotejo.EnCorreccion)
        {
            // Until another cotejador accepts the new version it is still "en corrección".
            await SucesoFila.AgregarAsync(tx, acta.Fila.Numero, acta.Fila.Vigente, TipoDeSuceso.Cotejo, "3", ahora);
        }
    }

    // What the database already knows: the version before, whose image it is now, and who asked last for a correction.
    private static async Task<MotivoDeVersion> MotivoAsync(Transaccion tx, ActaFila acta, ImagenFila imagen)
    {
        var anterior = await tx.UnoAsync("SELECT contenido, sha256 FROM version WHERE acta = @p0 AND version = @p1",
            f => new { SinActa = f.GetString(0) == nameof(Contenido.SinActa), Sha256 = f.IsDBNull(1) ? null : f.GetString(1) }, acta.Numero, acta.Vigente - 1);
        var suyas = await tx.EscalarAsync<long>("SELECT COUNT(*) FROM imagen WHERE sha256 = @p0 AND acta = @p1", anterior!.Sha256, acta.Numero);
        var pidio = await tx.UnoAsync("SELECT accion FROM bitacora WHERE acta = @p0 AND accion IN ('correccion_abierta', 'cotejo_difiere') ORDER BY eslabon DESC LIMIT 1", f => f.GetString(0), acta.Numero);
        return MotivosDeVersion.Decidir(anterior.SinActa, eraDeOtra: suyas == 0, porCotejo: pidio == "cotejo_difiere", otraImagen: anterior.Sha256 != imagen.Sha256);
    }

    public static Task AgregarSinActaAsync(Transaccion tx, Contexto c, ActaAbierta acta, MotivoSinActa motivo, DateTimeOffset ahora)
    {
        RegistroDeActa registro = new(
            acta.Fila.Id, acta.Fila.Vigente, new Contenido.SinActa(motivo), ReglaContabilizacion.Decidir(motivo), null, "", null, null, ahora);
        return VersionFila.De(acta.Fila.Numero, c.Catalogo.Numero, registro).InsertarAsync(tx);
    }

    public static RegistroDeActa FueraDeCatalogo(ActaFila acta, ImagenFila imagen, DateTimeOffset ahora) => new(
        acta.Id, acta.Vigente, new Contenido.FueraDeCatalogo(), ReglaContabilizacion.FueraDeCatalogo, imagen.APublicada(), imagen.Documento,
        Instante.DeMicros(imagen.AcopioEn), null, Instante.DeMicros(imagen.AcopioEn) ?? ahora);
}
