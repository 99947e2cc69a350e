using Prep.Dominio.Actas;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;
using Prep.Dominio.Cortes;

namespace Prep.Publicacion.Tests.Paquete;

/// <summary>A small process with two elections and a night played from a seed: cortes of any size, always the same bytes.</summary>
public sealed class NocheSintetica
{
    private static readonly DateTimeOffset Inicio = new(2024, 6, 3, 2, 0, 0, TimeSpan.Zero);
    private readonly RegistroDeActa?[][] _registros;
    private readonly List<RegistroDeActa>[] _fuera;
    private readonly Random _azar;
    private readonly bool _extrema;
    private int _siguiente;

    public NocheSintetica(int distritos = 3, int casillasPorDistrito = 20, int semilla = 7, bool conImagenes = false, ClaseDeProceso clase = ClaseDeProceso.Repeticion, bool soloUna = false, bool extrema = false)
    {
        _extrema = extrema;
        _azar = new Random(semilla);
        ConImagenes = conImagenes;
        var zona = TimeZoneInfo.FindSystemTimeZoneById("America/Mexico_City");
        Eleccion[] elecciones = extrema
            ? [EleccionExtrema.Crear("dip_loc", TipoDeEleccion.Diputaciones), EleccionExtrema.Crear("ayun", TipoDeEleccion.Ayuntamientos)]
            : [Crear("dip_loc", TipoDeEleccion.Diputaciones, distritos, casillasPorDistrito), Crear("ayun", TipoDeEleccion.Ayuntamientos, distritos, casillasPorDistrito)];
        Proceso = new("sintetico-2024", "Proceso sintético", clase, new(20, "OAXACA", "OAX"), 2024,
            CalendarioDelPrep.DeRepeticion(Inicio.AddHours(-2), Inicio.AddHours(24), zona), soloUna ? elecciones[..1] : elecciones);
        _registros = [.. Proceso.Elecciones.Select(e => new RegistroDeActa?[e.Actas.Count])];
        _fuera = [.. Proceso.Elecciones.Select(_ => new List<RegistroDeActa>())];
    }

    public Proceso Proceso { get; }

    public bool ConImagenes { get; }

    /// <summary>A JPEG that every image begins with, for whoever looks at them: what follows its end is not drawn.</summary>
    public byte[] Dibujo { get; init; } = [];

    public Dictionary<string, byte[]> Imagenes { get; } = [];

    public ValueTask<byte[]?> Fuente(CodigoDeIntegridad codigo, CancellationToken ct) => ValueTask.FromResult(Imagenes.GetValueOrDefault(codigo.Hex));

    /// <summary>The corte number <paramref name="numero"/> (20 minutes apart), with <paramref name="nuevas"/> more actas in each election.</summary>
    public Corte Corte(int numero, int nuevas, bool ultimo = false)
    {
        var instante = Inicio.AddMinutes(20 * numero);
        var elecciones = Proceso.Elecciones.Select((eleccion, e) =>
        {
            var agregadas = new List<RegistroDeActa>();
            for (var n = 0; n < nuevas; n++)
            {
                var i = (_siguiente + n) % eleccion.Actas.Count;
                agregadas.Add(_registros[e][i] = Registro(eleccion, eleccion.Actas[i], (_registros[e][i]?.Version ?? 0) + 1, instante));
            }

            if (numero == 1)
            {
                var fuera = FueraDeCatalogo(eleccion, instante);
                _fuera[e].Add(fuera);
                agregadas.Add(fuera);
            }

            return new CorteDeEleccion(eleccion, instante, ultimo, [.. _registros[e]], [.. _fuera[e]], agregadas);
        }).ToList();
        _siguiente += nuevas;
        return new(Proceso, CorteId.De(instante, Proceso.Calendario.Zona), instante, ultimo, elecciones, ultimo ? null : instante.AddMinutes(20), new string('0', 64));
    }

    private RegistroDeActa Registro(Eleccion eleccion, ActaEsperada acta, int version, DateTimeOffset instante)
    {
        var dado = _extrema ? 50 : _azar.Next(100);
        var (acopio, captura, verificada) = (instante.AddMinutes(-15), instante.AddMinutes(-9).AddSeconds(_azar.Next(60)), instante.AddMinutes(-3));
        if (dado < 3)
        {
            return new(acta.Id, version, new Contenido.SinActa(MotivoSinActa.PaqueteNoEntregado), ReglaContabilizacion.Decidir(MotivoSinActa.PaqueteNoEntregado),
                null, "", null, null, verificada);
        }

        var boleta = eleccion.Boleta(acta.Id);
        var votos = Enumerable.Range(0, boleta.CamposDeVotos)
            .Select(_ => dado < 8 && _azar.Next(4) == 0 ? Cantidad.Ilegible : dado < 12 && _azar.Next(4) == 0 ? Cantidad.SinDato : Cantidad.Numero(_extrema ? EleccionExtrema.Votos(acta.Area, _azar) : _azar.Next(dado > 97 ? 400 : 60)))
            .ToList();
        var datos = new DatosDeActa(Cantidad.Numero(_azar.Next(300)), Cantidad.Numero(_azar.Next(400)), Cantidad.Numero(_azar.Next(6)), Cantidad.Numero(_azar.Next(400)), votos, Cantidad.Numero(votos.Sum(v => v.Suma)));
        return new(acta.Id, version, new Contenido.Capturada(datos), ReglaContabilizacion.Decidir(datos, acta.Casilla, eleccion.Ajustes),
            Imagen(), "ACTA PREP", acopio, captura, verificada)
        {
            Motivo = version > 1 ? (MotivoDeVersion)(version % 5) : null,
        };
    }

    private RegistroDeActa FueraDeCatalogo(Eleccion eleccion, DateTimeOffset instante) =>
        new(new(eleccion.Id, AreaId.SinArea, "FC-0001"), 1, new Contenido.FueraDeCatalogo(), ReglaContabilizacion.FueraDeCatalogo, Imagen(), "ACTA PREP",
            instante.AddMinutes(-5), null, instante.AddMinutes(-5));

    private ImagenDeActa Imagen()
    {
        var bytes = new byte[ConImagenes ? 300 : 16];
        _azar.NextBytes(bytes);
        bytes = [.. Dibujo, .. bytes];
        var codigo = CodigoDeIntegridad.De(bytes);
        if (ConImagenes)
        {
            Imagenes[codigo.Hex] = bytes;
        }

        var movil = _azar.Next(2) == 0;
        return new(codigo, movil ? Origen.Casilla : Origen.Catd, movil ? Medio.Movil : Medio.Escaner, Ajena: !ConImagenes);
    }

    /// <summary>A square for each area, one beside the other.</summary>
    internal static Mapa Cuadros(IReadOnlyList<Area> areas) =>
        new(areas.Count * 100, 100, [.. areas.Select((a, i) => new Contorno(a.Id, $"M{i * 100} 0l100 0 0 100 -100 0z"))]);

    private static Eleccion Crear(string id, TipoDeEleccion tipo, int distritos, int casillas)
    {
        var eleccion = new EleccionId(id);
        var municipal = tipo == TipoDeEleccion.Ayuntamientos;
        Contendiente[] contendientes =
        [
            new Contendiente.Partido("PAN", "PAN", "Partido Acción Nacional", "#0057a8"), new Contendiente.Partido("PRI", "PRI", "Partido Revolucionario Institucional", "#00953b"),
            new Contendiente.Partido("PRD", "PRD"), new Contendiente.Partido("MORENA", "MORENA"),
            new Contendiente.Combinacion("PAN_PRI_PRD", "PAN_PRI_PRD", [0, 1, 2]), new Contendiente.Combinacion("PAN_PRI", "PAN_PRI", [0, 1]),
            new Contendiente.Independiente("CI_1", "CI_1"),
        ];
        var areas = Enumerable.Range(1, distritos).Select(d => new Area(
            new($"{d:000}"), $"ÁREA {d}", municipal ? TipoDeArea.Municipio : TipoDeArea.Distrito, new($"boleta-{d % 2}", d % 2 == 0 ? [0, 1, 2, 3, 4, 5, 6] : [0, 1, 2, 3]),
            d % 2 == 0
                ? [new("PAN_PRI_PRD", [0, 1, 2, 4, 5], "ANA PÉREZ", "EVA RUIZ"), new("MORENA", [3], "LUIS GIL", ""), new("CI_1", [6], "IRMA SOL", "")]
                : [new("PAN", [0], "JUAN DÍAZ", ""), new("PRI", [1]), new("PRD", [2]), new("MORENA", [3], "ROSA LUZ", "")])).ToList();
        var actas = new List<ActaEsperada>();
        for (var d = 1; d <= distritos; d++)
        {
            for (var c = 0; c < casillas; c++)
            {
                var seccion = $"{(d * 100) + (c / 2):0000}";
                var casilla = c % 2 == 0
                    ? new Casilla($"20{seccion}B0100", seccion, TipoDeCasilla.Basica, "01", "00", Ubicacion.Urbana, new($"{d:000}", $"MUNICIPIO {d}"), 650, 22)
                    : new Casilla($"20{seccion}{(c == 1 ? 'S' : 'C')}0100", seccion, c == 1 ? TipoDeCasilla.Especial : TipoDeCasilla.Contigua, "01", "00", Ubicacion.NoUrbana, new($"{d:000}", $"MUNICIPIO {d}"), c == 1 ? 0 : 640, 22);
                var tipoDeActa = municipal ? "4" : "3";
                actas.Add(new(new(eleccion, new($"{d:000}"), casilla.Clave + tipoDeActa), casilla, tipoDeActa, Principio.Ambos, "D"));
            }
        }

        return new(eleccion, tipo, municipal ? "AYUNTAMIENTOS" : "DIPUTACIONES LOCALES", municipal ? "AYUN" : "DIP_LOC", AjustesDeEleccion.PorOmision, contendientes, areas, actas) { Mapa = Cuadros(areas) };
    }
}
