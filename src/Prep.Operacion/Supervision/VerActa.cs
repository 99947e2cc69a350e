using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Supervision;

/// <summary>A field that a supervisor decides, with what each of the three typed: nothing else of the captures is shown.</summary>
public sealed record CampoEnDisputa(CampoDeActa De, IReadOnlyList<Cantidad> Tecleados)
{
    public int Campo => De.Campo;

    public string Nombre => De.Nombre;
}

/// <summary>All that the screen of an acta in supervision shows, and what its use cases would accept from this person.</summary>
public sealed record ActaEnSupervision(
    ActaFila Fila, Expediente Expediente, Eleccion Eleccion, ActaEsperada? Esperada, IReadOnlyList<ImagenFila> Imagenes, IReadOnlyList<BitacoraFila> Historia,
    IReadOnlyList<CampoEnDisputa> Disputa, bool Capturo, bool Doble)
{
    public string Nombre => Esperada is { Casilla: { Seccion.Length: > 0 } casilla } ? $"Sección {casilla.Seccion}, casilla {casilla.Etiqueta}" : Esperada is { } otra ? $"Mesa {otra.Casilla.Etiqueta}" : $"Fuera de catálogo {Fila.Clave}";

    /// <summary>Its identity waits for two persons who do not know what the other says: the acta is not shown by name.</summary>
    public bool PorIdentificar => Expediente.Datos is EstadoDeDatos.Digitalizada or EstadoDeDatos.PorIdentificar;

    public bool PuedePedirImagen => MaquinaDeDatos.PedirRedigitalizacion(Expediente).IsOk;

    public bool PuedeAceptarImagen => Expediente.Datos is EstadoDeDatos.Redigitalizar;

    public bool PuedeRetener => MaquinaDeDatos.Retener(Expediente).IsOk && Otras.Any();

    public bool PuedeLiberar => Expediente.Datos is EstadoDeDatos.Retenida || (Doble && PuedeCorregir);

    public bool PuedeCorregir => Expediente.Datos is EstadoDeDatos.Verificada { SinActa: false };

    public IEnumerable<ImagenFila> Otras => Imagenes.Where(i => i.Id != Fila.Imagen && i.RetiradaEn is null);
}

/// <summary>Reads it from one snapshot.</summary>
public static class VerActa
{
    public static Task<Result<ActaEnSupervision>> EjecutarAsync(ActaId id, Contexto c, CancellationToken ct) => c.Almacen.Base.LeerAsync<Result<ActaEnSupervision>>(
        async tx =>
        {
            var vista = await ActaAbierta.VerAsync(tx, c, id);
            if (!vista.IsOk)
            {
                return vista.Rechazo;
            }

            var acta = vista.Value;
            return new ActaEnSupervision(
                acta.Fila, acta.Expediente, acta.Eleccion, acta.Esperada,
                await ImagenFila.DeActaAsync(tx, acta.Fila.Numero), await BitacoraFila.DeActaAsync(tx, acta.Fila.Numero), Disputa(acta),
                acta.Previas.Contains(c.Persona) || MaquinaDeDatos.Intervino(acta.Expediente.Datos, c.Persona), await DobleFila.AbiertaAsync(tx, acta.Fila.Numero));
        },
        ct);

    /// <summary>The image that nobody identified, without the acta it was taken for.</summary>
    /// <summary>An image, and of what was said of it only whether this person already spoke.</summary>
    public static Task<ImagenFila?> ImagenAsync(long imagen, Contexto c, CancellationToken ct) => c.Almacen.Base.LeerAsync(
        async tx =>
        {
            var fila = await ImagenFila.LeerSinBloqueoAsync(tx, imagen);
            if (fila is not null)
            {
                var hablo = (await IdentidadFila.DeImagenAsync(tx, imagen)).Exists(d => d.Persona == c.Persona.Valor);
                (fila.Propuesta, fila.PropuestaDe) = (null, hablo ? c.Persona.Valor : null);
            }

            return fila;
        },
        ct);

    private static IReadOnlyList<CampoEnDisputa> Disputa(ActaAbierta acta)
    {
        if (acta.Expediente.Datos is not EstadoDeDatos.Supervision s)
        {
            return [];
        }

        var disputa = ReglasDeCaptura.EnDisputa(s.Primera, s.Segunda, s.Tercera);
        return [.. CampoDeActa.De(acta.Eleccion, acta.Esperada!).Where(c => disputa.Contains(c.Campo))
            .Select(c => new CampoEnDisputa(c, ReglasDeCaptura.Tecleados(s.Primera, s.Segunda, s.Tercera, c.Campo)))];
    }
}
