using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Prep.Dominio;

namespace Prep.Operacion.Http;

/// <summary>The one place where a result becomes HTTP.</summary>
public static class Respuestas
{
    public static async Task<IResult> ToHttp<T>(this Task<Result<T>> tarea)
    {
        var resultado = await tarea;
        return resultado.IsOk ? TypedResults.Ok(resultado.Value) : resultado.Rechazo.ToProblem();
    }

    /// <summary>Problem Details: the stable code in <c>type</c> and <c>codigo</c>, the sentence for a person in <c>detail</c>.</summary>
    public static ProblemHttpResult ToProblem(this Rechazo rechazo) => TypedResults.Problem(
        rechazo.Mensaje,
        statusCode: rechazo.Clase switch
        {
            ClaseDeRechazo.Entrada => StatusCodes.Status400BadRequest,
            ClaseDeRechazo.NoPermitido => StatusCodes.Status403Forbidden,
            ClaseDeRechazo.NoExiste => StatusCodes.Status404NotFound,
            ClaseDeRechazo.Conflicto => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status422UnprocessableEntity,
        },
        title: "No se hizo",
        type: $"urn:prep:rechazo:{rechazo.Codigo}",
        extensions: new Dictionary<string, object?> { ["codigo"] = rechazo.Codigo });

    /// <summary>Asks for a permission and says what the route answers.</summary>
    public static RouteHandlerBuilder Permite<T>(this RouteHandlerBuilder ruta, string permiso) => ruta
        .RequireAuthorization(permiso)
        .Produces<T>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
