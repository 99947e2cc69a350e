using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Auditoria;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Marco;
using Prep.Seguimiento.Tablero;

namespace Prep.Seguimiento.Contratos;

/// <summary>The tercero and the ente auditor: the two at a glance, and each by itself.</summary>
public static class VerContrato
{
    public static readonly Pestana Pestana = new("contratos", "Tercero y auditor", Permiso.VerSeguimiento);

    private static readonly Rechazo _desconocido = new("contrato_desconocido", "Los contratos son el del tercero y el del ente auditor. Elíjalo en la lista.", ClaseDeRechazo.NoExiste);

    internal static void Map(RouteGroupBuilder programa)
    {
        var contratos = programa.MapGroup("/contratos");
        contratos.MapGet("", VerLosDosAsync).RequireAuthorization(Permiso.VerSeguimiento);
        var contrato = contratos.MapGroup("/{contrato}");
        contrato.MapGet("", (string programa, string contrato, ContextoDeSeguimiento c, CancellationToken ct) => PintarAsync(programa, contrato, null, null, c, ct)).RequireAuthorization(Permiso.VerSeguimiento);
        ProponerCandidato.Map(contrato);
        DesignarContratado.Map(contrato);
        EntregarPieza.Map(contrato);
        VerHallazgo.Map(programa);
    }

    public static string Ruta(string programa) => $"{VerTableroDelPrograma.Ruta(programa)}/contratos";

    public static string Ruta(string programa, Contrato contrato) => $"{Ruta(programa)}/{PalabrasDeContratos.Clave(contrato)}";

    public static Asunto Asunto(Contrato contrato) => new(TipoDeAsunto.Contrato, PalabrasDeContratos.Clave(contrato));

    internal static async Task<IResult> PintarAsync(string programa, string contrato, Devuelto? devuelto, Rechazo? rechazo, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return !leido.IsOk ? leido.Rechazo.ToProblem()
            : !PalabrasDeContratos.TryParse(contrato, out var cual) ? _desconocido.ToProblem()
            : Operacion.Http.Pantallas.Pantalla<PantallaDeContrato>(new { Programa = leido.Value, Contrato = cual, Devuelto = devuelto }).ConEstado(rechazo);
    }

    /// <summary>Answers a form of the screen of a contract.</summary>
    internal static Task<IResult> ResponderAsync(string contrato, FormaDelPrograma forma, Func<Contrato, FormaDelPrograma, Programa, DateTimeOffset, Result<Suceso>> decidir, string frase, CancellationToken ct) =>
        PalabrasDeContratos.TryParse(contrato, out var cual)
            ? forma.ResponderAsync((p, ahora) => decidir(cual, forma, p, ahora), Ruta(forma.Programa, cual), frase, (devuelto, rechazo) => PintarAsync(forma.Programa, contrato, devuelto, rechazo, forma.C, ct), ct)
            : Task.FromResult<IResult>(_desconocido.ToProblem());

    private static async Task<IResult> VerLosDosAsync(string programa, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return leido.IsOk ? Operacion.Http.Pantallas.Pantalla<PantallaDeContratos>(new { Programa = leido.Value }) : leido.Rechazo.ToProblem();
    }
}
