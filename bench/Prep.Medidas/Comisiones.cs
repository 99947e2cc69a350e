using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Prep.Datos;
using Prep.Datos.Cuentas;
using Prep.Datos.Seguimiento;
using Prep.Datos.Tests;
using Prep.Dominio;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;
using Prep.Operacion.Preparacion;
using Prep.Operacion.Preparacion.Carpeta;
using Prep.Seguimiento;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Marco;
using Prep.Seguimiento.Observaciones;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Sesiones;
using Prep.Seguimiento.Tablero;

namespace Prep.Medidas;

/// <summary>The screens of the Commission with ten programmes in one book: 2,000 activities, 500 sessions, 20,000 documents; on both databases.</summary>
public static class Comisiones
{
    private const int Programas = 10;
    private const int Mirado = 7;
    private const int Actividades = 200;
    private const int Documentos = 2000;
    private const int Sesiones = 50;
    private const int Veces = 20;

    /// <summary>Not counted: a server of months is warm.</summary>
    private const int DeCalentar = 30;

    public static readonly DateTimeOffset Hoy = new(2024, 3, 15, 18, 0, 0, TimeSpan.Zero);

    public static async Task<IReadOnlyList<Toma>> TomarAsync(CancellationToken ct)
    {
        await using ClusterDePostgres cluster = new();
        return [.. await EnAsync("sqlite", null, ct), .. await EnAsync("postgres", await cluster.NuevaBaseAsync(), ct)];
    }

    private static async Task<IReadOnlyList<Toma>> EnAsync(string nombre, string? postgres, CancellationToken ct)
    {
        using var lugar = new Lugar();
        OpcionesDeAlmacen opciones = new(lugar.En("almacen"), postgres);
        RelojFijo reloj = new(Hoy);
        await using var almacen = await Almacen.AbrirAsync(opciones, reloj, ct);
        _ = (await CargarProceso.EjecutarAsync(LectorDeCarpeta.Leer(Lugar.Dato("oaxaca-2024")).Resultado.Value, new(new("medida"), almacen, reloj), ct)).Value;
        await using var cuentas = await AlmacenDeCuentas.AbrirAsync(opciones, reloj, ct);
        await using var seguimiento = await AlmacenDeSeguimiento.AbrirAsync(opciones, reloj, ct);
        var asientos = await LlenarAsync(seguimiento, reloj, ct);
        var primera = await Lapso.DeAsync(() => new LibroDeSeguimiento(seguimiento).LeerAsync(ct));
        await using var app = ServidorDeMedida.Crear("SECRETARIA_TECNICA", s => s.AddSingleton(cuentas).AddOperacion(almacen, reloj).AddSeguimiento(seguimiento).AddPantallas(RutasDeSeguimiento.Pantallas), a => a.MapSeguimiento());
        await app.StartAsync(ct);
        using var cliente = new HttpClient { BaseAddress = new(app.Urls.First()) };
        List<(string Ruta, Lapso Mediana, double P95, long Bytes)> tomadas = [];
        foreach (var ruta in Rutas())
        {
            List<Lapso> lapsos = [];
            var bytes = 0L;
            for (var vez = 0; vez < Veces + DeCalentar; vez++)
            {
                var lapso = await Lapso.DeAsync(async () => bytes = (await cliente.GetByteArrayAsync(ruta, ct)).Length);
                if (vez >= DeCalentar)
                {
                    lapsos.Add(lapso);
                }
            }

            tomadas.Add((ruta, Lapso.Mediana(lapsos), lapsos.Select(l => l.Segundos * 1000).Order().ElementAt(Veces * 95 / 100), bytes));
        }

        foreach (var (ruta, mediana, p95, bytes) in tomadas.OrderByDescending(t => t.P95))
        {
            await Console.Error.WriteLineAsync($"   {ruta,-60} {mediana.Segundos * 1000,7:N1} ms, p95 {p95,7:N1}, {bytes / 1000.0,7:N0} kB");
        }

        var peor = tomadas.MaxBy(t => t.P95);
        return
        [
            Toma.AloMas($"peor_pantalla_p95_{nombre}", peor.P95, "ms", 100),
            Toma.AloMas($"convocatoria_{nombre}", tomadas.Single(t => t.Ruta.Contains("/convocar", StringComparison.Ordinal)).Bytes / 1000.0, "kB", 60),
            Toma.Aparte($"primera_lectura_{nombre}", primera.Segundos * 1000, "ms", asientos, "asientos del libro"),
        ];
    }

    // Every part of a programme, and one of each thing that has a screen.
    private static IEnumerable<string> Rutas()
    {
        var programa = Clave(Mirado);
        return PestanasDelPrograma.Todas.Select(p => PestanasDelPrograma.Ruta(programa, p))
            .Prepend("/seguimiento")
            .Append(VerActividad.Ruta(programa, Actividad(3)))
            .Append(VerSesion.Ruta(programa, _sesion))
            .Append($"{VerSesiones.Ruta(programa)}/convocar?prevista={Uri.EscapeDataString("Séptima sesión ordinaria")}")
            .Append($"{VerTableroDelPrograma.Ruta(programa)}/entregables/8")
            .Append($"{VerTableroDelPrograma.Ruta(programa)}/informes/2024-01")
            .Append($"{VerTableroDelPrograma.Ruta(programa)}/informes/2024-01/pagina")
            .Append($"{VerTableroDelPrograma.Ruta(programa)}/informes/final/pagina");
    }

    // Any of those of the programme that is looked at: its number in the book.
    private static int _sesion;

    public static string Clave(int programa) => $"programa-{programa}";

    public static string Actividad(int numero) => $"a-{numero:000}";

    // The contents of a document, which tell it from all others.
    private static byte[] Contenido(string programa, int documento) => Encoding.UTF8.GetBytes($"%PDF {programa} {documento}");

    public static async Task<int> LlenarAsync(AlmacenDeSeguimiento almacen, TimeProvider reloj, CancellationToken ct)
    {
        var modelo = LectorDePrograma.Leer(Lugar.Dato("seguimiento/oaxaca-2023-2024")).Value;
        LibroDeSeguimiento libro = new(almacen);
        ContextoDeSeguimiento c = new("medida", "SECRETARIA_TECNICA", libro, reloj);
        var asientos = 0;
        for (var i = 0; i < Programas; i++)
        {
            var textos = modelo.Plan.Actividades;
            var definicion = modelo with
            {
                Id = Clave(i),
                Plan = modelo.Plan with { Actividades = [.. Enumerable.Range(0, Actividades).Select(a => textos[a % textos.Length] with { Id = Actividad(a), DependeDe = a >= textos.Length ? [Actividad(a - textos.Length)] : [] })] },
            };
            Suceso[] sucesos = [new ProgramaAbierto(definicion), .. Sucesos(definicion)];
            asientos += sucesos.Length;
            _ = (await libro.AnotarAsync(definicion.Id, c, (_, _) => sucesos, ct)).Value;
            IReadOnlyList<Suceso> convocadas = [.. Enumerable.Range(0, Sesiones).Select(n => Convocada(definicion, n))];
            var programa = (await libro.AnotarAsync(definicion.Id, c, (_, _) => convocadas.ToArray(), ct)).Value;
            Suceso[] celebradas = [.. programa.Sesiones.Todas.Keys.SelectMany(n => Celebrada(definicion, n))];
            _ = (await libro.AnotarAsync(definicion.Id, c, (_, _) => celebradas, ct)).Value;
            asientos += convocadas.Count + celebradas.Length;
            _sesion = i == Mirado ? programa.Sesiones.Todas.Keys.First() : _sesion;
        }

        return asientos;
    }

    /// <summary>The files of every document, as they were brought.</summary>
    public static void GuardarDocumentos(AlmacenDeSeguimiento almacen)
    {
        foreach (var contenido in Enumerable.Range(0, Programas).SelectMany(p => Enumerable.Range(0, Documentos).Select(d => Contenido(Clave(p), d))))
        {
            var ruta = almacen.Documentos.Ruta(CodigoDeIntegridad.De(contenido));
            Directory.CreateDirectory(Path.GetDirectoryName(ruta)!);
            File.WriteAllBytes(ruta, contenido);
        }
    }

    private static SesionConvocada Convocada(DefinicionDePrograma definicion, int numero)
    {
        var inicio = Hoy.AddDays(-numero * 3);
        return new(OrganoColegiado.Comision, TipoDeSesion.Extraordinaria, $"Sesión {numero}", null, inicio.AddDays(-3), inicio, "Sala de sesiones", "", [.. definicion.Plan.Actividades.Take(10).Select(a => new PuntoDelOrden(a.Texto, true, a.Id))], null);
    }

    private static IEnumerable<Suceso> Celebrada(DefinicionDePrograma definicion, int sesion)
    {
        ImmutableArray<Asistente> asisten = [.. definicion.Integrantes.Select(i => new Asistente(i.Persona!, i.Nombre, i.Cargo, i.Puesto, i.Puesto != "SECRETARIA_TECNICA", true))];
        Votacion unanime = new([.. asisten.Where(a => a.Vota).Select(a => new Voto(a.Clave, SentidoDelVoto.AFavor))], ResultadoDeVotacion.Aprobado, false);
        yield return new SesionAbierta(sesion, Hoy, asisten, false, 3, 2);
        for (var punto = 0; punto < 10; punto++)
        {
            yield return new PuntoVotado(sesion, punto, unanime);
            yield return new AcuerdoTomado(sesion, punto, OrganoColegiado.Comision, $"A{sesion}-{punto}", new(2024, 3, 1), "Se tiene por presentado el avance.", "Secretaría Técnica", new(2024, 4, 1));
        }

        yield return new SesionCerrada(sesion, Hoy);
    }

    private static IEnumerable<Suceso> Sucesos(DefinicionDePrograma definicion)
    {
        foreach (var (i, actividad) in definicion.Plan.Actividades.Index())
        {
            yield return new ActividadEnEstado(actividad.Id, EstadoDeActividad.EnCurso, "", null);
            yield return new ActividadEnEstado(actividad.Id, EstadoDeActividad.EnRevision, "Con observaciones del INE.", null);
            if (i % 3 != 0)
            {
                yield return new ActividadEnEstado(actividad.Id, EstadoDeActividad.Entregado, "", null);
            }

            yield return new ObservacionHecha(Asunto.De(actividad), "Falta la firma en el anexo.");
        }

        for (var i = 0; i < Documentos; i++)
        {
            var contenido = Contenido(definicion.Id, i);
            yield return new DocumentoEntregado(
                Asunto.De(definicion.Plan.Actividades[i % Actividades]), $"Documento {i}", $"documento-{i}.pdf", contenido.Length, CodigoDeIntegridad.De(contenido).Hex, ClaseDeDocumento.Evidencia, i % 10 == 0, i % 10 == 0 ? "Datos personales." : "");
        }
    }
}
