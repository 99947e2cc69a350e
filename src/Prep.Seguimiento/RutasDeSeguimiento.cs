using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Prep.Datos.Seguimiento;
using Prep.Operacion;
using Prep.Operacion.Http;
using Prep.Operacion.Puestos;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Calendario;
using Prep.Seguimiento.Contratos;
using Prep.Seguimiento.Cotaprep;
using Prep.Seguimiento.Difusores;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Entregables;
using Prep.Seguimiento.Informes;
using Prep.Seguimiento.Instalacion;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Linea;
using Prep.Seguimiento.Observaciones;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Sesiones;
using Prep.Seguimiento.Tablero;

namespace Prep.Seguimiento;

/// <summary>The Commission's system over HTTP: services and routes, on the host of the operation and with its accounts.</summary>
public static class RutasDeSeguimiento
{
    /// <summary>Whose styles and modules the host serves.</summary>
    public static Assembly Pantallas => typeof(RutasDeSeguimiento).Assembly;

    /// <param name="almacen">The host closes it.</param>
    public static IServiceCollection AddSeguimiento(this IServiceCollection servicios, AlmacenDeSeguimiento almacen)
    {
        servicios.AddSingleton(_ => almacen).AddSingleton<LibroDeSeguimiento>().AddSingleton<LectorDeInstalacion>();
        servicios.TryAddSingleton(AjustesDeDocumentos.PorOmision);
        servicios.AddScoped(s => AlcanceDeVisitas.De(s.GetRequiredService<Sesion>(), s.GetRequiredService<Contexto>()));
        return servicios.AddScoped(s => s.GetRequiredService<Sesion>() switch
        {
            var quien => new ContextoDeSeguimiento(quien.Persona, quien.Puesto, s.GetRequiredService<LibroDeSeguimiento>(), s.GetRequiredService<TimeProvider>()) { Nombre = quien.Nombre },
        });
    }

    public static void MapSeguimiento(this IEndpointRouteBuilder rutas)
    {
        var grupo = rutas.MapGroup(Menu.Seguimiento).ExcludeFromDescription().ConProteccion().ConFicha().ConTextoVisible();
        VerTableroDelPrograma.Map(grupo);
        var programa = grupo.MapGroup("/{programa}");
        VerSesiones.Map(programa);
        VerAcuerdos.Map(programa);
        VerCalendario.Map(programa);
        VerEntregable.Map(programa);
        VerLinea.Map(programa);
        VerInformes.Map(programa);
        VerInstalacion.Map(programa);
        VerContrato.Map(programa);
        VerDifusores.Map(programa);
        VerCotaprep.Map(programa);
        VerPlan.Map(programa);
        VerAsunto.Map(programa);
        VerDocumentos.Map(programa);
        EntregarDocumento.Map(programa);
        DescargarDocumento.Map(programa);
        AprobarDocumento.Map(programa);
        ReservarDocumento.Map(programa);
        VerObservaciones.Map(programa);
        Observar.Map(programa);
        ResponderObservacion.Map(programa);
    }
}
