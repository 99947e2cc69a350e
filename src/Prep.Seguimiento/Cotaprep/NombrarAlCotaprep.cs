using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Operacion.Puestos;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Cotaprep;

/// <summary>A person is named to the COTAPREP or relieved of it. It is the same fact as in the Commission, in another puesto: its sessions call them.</summary>
/// <remarks>Fuente: RE, art. 339 y 340; spec §2.1.</remarks>
public static class NombrarAlCotaprep
{
    public const int Minimo = 3;
    public const int Maximo = 5;

    /// <param name="Persona">The key of the roster; empty while the person has no account.</param>
    public sealed record Request(string Nombre, string Cargo, string Persona, bool Entra, DateOnly? Desde, string Documento);

    internal static void Map(RouteGroupBuilder cotaprep)
    {
        cotaprep.MapPost("/integrantes", (string programa, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) => VerCotaprep.ResponderAsync(new("integrante", programa, campos, http, c),
            (f, p, ahora) => Decidir(p, new(f["nombre"], f["cargo"], f["persona"], true, f.Dia("desde"), f["documento"]), ahora), "Quedó en el COTAPREP.", ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
        cotaprep.MapPost("/relevos", (string programa, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) => VerCotaprep.ResponderAsync(new("relevo", programa, campos, http, c),
            (f, p, ahora) => Decidir(p, new(f["nombre"], "", "", false, f.Dia("desde"), f["documento"]), ahora), "Ya no está en el COTAPREP.", ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
    }

    /// <returns><c>falta_nombre</c>, <c>falta_documento</c>, <c>fecha_fuera_de_calendario</c>, <c>fecha_por_venir</c>, <c>integrante_desconocido</c>, <c>integrante_repetido</c>, <c>cotaprep_completo</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r, DateTimeOffset ahora)
    {
        var definicion = programa.Plan.Definicion;
        if (r.Nombre.Length == 0 || (r.Entra && r.Cargo.Length == 0))
        {
            return new Rechazo("falta_nombre", "Escriba el nombre completo y en qué es especialista.", ClaseDeRechazo.Entrada);
        }

        if (r.Documento.Length == 0 || r.Desde is not { } desde)
        {
            return new Rechazo("falta_documento", "Diga desde qué día y qué acuerdo lo dice.", ClaseDeRechazo.Entrada);
        }

        if (ReglaDeEstado.FueraDeFecha(definicion, desde, definicion.Dia(ahora)) is { } fuera)
        {
            return fuera;
        }

        var suyos = CotaprepDelPrograma.Integrantes(programa);
        if (!r.Entra)
        {
            return suyos.FirstOrDefault(i => i.Nombre == r.Nombre) is { } hallado
                ? new IntegranteCambiado(hallado, false, desde, r.Documento)
                : new Rechazo("integrante_desconocido", $"{r.Nombre} no está en el COTAPREP.", ClaseDeRechazo.NoExiste);
        }

        return definicion.Integrantes.FirstOrDefault(i => i.Nombre == r.Nombre || (r.Persona.Length > 0 && i.Persona == r.Persona)) is { } ya
                ? new Rechazo("integrante_repetido", $"{ya.Nombre} ya está en el programa, en {NombreDePuesto.De(ya.Puesto)}.", ClaseDeRechazo.Conflicto)
            : suyos.Count >= Maximo ? new Rechazo("cotaprep_completo", $"El COTAPREP es de {Minimo} a {Maximo} integrantes y ya son {suyos.Count}. Releve antes a alguien.")
            : new IntegranteCambiado(new(r.Nombre, CotaprepDelPrograma.Puesto, r.Cargo, r.Persona.Length > 0 ? r.Persona : null), true, desde, r.Documento);
    }
}
