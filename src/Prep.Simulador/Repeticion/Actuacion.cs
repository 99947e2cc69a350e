using System.Collections.Concurrent;
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

/// <summary>Plays the steps of a script through the use cases, with two virtual persons per capture and the clock of the night.</summary>
/// <remarks>Steps of different actas go at once, as persons in different rooms would; those of one acta never do.</remarks>
/// <param name="ritmo">Waits until the night may go on to that instant.</param>
/// <param name="dibujo">Bytes of a drawn image for an acta, or null: then the image is the original's hash without bytes.</param>
public sealed class Actuacion(Almacen almacen, Func<Hecho, ReadOnlyMemory<byte>?> dibujo, Func<DateTimeOffset, CancellationToken, Task> ritmo)
{
    private readonly Personal _personal = new();
    private readonly Dictionary<ActaId, (PersonaId Primera, PersonaId Segunda)> _parejas = [];

    // As many persons as work at once.
    private const int ALaVez = 48;

    // An image shows one acta: the hash that an original repeats on a fuera de catálogo is not taken twice.
    private readonly ConcurrentDictionary<CodigoDeIntegridad, ActaId> _codigos = new();

    private long _confirmaciones;

    /// <summary>Use cases committed so far, for the measure of the replay.</summary>
    public long Confirmaciones => Interlocked.Read(ref _confirmaciones);

    /// <summary>Plays steps in order; those in one group do not depend on each other.</summary>
    /// <exception cref="PasoRechazadoException">A use case refused a step: this night cannot be played as the file tells it.</exception>
    public async Task HacerAsync(IReadOnlyList<Paso> pasos, Action<int> hechos, CancellationToken ct)
    {
        var (grupo, actas) = (new List<Paso>(ALaVez), new HashSet<ActaId>());
        for (var i = 0; i < pasos.Count; i++)
        {
            // A fuera de catálogo gets its number by order of reception: it goes alone.
            var solo = pasos[i].Trabajo == Trabajo.FueraDeCatalogo;
            if (grupo.Count == ALaVez || solo || actas.Contains(pasos[i].Hecho.Id))
            {
                await ritmo(pasos[i].En, ct);
                await Task.WhenAll(grupo.Select(p => HacerAsync(p, ct)));
                grupo.Clear();
                actas.Clear();
                hechos(i);
            }

            if (solo)
            {
                await HacerAsync(pasos[i], ct);
                continue;
            }

            grupo.Add(pasos[i]);
            actas.Add(pasos[i].Hecho.Id);
            if (pasos[i].Trabajo == Trabajo.PrimeraCaptura)
            {
                _parejas[pasos[i].Hecho.Id] = _personal.Pareja();
            }
        }

        await Task.WhenAll(grupo.Select(p => HacerAsync(p, ct)));
        hechos(pasos.Count);
    }

    private async Task HacerAsync(Paso paso, CancellationToken ct)
    {
        var reloj = new RelojDeRepeticion(paso.En);
        var hecho = paso.Hecho;
        switch (paso.Trabajo)
        {
            case Trabajo.Acopio:
                await AcopiarAsync(hecho, reloj, ct);
                break;
            case Trabajo.PrimeraCaptura:
                await CapturarAsync(hecho, _parejas[hecho.Id].Primera, reloj, ct);
                break;
            case Trabajo.SegundaCaptura:
                await CapturarAsync(hecho, _parejas[hecho.Id].Segunda, reloj, ct);
                break;
            case Trabajo.SinActa:
                var peticion = new SinActa.Request([hecho.Id], hecho.Motivo!.Value);
                Exigir(await SinActa.ProponerAsync(peticion, Como(Personal.Acopiador, reloj), ct), hecho);
                Exigir(await SinActa.ConfirmarAsync(peticion, Como(Personal.Supervisor, reloj), ct), hecho);
                break;
            case Trabajo.FueraDeCatalogo:
                await DejarFueraAsync(hecho, reloj, ct);
                break;
        }
    }

    // A phone's image never waits for paper; at a CATD the bolsa is received first.
    private async Task AcopiarAsync(Hecho hecho, RelojDeRepeticion reloj, CancellationToken ct)
    {
        if (hecho.Origen != Origen.Casilla)
        {
            var bolsa = new RegistrarBolsa.Request([new(hecho.Id, Documento: hecho.Documento)], hecho.AcopioEn);
            Exigir(await RegistrarBolsa.EjecutarAsync(bolsa, Como(Personal.Acopiador, reloj), ct), hecho);
        }

        Exigir(await RecibirImagen.EjecutarAsync(Imagen(hecho, hecho.Id), Como(Personal.Digitalizador, reloj), ct), hecho);
    }

    private async Task CapturarAsync(Hecho hecho, PersonaId persona, RelojDeRepeticion reloj, CancellationToken ct)
    {
        var yo = Como(persona, reloj);
        var tomada = Exigir(await TomarActa.EjecutarAsync(yo, ct, hecho.Id), hecho);
        var campos = hecho.Datos!.Campos;
        var casilla = almacen.Catalogo!.Proceso.Eleccion(hecho.Id.Eleccion)!.BuscarActa(hecho.Id)!.Casilla;
        var captura = new CapturarActa.Request(tomada.Turno, ClaveEscrita.De(casilla), [.. tomada.Campos.Select(c => campos[c.Campo])]);
        Exigir(await CapturarActa.EjecutarAsync(captura, yo, ct), hecho);
    }

    private async Task DejarFueraAsync(Hecho hecho, RelojDeRepeticion reloj, CancellationToken ct)
    {
        var imagen = Exigir(await RecibirImagen.EjecutarAsync(Imagen(hecho, null), Como(Personal.Digitalizador, reloj), ct), hecho);
        Exigir(await FueraDeCatalogo.EjecutarAsync(imagen.Imagen, hecho.Id.Eleccion, Como(Personal.Digitalizador, reloj), ct), hecho);
        Exigir(await FueraDeCatalogo.EjecutarAsync(imagen.Imagen, hecho.Id.Eleccion, Como(Personal.Supervisor, reloj), ct), hecho);
    }

    private RecibirImagen.Request Imagen(Hecho hecho, ActaId? acta)
    {
        var como = acta is null ? FormaDeIdentificar.Ninguna : FormaDeIdentificar.Qr;
        var bytes = acta is null ? null : dibujo(hecho);
        return new(
            bytes ?? ReadOnlyMemory<byte>.Empty, hecho.Origen, hecho.Medio, acta, como, hecho.Documento, hecho.AcopioEn,
            bytes is null ? Codigo(hecho, acta) : null);
    }

    private CodigoDeIntegridad Codigo(Hecho hecho, ActaId? acta) =>
        hecho.Codigo is { } codigo && (_codigos.TryAdd(codigo, hecho.Id) || acta is not null) ? codigo : CodigoPropio(hecho);

    /// <summary>The original gives no usable hash: a stand-in that names the acta, so that two of them never collide.</summary>
    public static CodigoDeIntegridad CodigoPropio(Hecho hecho) =>
        CodigoDeIntegridad.De(System.Text.Encoding.UTF8.GetBytes($"imagen no publicada: {hecho.Id}"));

    private Contexto Como(PersonaId persona, RelojDeRepeticion reloj) => new(persona, almacen, reloj);

    private T Exigir<T>(Result<T> resultado, Hecho hecho)
    {
        Interlocked.Increment(ref _confirmaciones);
        return resultado.IsOk
            ? resultado.Value
            : throw new PasoRechazadoException($"línea {hecho.Linea}, columna 1, acta {hecho.Id.Nombre}: {resultado.Rechazo.Mensaje} ({resultado.Rechazo.Codigo})");
    }
}
