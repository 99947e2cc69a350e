using Prep.Dominio.Actas;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;
using Prep.Dominio.Cortes;

namespace Prep.Publicacion.Tests.Ejemplos;

/// <summary>
/// A small process with every case that a page must bear: coalition, independent, especial with MR and RP actas, mesa without area,
/// each observation, sin acta, fuera de catálogo, a second version, an area without actas, names that HTML must escape.
/// </summary>
internal static class CorteDeEjemplo
{
    public static readonly TimeZoneInfo Zona = TimeZoneInfo.FindSystemTimeZoneById("America/Mexico_City");

    /// <summary>2 June 2024, 20:00 in Oaxaca.</summary>
    public static readonly DateTimeOffset Inicio = new(2024, 6, 3, 2, 0, 0, TimeSpan.Zero);

    public static Proceso Proceso(ClaseDeProceso clase = ClaseDeProceso.Jornada, string nombre = "Elecciones de Ejemplo <2024> & \"más\"") => new(
        "ejemplo-2024", nombre, clase, new(20, "OAXACA", "OAX"), 2024,
        CalendarioDelPrep.Crear(Inicio.AddHours(-2), Inicio.AddHours(-2), Inicio, Inicio.AddHours(24), TimeSpan.FromMinutes(20), Zona).Value,
        [Diputaciones(), Ayuntamientos()])
    {
        SistemasNormativos = [new("029", "Ñuu «Savi» & <Lomas>"), new("500", new string('X', 120))],
    };

    /// <summary>Nothing captured yet.</summary>
    public static Corte EnCeros(ClaseDeProceso clase = ClaseDeProceso.Jornada)
    {
        var proceso = Proceso(clase);
        return new(proceso, CorteId.De(Inicio, Zona), Inicio, false, [.. proceso.Elecciones.Select(e => CorteDeEleccion.EnCeros(e, Inicio))], Inicio.AddMinutes(20));
    }

    /// <summary>The first corte with data: all but the last acta of each election.</summary>
    public static Corte Primero(ClaseDeProceso clase = ClaseDeProceso.Jornada) => Con(Proceso(clase), Inicio, 1, ultimo: false);

    /// <summary>Twenty minutes later: one acta more in each election and a corrected version.</summary>
    public static Corte Segundo(Corte primero)
    {
        var instante = primero.InstanteEn.AddMinutes(20);
        return primero with
        {
            Id = CorteId.De(instante, Zona),
            InstanteEn = instante,
            SiguienteEn = instante.AddMinutes(20),
            Elecciones = [.. primero.Elecciones.Select(e => ConUnaMas(e, instante))],
        };
    }

    /// <summary>Everything captured, participation with especiales.</summary>
    public static Corte Ultimo(ClaseDeProceso clase = ClaseDeProceso.Jornada) => Con(Proceso(clase), Inicio.AddHours(24), 0, ultimo: true);

    private static Corte Con(Proceso proceso, DateTimeOffset instante, int faltan, bool ultimo) => new(
        proceso, CorteId.De(instante, Zona), instante, ultimo,
        [.. proceso.Elecciones.Select(e => DeEleccion(e, instante, faltan, ultimo, proceso.Clase == ClaseDeProceso.Repeticion))], ultimo ? null : instante.AddMinutes(20));

    private static CorteDeEleccion DeEleccion(Eleccion eleccion, DateTimeOffset instante, int faltan, bool ultimo, bool ajena)
    {
        var registros = eleccion.Actas
            .Select((a, i) => i >= eleccion.Actas.Count - faltan ? null : Registro(eleccion, a, i, instante.AddMinutes(-90 + i), ajena)).ToList();
        var fuera = new RegistroDeActa(new(eleccion.Id, AreaId.SinArea, "FC-0001"), 1, new Contenido.FueraDeCatalogo(), ReglaContabilizacion.FueraDeCatalogo,
            Imagen(999, ajena), "ACTA PREP", instante.AddMinutes(-30), null, instante.AddMinutes(-30));
        return new(eleccion, instante, ultimo, registros, [fuera], [.. registros.OfType<RegistroDeActa>(), fuera]);
    }

    private static CorteDeEleccion ConUnaMas(CorteDeEleccion antes, DateTimeOffset instante)
    {
        var eleccion = antes.Eleccion;
        var ultima = eleccion.Actas.Count - 1;
        var nueva = Registro(eleccion, eleccion.Actas[ultima], ultima, instante.AddMinutes(-5), false);
        var datos = antes.Registros[0]!.Datos!;
        var corregida = antes.Registros[0]! with
        {
            Version = 2,
            VerificadaEn = instante.AddMinutes(-4),
            Contenido = new Contenido.Capturada(new(datos.Sobrantes, datos.Personas, datos.Representantes, datos.Sacados, [Cantidad.Numero(datos.Votos[0].Suma + 5), .. datos.Votos.Skip(1)], datos.Campos[^1])),
            Motivo = MotivoDeVersion.Cotejo,
        };
        return antes with { InstanteEn = instante, Registros = [corregida, .. antes.Registros.Skip(1).SkipLast(1), nueva], Agregadas = [corregida, nueva] };
    }

    // The place of the acta decides its case, so that every run gives the same corte.
    private static RegistroDeActa Registro(Eleccion eleccion, ActaEsperada acta, int i, DateTimeOffset en, bool ajena)
    {
        if (i == 3)
        {
            var motivo = MotivoSinActa.CasillaNoInstalada;
            return new(acta.Id, 1, new Contenido.SinActa(motivo), ReglaContabilizacion.Decidir(motivo), null, "", null, null, en);
        }

        var boleta = eleccion.Boleta(acta.Id);
        var votos = Enumerable.Range(0, boleta.CamposDeVotos).Select(c => i switch
        {
            4 when c == 1 => Cantidad.Ilegible,
            4 when c == 2 => Cantidad.SinDato,
            5 => Cantidad.SinDato,
            6 when c == 0 => Cantidad.Numero(2000),
            _ => Cantidad.Numero(10 + (i * 7 + c * 13) % 60),
        }).ToList();
        var suma = votos.Sum(v => v.Suma);
        var datos = acta.Casilla.Tipo.EsMesaEspecial()
            ? new DatosDeActa(Cantidad.NoAplica, Cantidad.NoAplica, Cantidad.NoAplica, Cantidad.NoAplica, votos, Cantidad.Numero(suma))
            : new DatosDeActa(Cantidad.Numero(300), Cantidad.Numero(suma), Cantidad.Numero(6), Cantidad.Ilegible, votos, Cantidad.Numero(TotalAsentado));
        return new(acta.Id, 1, new Contenido.Capturada(datos), ReglaContabilizacion.Decidir(datos, acta.Casilla, eleccion.Ajustes),
            Imagen(i, ajena), "ACTA PREP", en.AddMinutes(-20), en.AddMinutes(-8), en);
    }

    /// <summary>What every ordinary acta says as its written total: a number that nothing else gives, to find it where it must not be.</summary>
    public const int TotalAsentado = 9753;

    private static ImagenDeActa Imagen(int i, bool ajena) =>
        new(CodigoDeIntegridad.De(BitConverter.GetBytes(i)), i % 2 == 0 ? Origen.Casilla : Origen.Catd, i % 2 == 0 ? Medio.Movil : Medio.Escaner, Ajena: ajena);

    private static Eleccion Diputaciones()
    {
        var id = new EleccionId("dip_loc");
        Contendiente[] columnas =
        [
            new Contendiente.Partido("PAN", "PAN", "Partido Acción Nacional", "#005aa9"),
            new Contendiente.Partido("PRI", "PRI", "Partido Revolucionario Institucional", "#d21f2b"),
            new Contendiente.Partido("MORENA", "MORENA", "Morena", "javascript:alert(1)"),
            new Contendiente.Combinacion("C_PAN_PRI", "C_PAN_PRI", [0, 1]),
            new Contendiente.Independiente("CI_01", "CI_01", "Juana <b>O'Hara</b> & \"Cía\""),
        ];
        Boleta conCoalicion = new("d1", [0, 1, 2, 3]), sinCoalicion = new("d2", [0, 1, 2, 4]);
        Area[] areas =
        [
            new(new("001"), "San Juan \"Centro\" & <Anexas>", TipoDeArea.Distrito, conCoalicion,
                [new("C_PAN_PRI", [0, 1, 3], "ANA <script>alert(1)</script>"), new("MORENA", [2], "BETO")]),
            new(new("002"), "Putla", TipoDeArea.Distrito, sinCoalicion,
                [new("PAN", [0], "CELIA"), new("PRI", [1], "DARÍO"), new("MORENA", [2], "EVA"), new("CI_01", [4], "Juana <b>O'Hara</b>")]),
            new(AreaId.SinArea, "", TipoDeArea.SinArea, sinCoalicion, [new("PAN", [0]), new("PRI", [1]), new("MORENA", [2]), new("CI_01", [4])]),
        ];
        var municipio = new Municipio("067", "Oaxaca & <Juárez>");
        List<ActaEsperada> actas = [];
        foreach (var (area, secciones) in new[] { ("001", new[] { "0001", "0002" }), ("002", ["0003", "0004"]) })
        {
            foreach (var seccion in secciones)
            {
                Agregar(actas, id, new(area), seccion, TipoDeCasilla.Basica, "3", Principio.Ambos, municipio);
                Agregar(actas, id, new(area), seccion, TipoDeCasilla.Contigua, "3", Principio.Ambos, municipio);
            }
        }

        Agregar(actas, id, new("001"), "0002", TipoDeCasilla.Especial, "3EMR", Principio.MayoriaRelativa, municipio);
        Agregar(actas, id, new("001"), "0002", TipoDeCasilla.Especial, "3ERP", Principio.RepresentacionProporcional, municipio);
        Agregar(actas, id, AreaId.SinArea, "", TipoDeCasilla.VotoAnticipado, "3", Principio.Ambos, null);
        Agregar(actas, id, new("002"), "0005", TipoDeCasilla.Basica, "3", Principio.Ambos, new("029", "Ñuu «Savi» & <Lomas>"));
        return new(id, TipoDeEleccion.Diputaciones, "DIPUTACIONES LOCALES", "DIP_LOC", AjustesDeEleccion.PorOmision, columnas, areas, actas)
        {
            Mapa = new(1000, 700, [new(new("001"), "M0 0l0 700 500 0 0-700z"), new(new("002"), "M500 0l0 700 500 0 0-700z")]),
        };
    }

    private static Eleccion Ayuntamientos()
    {
        var id = new EleccionId("ayun");
        Contendiente[] columnas =
        [
            new Contendiente.Partido("PT", "PT", "Partido del Trabajo"),
            new Contendiente.CandidaturaComun("CC_PT_NA", "CC_PT_NA", [0, 2], ModoDeCandidaturaComun.EmblemasYCombinaciones, RepartoDeCandidaturaComun.Igualitario, []),
            new Contendiente.Partido("NA", "NA", "Nueva Alianza"),
        ];
        Area[] areas =
        [
            new(new("067"), "Oaxaca de Juárez", TipoDeArea.Municipio, new("m67", [0, 1, 2]), [new("PT_NA", [0, 1, 2])]),
            new(new("247"), "Capulálpam", TipoDeArea.Municipio, new("m247", [0, 2]), [new("PT", [0]), new("NA", [2])]),
            new(new("300"), "Sin casillas todavía", TipoDeArea.Municipio, new("m300", [0]), [new("PT", [0])]),
        ];
        List<ActaEsperada> actas = [];
        foreach (var (area, seccion) in new[] { ("067", "0001"), ("067", "0002"), ("247", "0900"), ("247", "0901") })
        {
            Agregar(actas, id, new(area), seccion, TipoDeCasilla.Basica, "4", Principio.Ambos, null);
            Agregar(actas, id, new(area), seccion, TipoDeCasilla.Contigua, "4", Principio.Ambos, null);
        }

        return new(id, TipoDeEleccion.Ayuntamientos, "AYUNTAMIENTOS", "AYUN", AjustesDeEleccion.PorOmision, columnas, areas, actas)
        {
            Mapa = new(1000, 700, [new(new("067"), "M0 0l0 700 300 0 0-700z"), new(new("300"), "M300 0l0 700 300 0 0-700z")], "M600 0l0 700 400 0 0-700z"),
        };
    }

    private static void Agregar(List<ActaEsperada> actas, EleccionId eleccion, AreaId area, string seccion, TipoDeCasilla tipo, string tipoActa, Principio principio, Municipio? municipio)
    {
        var clave = $"20{(seccion.Length > 0 ? seccion : "0000")}{tipo.Letra()}0100";
        var mesa = tipo.EsMesaEspecial();
        var casilla = new Casilla(clave, seccion, tipo, mesa ? "" : "01", "00", Ubicacion.Urbana, municipio,
            tipo == TipoDeCasilla.Especial ? 0 : 700, mesa ? null : 14, tipo == TipoDeCasilla.Especial ? 1000 : null);
        actas.Add(new(new(eleccion, area, clave + tipoActa), casilla, tipoActa, principio));
    }
}
