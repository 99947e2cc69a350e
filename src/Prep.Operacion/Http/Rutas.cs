using System.Security.Claims;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.OpenApi;
using Prep.Datos;
using Prep.Documentos;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Digitalizacion.Imagenes;

namespace Prep.Operacion.Http;

/// <summary>The operation over HTTP: services and routes. Sign-in is the host's: it must give the claims of <see cref="Reclamo"/>.</summary>
public static class Rutas
{
    public static IServiceCollection AddOperacion(this IServiceCollection servicios, Almacen almacen, TimeProvider reloj)
    {
        servicios.AddSingleton(almacen).AddSingleton(reloj).AddHttpContextAccessor();
        servicios.TryAddSingleton<Publicacion.SenalDeReintento>();

        // A refusal says its code and its sentence: no counter of the server, which tells how much others asked.
        servicios.AddProblemDetails(o => o.CustomizeProblemDetails = c => c.ProblemDetails.Extensions.Remove("traceId"));
        servicios.AddScoped(Quien);
        servicios.TryAddSingleton<TallerDeImagenes>(_ => new(new(Obreros: Math.Min(Environment.ProcessorCount, ObrerosDeImagenes))));
        servicios.TryAddSingleton<LectorDeQr>(_ => new());
        servicios.TryAddSingleton<Impresora>(_ => new());
        servicios.TryAddSingleton<Plantillas>(_ => Plantillas.Del(almacen.Carpeta));
        servicios.AddScoped(s => s.GetRequiredService<Sesion>() switch
        {
            var quien => new Contexto(new(quien.Persona), s.GetRequiredService<Almacen>(), s.GetRequiredService<TimeProvider>()) { Sitio = quien.Sitio, Puesto = quien.Puesto },
        });
        servicios.Configure<JsonOptions>(o =>
        {
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            o.SerializerOptions.Converters.Add(new ActaIdJson());
            o.SerializerOptions.Converters.Add(new EleccionIdJson());
            o.SerializerOptions.Converters.Add(new CodigoJson());
            o.SerializerOptions.Converters.Add(new CantidadJson());
            o.SerializerOptions.RespectNullableAnnotations = true;
            o.SerializerOptions.RespectRequiredConstructorParameters = true;
        });
        servicios.AddAuthorizationCore();
        var politicas = servicios.AddAuthorizationBuilder();
        foreach (var permiso in Permiso.Todos)
        {
            politicas.AddPolicy(permiso, p => p.RequireAuthenticatedUser().RequireClaim(Reclamo.Persona).RequireClaim(Reclamo.Permiso, permiso));
        }

        return servicios.AddOpenApi("operacion", o =>
        {
            // Each use case has its own Request: CapturarActaRequest, CotejarActaRequest…
            o.CreateSchemaReferenceId = tipo => tipo.Type.DeclaringType is { } caso && OpenApiOptions.CreateDefaultSchemaReferenceId(tipo) is { } nombre
                ? caso.Name + nombre
                : OpenApiOptions.CreateDefaultSchemaReferenceId(tipo);
            o.AddSchemaTransformer((esquema, contexto, _) =>
            {
                Describir(esquema, contexto.JsonTypeInfo.Type);
                return Task.CompletedTask;
            });
        });
    }

    private const int ObrerosDeImagenes = 4;

    public static void MapOperacion(this IEndpointRouteBuilder rutas)
    {
        var grupo = rutas.MapGroup("/operacion").WithGroupName("operacion").AddEndpointFilter(SinGuardarAsync).AddEndpointFilter(Ficha.ExigirAsync).ConProceso();
        var actas = grupo.MapGroup("/actas/{eleccion}/{area}/{nombre}").WithTags("Actas");
        var imagenes = grupo.MapGroup("/imagenes").WithTags("Imágenes");
        var acopio = grupo.MapGroup("/acopio").WithTags("Acopio");
        var digitalizacion = grupo.MapGroup("/digitalizacion").WithTags("Digitalización");
        var captura = grupo.MapGroup("/captura").WithTags("Captura");
        var sitios = grupo.MapGroup("/sitios").WithTags("Sitios");
        var hitos = grupo.MapGroup("/hitos").WithTags("Hitos");
        var paquetes = grupo.MapGroup("/paquetes").WithTags("Empaquetado");

        Acopio.RegistrarBolsa.Map(acopio);
        Acopio.SinActa.Map(acopio);
        Acopio.TrasladarPapel.Map(actas);
        Acopio.EntregarActaAjena.Map(acopio);
        Acopio.ReportarDosActas.Map(acopio, imagenes);
        Digitalizacion.RecibirImagen.Map(imagenes);
        Digitalizacion.VerImagen.Map(imagenes, captura);
        Digitalizacion.PrepararImagen.Map(digitalizacion);
        Digitalizacion.RegistrarDigitalizada.Map(digitalizacion);
        Digitalizacion.ActaPorDigitalizar.Map(digitalizacion);
        Identificacion.Identificar.Map(imagenes);
        Identificacion.FueraDeCatalogo.Map(imagenes);
        Captura.TomarActa.Map(captura);
        Captura.ApartarActa.Map(captura);
        Captura.CapturarActa.Map(captura);
        Captura.ReportarImagen.Map(captura);
        Supervision.ResolverEnSupervision.Map(actas);
        Supervision.Redigitalizar.Map(actas);
        Supervision.AceptarImagen.Map(actas);
        Supervision.RetenerActa.Map(actas);
        Supervision.LiberarActa.Map(actas);
        Supervision.AbrirCorreccion.Map(actas);
        Supervision.RetirarImagen.Map(imagenes);
        Supervision.VerPendientes.Map(grupo);
        Cotejo.CotejarActa.Map(actas);
        Empaquetado.EmpaquetarActas.Map(paquetes);
        Publicacion.VerCortes.Map(grupo.MapGroup("/cortes").WithTags("Cortes"));
        Hitos.VerHitos.Map(hitos);
        Hitos.VerConfiguracion.Map(hitos);
        Hitos.ProponerConfiguracion.Map(hitos);
        Hitos.DecidirConfiguracion.Map(hitos);
        Sitios.VerSitios.Map(sitios);
        Sitios.RevisarPunto.Map(sitios);
        Sitios.AbrirSitio.Map(sitios);
        Sitios.CerrarSitio.Map(sitios);
        Sitios.AbrirIncidente.Map(sitios);
        Sitios.SeguirIncidente.Map(sitios);
        Sitios.ResponderIncidente.Map(sitios);
        Sitios.SellarSitio.Map(sitios);
        Sitios.TrasladarSitio.Map(sitios);
        Sitios.ReabrirSitio.Map(sitios);
        Sitios.ObservarSitio.Map(sitios);
        Sitios.AtenderObservacion.Map(sitios);
    }

    // An image or a lease is of one person and one moment: no browser keeps it, no proxy neither.
    private static ValueTask<object?> SinGuardarAsync(EndpointFilterInvocationContext contexto, EndpointFilterDelegate siguiente)
    {
        contexto.HttpContext.Response.Headers.CacheControl = "no-store";
        contexto.HttpContext.Response.Headers.XContentTypeOptions = "nosniff";
        return siguiente(contexto);
    }

    private static Sesion Quien(IServiceProvider servicios) =>
        Sesion.De(servicios.GetRequiredService<IHttpContextAccessor>().HttpContext?.User)
        ?? throw new InvalidOperationException("No hay una persona identificada en esta petición.");

    private static void Describir(OpenApiSchema esquema, Type tipo)
    {
        if (tipo == typeof(Cantidad))
        {
            esquema.Type = null;
            esquema.AnyOf =
            [
                new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "0", Maximum = Cantidad.Maximo.ToString() },
                new OpenApiSchema { Type = JsonSchemaType.String, Enum = [JsonValue.Create("Ilegible"), JsonValue.Create("Sin dato"), JsonValue.Create("N/A")] },
            ];
        }
        else if (tipo == typeof(ActaId))
        {
            (esquema.Type, esquema.Properties, esquema.Required) = (JsonSchemaType.String, null, null);
            esquema.Description = "ELECCION/AREA/CLAVE, con ~2 si la clave se repite.";
        }
        else if (tipo == typeof(EleccionId) || tipo == typeof(CodigoDeIntegridad))
        {
            (esquema.Type, esquema.Properties, esquema.Required) = (JsonSchemaType.String, null, null);
        }
    }
}
