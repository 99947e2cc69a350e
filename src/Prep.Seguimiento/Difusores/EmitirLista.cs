using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Documentos;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Difusores;

/// <summary>The official list with its addresses, or the statement that there is none, as PDF: it becomes a document, and another issue is another version of it.</summary>
public static class EmitirLista
{
    private const string Titulo = "Lista de difusores oficiales";

    internal static void Map(RouteGroupBuilder difusores) => difusores.MapPost("/lista",
        async (string programa, HttpContext http, Plantillas plantillas, Impresora impresora, AjustesDeDocumentos ajustes, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            var hecho = await EjecutarAsync(programa, plantillas, impresora, ajustes, c, ct);
            return hecho.IsOk
                ? Vuelta.Hecho(http, $"{VerDifusores.Ruta(programa)}#documentos", "La lista quedó entre los documentos.")
                : await VerDifusores.PintarAsync(programa, new("lista", hecho.Rechazo.Mensaje, new Dictionary<string, string>()), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);

    /// <returns><c>programa_desconocido</c>, <c>lista_sin_datos</c>; those of the template, of the printer and of <see cref="EntregarDocumento"/>.</returns>
    public static async Task<Result<Programa>> EjecutarAsync(string programa, Plantillas plantillas, Impresora impresora, AjustesDeDocumentos ajustes, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        if (!leido.IsOk)
        {
            return leido.Rechazo;
        }

        var anterior = leido.Value.Documentos.De(VerDifusores.Todos).FirstOrDefault(d => d.Vigente.Titulo == Titulo)?.Numero;
        return await DocumentoImpreso.EmitirAsync(
            programa, Pagina(leido.Value, leido.Value.Plan.Definicion.Dia(c.Ahora), plantillas), new(VerDifusores.Todos, Titulo, "difusores.pdf", ClaseDeDocumento.Otro, Numero: anterior), impresora, ajustes, c, ct);
    }

    /// <returns><c>lista_sin_datos</c>, and those of <see cref="Plantillas.Llenar"/>.</returns>
    public static Result<string> Pagina(Programa programa, DateOnly hoy, Plantillas plantillas)
    {
        var (definicion, difusores) = (programa.Plan.Definicion, programa.Difusores);
        var oficiales = difusores.Formalizados.ToList();
        return oficiales.Count == 0 && difusores.Ninguno is null
            ? new Rechazo("lista_sin_datos", "Todavía no hay qué listar: formalice a uno, o diga que no hay y por qué.")
            : plantillas.Llenar("difusores", new Dictionary<string, object?>
            {
                ["titulo"] = oficiales.Count > 0 ? Titulo : "Constancia de que no hay difusores",
                ["comision"] = definicion.Plan.Comision.Nombre,
                ["instituto"] = definicion.Plan.Institucion.Nombre,
                ["proceso"] = definicion.Plan.ProcesoElectoral,
                ["modo"] = difusores.Convocatoria is { } c ? $"{PalabrasDeDifusores.De(c.Modo)}, del {Palabras.De(c.Desde)} al {Palabras.De(c.Hasta)}" : "Sin convocatoria ni invitación",
                ["solicitudes"] = difusores.Todos.Count,
                ["difusores"] = oficiales.Select(d => Plantillas.Renglon(
                    ("nombre", d.Nombre), ("tipo", PalabrasDeDifusores.De(d.Tipo)), ("direccion", d.Direccion), ("instrumento", $"{d.Instrumento}, {Palabras.De(d.Formalizado!.Value)}"))).ToArray(),
                ["motivo"] = difusores.Ninguno?.Motivo ?? "",
                ["hoy"] = Palabras.De(hoy),
                ["firmas"] = definicion.Integrantes.Where(i => i.Puesto is "SECRETARIA_TECNICA").Select(i => Plantillas.Renglon(("nombre", i.Nombre), ("cargo", i.Cargo))).ToArray(),
            });
    }
}
