using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Hitos;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Marco;

namespace Prep.Seguimiento.Instalacion;

/// <summary>The Secretaría Técnica keeps in the book what the operation says now: of a test, of a simulacro, of the night.</summary>
/// <remarks>Fuente: spec §8.3, §9.5.</remarks>
public static class ConstatarOperacion
{
    private const int Largo = 2000;

    public sealed record Request(string Nota);

    internal static void Map(RouteGroupBuilder instalacion) => instalacion.MapPost("/constancias",
        async (string programa, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, LectorDeInstalacion lector, CancellationToken ct) =>
        {
            FormaDelPrograma forma = new("constancia", programa, campos, http, c);
            var lectura = await lector.LeerAsync(ct);
            return await forma.ResponderAsync((p, _) => Decidir(p, new(forma["nota"]), lectura), VerInstalacion.Ruta(programa), "Quedó la constancia.",
                (devuelto, rechazo) => VerInstalacion.PintarAsync(programa, devuelto, rechazo, c, lector, ct), ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);

    /// <returns><c>sin_proceso</c>, <c>texto_largo</c>, <c>sin_cambio</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r, LecturaDeInstalacion lectura)
    {
        if (lectura.Proceso is not { } p)
        {
            return new Rechazo("sin_proceso", "Todavía no hay un proceso cargado en la operación: no hay qué constatar.");
        }

        if (r.Nota.Length > Largo)
        {
            return new Rechazo("texto_largo", $"La nota pasa de {Largo} letras. Resúmala, o súbala como documento.", ClaseDeRechazo.Entrada);
        }

        var (sitios, cortes) = (SitioSeguido.Todos(programa, lectura), p.Cortes.ToList());
        var incidentes = sitios.SelectMany(s => s.EnVivo?.Estado.Incidentes ?? []).ToList();
        DateTimeOffset? En(VerHitos.Paso paso) => p.Hitos.FirstOrDefault(h => h.Paso == paso)?.HechoEn;
        OperacionConstatada hecha = new(
            p.Proceso.Id, p.Proceso.Nombre, $"{p.Proceso.Clase}", sitios.Count, sitios.Count(s => s.EnVivo?.Listo == true), sitios.Sum(s => s.Personal.Personas), sitios.Sum(s => s.Personal.Capacitadas),
            incidentes.Count, incidentes.Count(i => i.Abierto), cortes.Count(c => c.HechoEn is not null), cortes.Count(c => c.Como == VerHitos.Como.Tarde), cortes.Count(c => c.Como == VerHitos.Como.Omitido),
            En(VerHitos.Paso.PuestaEnCeros), En(VerHitos.Paso.Inicio), En(VerHitos.Paso.Cierre), r.Nota);
        return programa.Instalacion.Constancias.LastOrDefault()?.Hecho == hecha ? new Rechazo("sin_cambio", "La última constancia ya dice lo mismo.", ClaseDeRechazo.Conflicto) : hecha;
    }
}
