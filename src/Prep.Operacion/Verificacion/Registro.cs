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
            Instante.DeMicros(deCasilla ? imagen.AcopioEn : acta.Fila.AcopioEn ?? imagen.AcopioEn), primeraEn, ahora);
        await VersionFila.De(acta.Fila.Numero, c.Catalogo.Numero, registro).InsertarAsync(tx);
        if (acta.Fila.Cotejo == (int)Dominio.Actas.Cotejo.EnCorreccion)
        {
            // Until another cotejador accepts the new version it is still "en corrección".
            await SucesoFila.AgregarAsync(tx, acta.Fila.Numero, acta.Fila.Vigente, TipoDeSuceso.Cotejo, "3", ahora);
        }
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
