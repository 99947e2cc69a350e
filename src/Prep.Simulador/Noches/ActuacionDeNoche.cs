using Prep.Datos;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion;
using Prep.Operacion.Acopio;
using Prep.Operacion.Captura;
using Prep.Operacion.Digitalizacion;
using Prep.Operacion.Identificacion;
using Prep.Simulador.Repeticion;

namespace Prep.Simulador.Noches;

/// <summary>Plays the facts of a night through the use cases, each at its own instant, in the order given.</summary>
/// <remarks>In a repetición each captor works on the acta of the script; elsewhere on the one that the queue gives, typing what its image shows.</remarks>
/// <param name="dibujo">Bytes of an image by its name; null plays its hash alone, which only a repetición accepts.</param>
public sealed class ActuacionDeNoche(Noche noche, Almacen almacen, Func<string, ReadOnlyMemory<byte>>? dibujo = null)
{
    private readonly Dictionary<string, long> _imagenes = [];
    private readonly Dictionary<string, ActaDeNoche> _porCodigo = [];
    private readonly Dictionary<ActaId, ActaDeNoche> _papeles = noche.Actas.ToDictionary(a => a.Acta.Id);
    private readonly Dictionary<string, ActaDeNoche> _porImagen = noche.Actas.ToDictionary(a => Noche.Imagen(a.Acta.Id));
    private readonly Dictionary<ActaId, int> _rondas = [];

    /// <summary>Captures that found nothing to do in the queue.</summary>
    public int Ociosas { get; private set; }

    /// <exception cref="InvalidOperationException">A use case refused a fact: the night is not possible.</exception>
    public async Task HacerAsync(HechoDeNoche hecho, CancellationToken ct)
    {
        switch (hecho)
        {
            case HechoDeNoche.BolsaRecibida b:
                var bolsa = new RegistrarBolsa.Request([new(b.Acta, Documento: b.Documento)], b.AcopioEn, b.Catd);
                Exigir(await RegistrarBolsa.EjecutarAsync(bolsa, Como("acopio", b), ct), b);
                break;
            case HechoDeNoche.ImagenRecibida i:
                await RecibirAsync(i, ct);
                break;
            case HechoDeNoche.ImagenIdentificada { Acta: { } acta } i:
                Exigir(await Identificar.EjecutarAsync(_imagenes[i.Imagen], acta, Como($"{i.Persona}", i), ct), i);
                break;
            case HechoDeNoche.ImagenIdentificada i:
                Exigir(await FueraDeCatalogo.EjecutarAsync(_imagenes[i.Imagen], i.Eleccion, Como($"{i.Persona}", i), ct), i);
                break;
            case HechoDeNoche.ActaCapturada c:
                await CapturarAsync(c, ct);
                break;
            case HechoDeNoche.SinActaPropuesta s:
                Exigir(await SinActa.ProponerAsync(new([s.Acta], s.Motivo), Como($"{s.Persona}", s), ct), s);
                break;
            case HechoDeNoche.SinActaConfirmada s:
                Exigir(await SinActa.ConfirmarAsync(new([s.Acta], s.Motivo), Como($"{s.Persona}", s), ct), s);
                break;
        }
    }

    private async Task RecibirAsync(HechoDeNoche.ImagenRecibida i, CancellationToken ct)
    {
        var bytes = dibujo?.Invoke(i.Imagen) ?? ReadOnlyMemory<byte>.Empty;
        var forma = i.Acta is null ? FormaDeIdentificar.Ninguna : FormaDeIdentificar.Qr;
        var peticion = new RecibirImagen.Request(bytes, i.Origen, i.Medio, i.Acta, forma, i.Documento, i.AcopioEn, dibujo is null ? noche.Codigo(i.Imagen) : null);
        var recibida = Exigir(await RecibirImagen.EjecutarAsync(peticion, Como("digitalizacion", i), ct), i);
        _imagenes[i.Imagen] = recibida.Imagen;
        if (_porImagen.TryGetValue(i.Imagen, out var papel))
        {
            _porCodigo[recibida.Codigo.Hex] = papel;
        }
    }

    private async Task CapturarAsync(HechoDeNoche.ActaCapturada c, CancellationToken ct)
    {
        var yo = Como($"captura-{c.Persona}", c);
        var tomada = await TomarActa.EjecutarAsync(yo, ct, yo.EsRepeticion ? c.Acta : null);
        if (!tomada.IsOk && tomada.Rechazo == RechazosDeActa.ColaVacia && !yo.EsRepeticion)
        {
            Ociosas++;
            return;
        }

        var turno = Exigir(tomada, c);
        var papel = yo.EsRepeticion ? _papeles[c.Acta] : _porCodigo[turno.Imagen];
        var ronda = _rondas[papel.Acta.Id] = _rondas.GetValueOrDefault(papel.Acta.Id) + 1;
        var campos = HechosDeNoche.Escritos(papel, ronda);
        Exigir(await CapturarActa.EjecutarAsync(new(turno.Turno, ClaveEscrita.De(papel.Acta.Casilla), [.. turno.Campos.Select(f => campos[f.Campo])]), yo, ct), c);
    }

    private Contexto Como(string persona, HechoDeNoche hecho) => new(new($"noche-{persona}"), almacen, new RelojDeRepeticion(hecho.En));

    private static T Exigir<T>(Result<T> resultado, HechoDeNoche hecho) => resultado.IsOk
        ? resultado.Value
        : throw new InvalidOperationException($"{hecho}: {resultado.Rechazo.Codigo}: {resultado.Rechazo.Mensaje}");
}
