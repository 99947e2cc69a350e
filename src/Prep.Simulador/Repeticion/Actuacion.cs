using Prep.Datos;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion;
using Prep.Operacion.Acopio;
using Prep.Operacion.Captura;
using Prep.Operacion.Digitalizacion;
using Prep.Operacion.Identificacion;
using Prep.Publicacion.Formatos;

namespace Prep.Simulador.Repeticion;

/// <summary>Plays each step of a script through the use cases, with two virtual persons per capture and the clock of the night.</summary>
/// <param name="dibujo">Bytes of a drawn image for an acta, or null: then the image is the original's hash without bytes.</param>
public sealed class Actuacion(Almacen almacen, RelojDeRepeticion reloj, Func<Hecho, ReadOnlyMemory<byte>?> dibujo)
{
    private readonly Personal _personal = new();
    private readonly Dictionary<ActaId, PersonaId> _segundas = [];

    /// <summary>Use cases committed so far, for the measure of the replay.</summary>
    public long Confirmaciones { get; private set; }

    /// <exception cref="InvalidOperationException">A use case refused a step: the replay is wrong, not the file.</exception>
    public async Task HacerAsync(Paso paso, CancellationToken ct)
    {
        reloj.AvanzarA(paso.En);
        var hecho = paso.Hecho;
        switch (paso.Trabajo)
        {
            case Trabajo.Acopio:
                await AcopiarAsync(hecho, ct);
                break;
            case Trabajo.PrimeraCaptura:
                var (primera, segunda) = _personal.Pareja();
                _segundas[hecho.Id] = segunda;
                await CapturarAsync(hecho, primera, ct);
                break;
            case Trabajo.SegundaCaptura:
                _segundas.Remove(hecho.Id, out var quien);
                await CapturarAsync(hecho, quien, ct);
                break;
            case Trabajo.SinActa:
                var peticion = new SinActa.Request([hecho.Id], hecho.Motivo!.Value);
                Exigir(await SinActa.ProponerAsync(peticion, Como(Personal.Acopiador), ct), hecho);
                Exigir(await SinActa.ConfirmarAsync(peticion, Como(Personal.Supervisor), ct), hecho);
                break;
            case Trabajo.FueraDeCatalogo:
                await DejarFueraAsync(hecho, ct);
                break;
        }
    }

    // A phone's image never waits for paper; at a CATD the bolsa is received first.
    private async Task AcopiarAsync(Hecho hecho, CancellationToken ct)
    {
        if (hecho.Origen != Origen.Casilla)
        {
            var bolsa = new RegistrarBolsa.Request([new(hecho.Id, Documento: hecho.Documento)], hecho.AcopioEn);
            Exigir(await RegistrarBolsa.EjecutarAsync(bolsa, Como(Personal.Acopiador), ct), hecho);
        }

        Exigir(await RecibirImagen.EjecutarAsync(Imagen(hecho, hecho.Id), Como(Personal.Digitalizador), ct), hecho);
    }

    private async Task CapturarAsync(Hecho hecho, PersonaId persona, CancellationToken ct)
    {
        var yo = Como(persona);
        var tomada = Exigir(await TomarActa.EjecutarAsync(yo, ct, hecho.Id), hecho);
        var campos = hecho.Datos!.Campos;
        var casilla = almacen.Catalogo!.Proceso.Eleccion(hecho.Id.Eleccion)!.BuscarActa(hecho.Id)!.Casilla;
        var captura = new CapturarActa.Request(tomada.Turno, ClaveEscrita.De(casilla), [.. tomada.Campos.Select(c => campos[c.Campo])]);
        Exigir(await CapturarActa.EjecutarAsync(captura, yo, ct), hecho);
    }

    private async Task DejarFueraAsync(Hecho hecho, CancellationToken ct)
    {
        var imagen = Exigir(await RecibirImagen.EjecutarAsync(Imagen(hecho, null), Como(Personal.Digitalizador), ct), hecho);
        Exigir(await FueraDeCatalogo.EjecutarAsync(imagen.Imagen, hecho.Id.Eleccion, Como(Personal.Digitalizador), ct), hecho);
        Exigir(await FueraDeCatalogo.EjecutarAsync(imagen.Imagen, hecho.Id.Eleccion, Como(Personal.Supervisor), ct), hecho);
    }

    private RecibirImagen.Request Imagen(Hecho hecho, ActaId? acta)
    {
        var como = acta is null ? FormaDeIdentificar.Ninguna : FormaDeIdentificar.Qr;
        var bytes = acta is null ? null : dibujo(hecho);
        return new(
            bytes ?? ReadOnlyMemory<byte>.Empty, hecho.Origen, hecho.Medio, acta, como, hecho.Documento, hecho.AcopioEn,
            bytes is null ? hecho.Codigo ?? SinCodigo(hecho) : null);
    }

    // The original gives no usable hash: a stand-in that names the acta, so that two of them never collide.
    private static CodigoDeIntegridad SinCodigo(Hecho hecho) =>
        CodigoDeIntegridad.De(System.Text.Encoding.UTF8.GetBytes($"imagen no publicada: {hecho.Id}"));

    private Contexto Como(PersonaId persona) => new(persona, almacen, reloj);

    private T Exigir<T>(Result<T> resultado, Hecho hecho)
    {
        Confirmaciones++;
        return resultado.IsOk
            ? resultado.Value
            : throw new InvalidOperationException($"Línea {hecho.Linea}, acta {hecho.Id}: {resultado.Rechazo.Codigo}: {resultado.Rechazo.Mensaje}");
    }
}
