using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Simulador.Noches;

/// <summary>Decides what happens to each acta of a process: whether there is one, what it says, who handles it and when.</summary>
internal sealed class GuionDeNoche(Proceso proceso, int semilla, OpcionesDeNoche opciones)
{
    // Minutes from the opening, Oaxaca 2022, whose operation lasted 26 hours: other calendars stretch the curves.
    private const double MinutosDe2022 = 1560;

    private static readonly (double, double)[] DeTelefono =
        [(0, 25), (0.01, 52), (0.05, 72), (0.1, 84), (0.25, 108), (0.5, 149), (0.75, 215), (0.9, 305), (0.95, 355), (0.99, 490), (1, 1035)];

    private static readonly (double, double)[] DeCatd =
        [(0, 60), (0.01, 125), (0.05, 173), (0.1, 207), (0.25, 261), (0.5, 382), (0.75, 549), (0.9, 729), (0.95, 782), (0.99, 1021), (1, 1380)];

    private static readonly (double, double)[] DeNoInstalada = [(0, 60), (0.5, 300), (0.9, 700), (1, 1200)];

    private static readonly (string, double)[] Copias = [(TiposDeDocumento.CopiaDelConsejo, 15), (TiposDeDocumento.CopiaDeRepresentantesEnConsejo, 13), (TiposDeDocumento.CopiaDeRepresentantes, 9)];

    private readonly double _escala = (proceso.Calendario.UltimaActualizacionEn - proceso.Calendario.AperturaEn).TotalMinutes / MinutosDe2022;

    public IEnumerable<ActaDeNoche> Actas(Eleccion eleccion)
    {
        var areas = eleccion.Areas.ToDictionary(a => a.Id, a => (
            Pesos: opciones.Votos.Pesos(eleccion, a, semilla),
            Participacion: opciones.Votos.Participacion(eleccion, a, semilla),
            Telefonos: opciones.Telefonos.Desde + ((opciones.Telefonos.Hasta - opciones.Telefonos.Desde) * Suerte.De(semilla, eleccion.Id.Valor, a.Id.Clave, "telefonos").Unidad())));
        foreach (var acta in eleccion.Actas)
        {
            var suerte = Suerte.De(semilla, eleccion.Id.Valor, acta.Area.Clave, acta.Id.Nombre);
            var (pesos, participacion, telefonos) = areas[acta.Area];
            if (SinActa(acta, suerte) is { } sinActa)
            {
                yield return sinActa;
            }
            else if (!suerte.Ocurre(opciones.NoLlegan))
            {
                yield return Capturada(eleccion, acta, PapelDeNoche.Escribir(acta, eleccion.Ajustes, pesos, participacion, opciones, suerte), telefonos, suerte);
            }
        }
    }

    public IEnumerable<AjenaDeNoche> Ajenas(Eleccion eleccion)
    {
        var suerte = Suerte.De(semilla, eleccion.Id.Valor, "fuera de catálogo");
        var cuantas = (int)Math.Round(eleccion.Actas.Count * opciones.FueraDeCatalogo);
        return Enumerable.Range(1, cuantas).Select(i =>
        {
            var origen = suerte.Ocurre(0.5) ? Origen.Casilla : Origen.Catd;
            var acopio = Desde(suerte.Curva(origen == Origen.Casilla ? DeTelefono : DeCatd));
            return new AjenaDeNoche(eleccion.Id, i, origen, acopio, Tras(acopio, 5 + suerte.LogNormal(15, 60)), Personas(suerte));
        });
    }

    // "Casilla no instalada" is a fact of the casilla: the same in every election and in both actas of an especial.
    private ActaDeNoche? SinActa(ActaEsperada acta, Suerte suerte)
    {
        var casilla = Suerte.De(semilla, acta.Casilla.Clave, "instalada");
        var noInstalada = casilla.Ocurre(opciones.CasillasNoInstaladas);
        if (!noInstalada && !suerte.Ocurre(opciones.OtrasSinActa))
        {
            return null;
        }

        var motivo = noInstalada ? MotivoSinActa.CasillaNoInstalada : suerte.Ocurre(0.7) ? MotivoSinActa.PaqueteEntregadoSinBolsa : MotivoSinActa.PaqueteNoEntregado;
        var propuesta = Desde((noInstalada ? casilla : suerte).Curva(DeNoInstalada));
        var confirmada = Tras(propuesta, suerte.LogNormal(8, 40));
        return new(acta, null, motivo, Origen.Catd, "", false, propuesta, propuesta, propuesta, confirmada, [], Personas(suerte));
    }

    private ActaDeNoche Capturada(Eleccion eleccion, ActaEsperada acta, DatosDeActa datos, double telefonos, Suerte suerte)
    {
        var origen = suerte.Ocurre(telefonos) ? Origen.Casilla : Origen.Catd;
        var acopio = Desde(suerte.Curva(origen == Origen.Casilla ? DeTelefono : DeCatd));
        var espera = suerte.LogNormal(opciones.AcopioACaptura.Mediana, opciones.AcopioACaptura.P95);
        var recibida = Tras(acopio, espera * 0.3 * suerte.Unidad());
        var captura = Tras(acopio, espera);
        var verificada = Tras(captura, suerte.LogNormal(opciones.CapturaAVerificacion.Mediana, opciones.CapturaAVerificacion.P95));
        var bolsa = origen == Origen.Casilla && suerte.Ocurre(0.97) ? Tras(acopio, 45 + suerte.LogNormal(180, 700)) : (DateTimeOffset?)null;
        return new(acta, datos, null, origen, Documento(acta, origen, suerte), !suerte.Ocurre(opciones.SinEtiqueta), acopio, recibida, captura, verificada,
            Errores(eleccion.Boleta(acta.Id), datos, suerte), Personas(suerte), bolsa,
            bolsa is { } b && suerte.Ocurre(opciones.Duplicadas) ? Tras(b > verificada ? b : verificada, 12) : null);
    }

    private static string Documento(ActaEsperada acta, Origen origen, Suerte suerte) => acta.Casilla.Tipo switch
    {
        TipoDeCasilla.MesaEnElExtranjero => TiposDeDocumento.MesaEnElExtranjero,
        TipoDeCasilla.VotoAnticipado => TiposDeDocumento.VotoAnticipado,
        TipoDeCasilla.PrisionPreventiva => TiposDeDocumento.PrisionPreventiva,
        TipoDeCasilla.UrnaElectronica => TiposDeDocumento.UrnaElectronica,
        _ => suerte.Ocurre(origen == Origen.Catd ? 0.018 : 0.0013) ? suerte.Una(Copias) : TiposDeDocumento.ActaPrep,
    };

    private List<(int, int, Cantidad)> Errores(Boleta boleta, DatosDeActa datos, Suerte suerte)
    {
        var errores = new List<(int Ronda, int Campo, Cantidad)>();
        for (var ronda = 1; ronda <= 2; ronda++)
        {
            var campo = suerte.Entero(boleta.CamposDeVotos + 5);
            var bueno = datos.Campos[campo];
            if (suerte.Ocurre(opciones.ErroresDeCaptura) && !bueno.EsNoAplica && errores.TrueForAll(e => e.Campo != campo))
            {
                errores.Add((ronda, campo, MalEscrita(bueno, suerte)));
            }
        }

        return errores;
    }

    // A digit more, a digit less, one changed, or a word for a number: what fingers do.
    private static Cantidad MalEscrita(Cantidad bueno, Suerte suerte) => (bueno.Valor ?? -1, suerte.Entero(4)) switch
    {
        (-1, _) => Cantidad.Numero(suerte.Entero(10)),
        (0, 0) => Cantidad.SinDato,
        (var v, 0) => Cantidad.Numero(v / 10),
        ( < 1000 and var v, 1) => Cantidad.Numero((v * 10) + 1 + suerte.Entero(9)),
        (_, 2) => Cantidad.Ilegible,
        (var v, _) => Cantidad.Numero(v - (v % 10) + ((v + 1 + suerte.Entero(9)) % 10)),
    };

    private int[] Personas(Suerte suerte)
    {
        var cuantos = Math.Max(4, opciones.Capturistas);
        var primera = suerte.Entero(cuantos);
        var segunda = (primera + 1 + suerte.Entero(cuantos - 1)) % cuantos;
        var tercera = suerte.Entero(cuantos);
        while (tercera == primera || tercera == segunda)
        {
            tercera = (tercera + 1) % cuantos;
        }

        return [primera, segunda, tercera];
    }

    private DateTimeOffset Desde(double minutosDe2022) => Tras(proceso.Calendario.AperturaEn, minutosDe2022);

    // Whole seconds, as the files publish them, and at least one after the other.
    private DateTimeOffset Tras(DateTimeOffset instante, double minutos) => instante.AddSeconds(Math.Max(1, Math.Floor(minutos * _escala * 60)));
}
