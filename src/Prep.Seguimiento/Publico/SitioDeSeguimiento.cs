using System.Text;
using Microsoft.AspNetCore.Components;
using Prep.Publicacion.Sitio;
using Prep.Seguimiento.Calendario;

namespace Prep.Seguimiento.Publico;

/// <summary>From the book to the files that anyone reads: pure functions, no disk.</summary>
public static class SitioDeSeguimiento
{
    /// <summary>What is of all programmes (where one enters, what the site of the results takes, what the pages use), and the pages and open data of some.</summary>
    /// <param name="programas">Those to draw. Of the rest of the context only its day and its site count: no programme changes the pages of another.</param>
    public static async Task<IReadOnlyList<ArchivoPublicado>> ArchivosAsync(ContextoPublico contexto, IEnumerable<Programa> programas, CancellationToken ct)
    {
        List<ArchivoPublicado> archivos = [.. contexto.RecursosPropios, await InicioAsync(contexto), DatosDeDifusores.ParaElSitio(contexto.Programas)];
        foreach (var programa in programas)
        {
            ct.ThrowIfCancellationRequested();
            archivos.AddRange(await DelProgramaAsync(contexto, programa));
        }

        return archivos;
    }

    // One programme needs no choice; its own address is the same when there are more.
    private static Task<ArchivoPublicado> InicioAsync(ContextoPublico contexto) => contexto.Programas is [var unico]
        ? PaginaAsync<PortadaPublica>(new(contexto, HojaPublica.Inicio, SeccionDelSitio.Todas[0].Titulo(contexto.Sitio.Idioma), unico))
        : PaginaAsync<ProgramasPublicos>(new(contexto, HojaPublica.Inicio, contexto.Sitio.Idioma["preparativos.programas.titulo"]));

    private static async Task<IEnumerable<ArchivoPublicado>> DelProgramaAsync(ContextoPublico contexto, Programa programa)
    {
        var partes = SeccionDelSitio.Todas.Where(s => s.Hay(programa)).ToList();
        var tablas = partes.SelectMany(s => s.Tablas(contexto, programa)).ToList();
        List<ArchivoPublicado> archivos = [new(HojaPublica.De(programa, SeccionDelSitio.Calendario), Encoding.UTF8.GetBytes(CalendarioIcs.Escribir(programa, publico: true)))];
        foreach (var parte in partes)
        {
            HojaPublica hoja = new(contexto, HojaPublica.De(programa, parte.Archivo), parte.Titulo(contexto.Sitio.Idioma), programa) { Datos = parte.Tablas(contexto, programa).FirstOrDefault() };
            archivos.Add(await parte.DibujarAsync(hoja));
        }

        return archivos.Concat(tablas.SelectMany(t => new ArchivoPublicado[] { new(HojaPublica.De(programa, t.Json), t.EnJson(programa)), new(HojaPublica.De(programa, t.Csv), t.EnCsv()) }));
    }

    internal static Task<ArchivoPublicado> PaginaAsync<TPagina>(HojaPublica hoja)
        where TPagina : IComponent => Dibujo.PaginaAsync<TPagina>(hoja.Ruta, [("Hoja", hoja)]);
}
