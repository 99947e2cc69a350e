using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Marco;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Difusores;

/// <summary>What becomes of an application: it meets the requirements or not, it is formalised, it does not go on.</summary>
public static class ResolverDifusor
{
    private const int Largo = 1000;

    public static readonly Rechazo Desconocido = new("difusor_desconocido", "No hay un difusor con ese número en este programa. Elíjalo de la lista.", ClaseDeRechazo.NoExiste);

    public sealed record Revision(int Numero, bool Cumple, string Nota);

    public sealed record Formalizacion(int Numero, string Instrumento, DateOnly Fecha, string Direccion);

    public sealed record Retiro(int Numero, string Motivo);

    internal static void Map(RouteGroupBuilder difusores)
    {
        difusores.MapPost("/{numero:int}/revision", async (string programa, int numero, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            await VerDifusores.ResponderAsync<Revision>(programa, $"revisar-{numero}", "Quedó la revisión.", campos, http, c,
                campos["cumple"] == "si" || campos["cumple"] == "no" ? new Revision(numero, campos["cumple"] == "si", campos["nota"].ToString().Trim()) : new Rechazo("falta_dictamen", "Diga si cumple o no.", ClaseDeRechazo.Entrada),
                Decidir, ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
        difusores.MapPost("/{numero:int}/formalizacion", async (string programa, int numero, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            await VerDifusores.ResponderAsync<Formalizacion>(programa, $"formalizar-{numero}", "Quedó formalizado: el sitio lo muestra en el siguiente corte.", campos, http, c,
                DeForma.Dia(campos["fecha"]) is { } fecha ? new Formalizacion(numero, campos["instrumento"].ToString().Trim(), fecha, campos["direccion"].ToString().Trim()) : FaltaInstrumento,
                Decidir, ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
        difusores.MapPost("/{numero:int}/retiro", async (string programa, int numero, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            await VerDifusores.ResponderAsync<Retiro>(programa, $"retirar-{numero}", "Quedó retirado.", campos, http, c, new Retiro(numero, campos["motivo"].ToString().Trim()), Decidir, ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
    }

    private static readonly Rechazo FaltaInstrumento = new("falta_instrumento", "Diga con qué instrumento se formalizó, con su número, y en qué fecha.", ClaseDeRechazo.Entrada);

    /// <returns><c>difusor_desconocido</c>, <c>difusor_resuelto</c>, <c>falta_motivo</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Revision r, DateTimeOffset ahora) =>
        programa.Difusores.Todos.GetValueOrDefault(r.Numero) is not { } difusor ? Desconocido
        : difusor.Estado is EstadoDeDifusor.Formalizado or EstadoDeDifusor.Retirado ? new Rechazo("difusor_resuelto", $"{difusor.Nombre} ya está {PalabrasDeDifusores.De(difusor.Estado).ToLowerInvariant()}: no se revisa otra vez.", ClaseDeRechazo.Conflicto)
        : (r.Nota.Length == 0 && !r.Cumple) || r.Nota.Length > Largo ? new Rechazo("falta_motivo", $"Diga qué requisito no cumple, en {Largo} letras o menos.", ClaseDeRechazo.Entrada)
        : new DifusorRevisado(r.Numero, r.Cumple, r.Nota);

    /// <returns><c>difusor_desconocido</c>, <c>difusor_sin_cumplir</c>, <c>sin_difusores</c>, <c>falta_instrumento</c>, <c>direccion_ilegible</c>, <c>fecha_fuera_de_calendario</c>, <c>fecha_por_venir</c>, <c>fecha_antes_de_solicitar</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Formalizacion r, DateTimeOffset ahora)
    {
        var definicion = programa.Plan.Definicion;
        return programa.Difusores.Todos.GetValueOrDefault(r.Numero) is not { } difusor ? Desconocido
            : difusor.Estado != EstadoDeDifusor.Cumple ? new Rechazo("difusor_sin_cumplir", $"{difusor.Nombre} está en «{PalabrasDeDifusores.De(difusor.Estado)}». Para formalizarlo, diga antes que cumple los requisitos.")
            : programa.Difusores.Ninguno is not null ? new Rechazo("sin_difusores", "Ya se dijo que no hay difusores. Escriba otra vez la convocatoria para retomarla.", ClaseDeRechazo.Conflicto)
            : r.Instrumento.Length is 0 or > Largo ? FaltaInstrumento
            : !SolicitarDifusion.EsDireccion(r.Direccion) ? SolicitarDifusion.DireccionIlegible
            : ReglaDeEstado.FueraDeFecha(definicion, r.Fecha, definicion.Dia(ahora)) is { } fuera ? fuera
            : r.Fecha < difusor.Solicito ? new Rechazo("fecha_antes_de_solicitar", $"Solicitó el {Palabras.De(difusor.Solicito)}: no pudo formalizarse el {Palabras.De(r.Fecha)}. Revise la fecha.")
            : new DifusorFormalizado(r.Numero, r.Instrumento, r.Fecha, r.Direccion);
    }

    /// <returns><c>difusor_desconocido</c>, <c>difusor_resuelto</c>, <c>falta_motivo</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Retiro r, DateTimeOffset ahora) =>
        programa.Difusores.Todos.GetValueOrDefault(r.Numero) is not { } difusor ? Desconocido
        : difusor.Estado == EstadoDeDifusor.Retirado ? new Rechazo("difusor_resuelto", $"{difusor.Nombre} ya está retirado.", ClaseDeRechazo.Conflicto)
        : r.Motivo.Length is 0 or > Largo ? new Rechazo("falta_motivo", "Escriba por qué ya no sigue: la razón queda escrita.", ClaseDeRechazo.Entrada)
        : new DifusorRetirado(r.Numero, r.Motivo);
}
