using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Marco;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Difusores;

/// <summary>The Secretaría Técnica writes the call, or the invitation, and what each must meet; or says that there is none.</summary>
public static class ConvocarDifusores
{
    private const int Largo = 4000;

    public sealed record Request(ModoDeConvocatoria Modo, DateOnly Desde, DateOnly Hasta, string Requisitos);

    internal static void Map(RouteGroupBuilder difusores)
    {
        difusores.MapPost("/convocatoria", async (string programa, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            await VerDifusores.ResponderAsync<Request>(programa, "convocar", "Quedó la convocatoria.", campos, http, c, Leer(campos), Decidir, ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
        difusores.MapPost("/ninguno", async (string programa, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            await VerDifusores.ResponderAsync<string>(programa, "ninguno", "Quedó dicho: el instituto publica solo.", campos, http, c, campos["motivo"].ToString().Trim(), DecidirNinguno, ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
    }

    /// <returns><c>fecha_fuera_de_calendario</c>, <c>plazo_al_reves</c>, <c>faltan_requisitos</c>, <c>sin_cambio</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r, DateTimeOffset ahora)
    {
        var definicion = programa.Plan.Definicion;
        DifusoresConvocados nueva = new(r.Modo, r.Desde, r.Hasta, r.Requisitos.Trim());
        // Both may be still to come: only outside the calendar are they a mistake.
        return (ReglaDeEstado.FueraDeFecha(definicion, r.Desde, r.Desde) ?? ReglaDeEstado.FueraDeFecha(definicion, r.Hasta, r.Hasta)) is { } fuera ? fuera
            : r.Hasta < r.Desde ? new Rechazo("plazo_al_reves", $"El último día para solicitar, {Palabras.De(r.Hasta)}, es antes del primero, {Palabras.De(r.Desde)}. Cambie uno de los dos.", ClaseDeRechazo.Entrada)
            : nueva.Requisitos.Length is 0 or > Largo ? new Rechazo("faltan_requisitos", $"Escriba los requisitos, uno por renglón, en {Largo} letras o menos: infraestructura, horario, avisos que debe llevar su página.", ClaseDeRechazo.Entrada)
            : programa.Difusores.Convocatoria == nueva && programa.Difusores.Ninguno is null ? new Rechazo("sin_cambio", "La convocatoria ya dice eso.")
            : nueva;
    }

    /// <returns><c>falta_motivo</c>, <c>hay_difusores</c>, <c>sin_cambio</c>.</returns>
    public static Result<Suceso> DecidirNinguno(Programa programa, string motivo, DateTimeOffset ahora) =>
        motivo.Length is 0 or > Largo ? new Rechazo("falta_motivo", "Escriba por qué no hay: nadie solicitó, nadie cumplió, así se acordó…", ClaseDeRechazo.Entrada)
        : programa.Difusores.Formalizados.FirstOrDefault() is { } hay ? new Rechazo("hay_difusores", $"{hay.Nombre} ya está formalizado: no puede decirse que no hay. Si ya no sigue, retírelo antes.", ClaseDeRechazo.Conflicto)
        : programa.Difusores.Ninguno?.Motivo == motivo ? new Rechazo("sin_cambio", "Eso ya está dicho.")
        : new SinDifusores(motivo, programa.Plan.Definicion.Dia(ahora));

    private static Result<Request> Leer(IFormCollection campos) =>
        DeForma.Opcion<ModoDeConvocatoria>(campos["modo"]) is { } modo
        && DeForma.Dia(campos["desde"]) is { } desde && DeForma.Dia(campos["hasta"]) is { } hasta
            ? new Request(modo, desde, hasta, campos["requisitos"].ToString())
            : new Rechazo("falta_plazo", "Diga si es convocatoria o invitación, y del primero al último día para solicitar.", ClaseDeRechazo.Entrada);
}
