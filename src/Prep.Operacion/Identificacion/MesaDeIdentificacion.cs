using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;

namespace Prep.Operacion.Identificacion;

/// <summary>The screen where a person says which acta an image without a readable label shows. Two persons, each blind to the other, settle it.</summary>
public static class MesaDeIdentificacion
{
    public const string Ruta = "/puestos/identificacion";

    /// <summary>Value of the choice for an acta that is in no catalogue.</summary>
    public const string Fuera = "fuera";

    internal static void Map(RouteGroupBuilder puestos)
    {
        var mesa = puestos.MapGroup("/identificacion").RequireAuthorization(Permiso.Identificar);
        mesa.MapGet("/", (Contexto c, Sesion quien, [AsParameters] Busqueda b, CancellationToken ct) => VerAsync(c, quien, b, null, ct));
        mesa.MapPost("/", DecirAsync);
    }

    /// <summary>What the person typed to find the acta, and how the one before ended.</summary>
    public sealed record Busqueda
    {
        public long? Imagen { get; init; }

        public string? Eleccion { get; init; }

        public string? Area { get; init; }

        public string? Seccion { get; init; }

        public string? Tipo { get; init; }

        public string? Numero { get; init; }

        public string? Ext { get; init; }

        public string? Hecho { get; init; }

        internal BuscarActas.Escrito Escrito => new(Limpio(Eleccion), Limpio(Area), Limpio(Seccion), Limpio(Tipo), Limpio(Numero), Limpio(Ext));

        private static string Limpio(string? texto) => texto?.Trim() ?? "";
    }

    private static async Task<IResult> VerAsync(Contexto c, Sesion quien, Busqueda b, Rechazo? rechazo, CancellationToken ct)
    {
        var turno = await PorIdentificar.SiguienteAsync(c, quien.Puede(Permiso.Supervisar), ct);
        if (b.Imagen is { } pedida && turno is not null && pedida != turno.Imagen && rechazo is null)
        {
            // The search was for another image, which somebody settled meanwhile: what was typed for it is not of this one.
            b = new() { Hecho = "otra" };
        }

        var (halladas, total) = BuscarActas.Ejecutar(b.Escrito, c);
        return Http.Pantallas.Pantalla<PantallaDeIdentificacion>(new { Turno = turno, Escrito = b.Escrito, Halladas = halladas, Total = total, b.Hecho, Rechazo = rechazo }).ConEstado(rechazo);
    }

    private static async Task<IResult> DecirAsync([FromForm] IFormCollection forma, Contexto c, Sesion quien, CancellationToken ct)
    {
        _ = long.TryParse(forma["imagen"], out var imagen);
        string Valor(string nombre) => forma[nombre].ToString();
        Busqueda b = new() { Imagen = imagen, Eleccion = Valor("eleccion"), Area = Valor("area"), Seccion = Valor("seccion"), Tipo = Valor("tipo"), Numero = Valor("numero"), Ext = Valor("ext") };
        Result<Identificar.Avance> hecho = Valor("acta") switch
        {
            "" => new Rechazo("falta_acta", "Elija de la lista el acta que muestra la imagen, o diga que no está en el catálogo.", ClaseDeRechazo.Entrada),
            Fuera => Valor("fuera-eleccion") is { Length: > 0 } eleccion
                ? await FueraDeCatalogo.EjecutarAsync(imagen, new(eleccion), c, ct)
                : new Rechazo("falta_eleccion", "Diga de qué elección es el acta que no está en el catálogo.", ClaseDeRechazo.Entrada),
            var texto => TextoDeActa.TryParse(texto, out var acta) ? await Identificar.EjecutarAsync(imagen, acta, c, ct) : RechazosDeActa.ActaDesconocida,
        };

        // Sent twice, or settled by others meanwhile: what this person said counts once, and the next image comes.
        if (!hecho.IsOk && hecho.Rechazo.Codigo is "misma_persona" or "no_por_identificar" or "imagen_desconocida")
        {
            return Formas.Ver($"{Ruta}?hecho=ya");
        }

        // The answer is the same for who speaks first and for who settles it.
        return hecho.IsOk ? Formas.Ver($"{Ruta}?hecho=si") : await VerAsync(c, quien, b, hecho.Rechazo, ct);
    }
}
