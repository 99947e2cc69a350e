using Prep.Dominio.Actas;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Dominio.Contabilizacion;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Formatos;

namespace Prep.Medidas;

/// <summary>A lone database of the size of the country: 171,000 rows of 79 columns, made by the product's own writer.</summary>
public static class BaseNacional
{
    private const int Renglones = 171_000;
    private const int Columnas = 79;
    private const int Distritos = 300;

    public static void Escribir(string ruta)
    {
        var formato = Formato.PorOmision;
        var contendientes = Columnas - BaseDeDatos.NombresDeColumnas(formato, Eleccion(0, [])).Count();
        var eleccion = Eleccion(contendientes, [.. Enumerable.Range(0, Renglones).Select(Acta)]);
        var apertura = new DateTimeOffset(2024, 6, 3, 0, 0, 0, TimeSpan.Zero);
        var zona = TimeZoneInfo.FindSystemTimeZoneById("America/Mexico_City");
        var proceso = new Proceso("nacional", "Nacional", ClaseDeProceso.Repeticion, new(20, "OAXACA", "OAX"), 2024, CalendarioDelPrep.DeRepeticion(apertura, apertura.AddHours(26), zona), [eleccion]);
        var azar = new Random(79);
        var corte = new CorteDeEleccion(eleccion, apertura.AddHours(25), false, [.. eleccion.Actas.Select(a => Registro(a, eleccion, apertura, azar))], [], []);
        using var destino = new FileStream(ruta, FileMode.Create);
        BaseDeDatos.Escribir(formato, new(proceso, CorteId.De(corte.InstanteEn, zona), corte.InstanteEn, false, [corte]), corte, Resultados.De(corte), destino);
    }

    private static Eleccion Eleccion(int contendientes, IReadOnlyList<ActaEsperada> actas)
    {
        int[] todos = [.. Enumerable.Range(0, contendientes)];
        var areas = Enumerable.Range(1, Distritos).Select(d => new Area(
            new($"{d:000}"), $"DISTRITO {d}", TipoDeArea.Distrito, new("boleta", todos), [.. todos.Select(c => new Candidatura($"P{c + 1}", [c]))]));
        return new(new("dip_fed"), TipoDeEleccion.Diputaciones, "DIPUTACIONES", "DIP", AjustesDeEleccion.PorOmision,
            [.. todos.Select(c => new Contendiente.Partido($"P{c + 1}", $"P{c + 1}"))], [.. areas], actas);
    }

    private static ActaEsperada Acta(int i)
    {
        var (distrito, seccion, numero) = ((i * (long)Distritos / Renglones) + 1, (i / 20 % 9999) + 1, (i % 20) + 1);
        var clave = $"{(i / 199_980) + 20:00}{seccion:0000}C{numero:00}00";
        var casilla = new Casilla(clave, $"{seccion:0000}", TipoDeCasilla.Contigua, $"{numero:00}", "00", Ubicacion.Urbana, null, 700, 20);
        return new(new(new("dip_fed"), new($"{distrito:000}"), clave + "2"), casilla, "2", Principio.Ambos, "D");
    }

    private static RegistroDeActa Registro(ActaEsperada acta, Eleccion eleccion, DateTimeOffset apertura, Random azar)
    {
        var votos = Enumerable.Range(0, eleccion.Boleta(acta.Id).CamposDeVotos).Select(_ => Cantidad.Numero(azar.Next(14))).ToList();
        var suma = votos.Sum(v => v.Suma);
        var datos = new DatosDeActa(Cantidad.Numero(700 - suma), Cantidad.Numero(suma), Cantidad.Numero(azar.Next(9)), Cantidad.Numero(suma), votos, Cantidad.Numero(suma));
        var (codigo, acopio) = (new byte[32], apertura.AddSeconds(azar.Next(80_000)));
        azar.NextBytes(codigo);
        return new(acta.Id, 1, new Contenido.Capturada(datos), ReglaContabilizacion.Decidir(datos, acta.Casilla, eleccion.Ajustes),
            new(CodigoDeIntegridad.De(codigo), Origen.Casilla, Medio.Movil, Ajena: true), TiposDeDocumento.ActaPrep, acopio, acopio.AddMinutes(7), acopio.AddMinutes(11));
    }
}
