using System.Globalization;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Auditoria;
using Prep.Seguimiento.Contratos;
using Prep.Seguimiento.Cotaprep;
using Prep.Seguimiento.Difusores;
using Prep.Seguimiento.Entregables;
using Prep.Seguimiento.Informes;
using Prep.Seguimiento.Instalacion;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Sesiones;

namespace Prep.Seguimiento.Asuntos;

/// <summary>Something that exists in a programme: what it is called and where it is seen.</summary>
public sealed record AsuntoConocido(Asunto Asunto, string Titulo, string Ruta);

/// <summary>What each <see cref="Asunto"/> of a programme is. A part that brings a kind of thing adds its line.</summary>
public static class AsuntosDelPrograma
{
    public static readonly Rechazo Desconocido = new("asunto_desconocido", "Eso no está en el programa: no se sabe a qué pertenece. Vuelva a su pantalla y elíjalo ahí.", ClaseDeRechazo.NoExiste);

    /// <returns>Null when the programme has none such.</returns>
    public static AsuntoConocido? De(Programa programa, Asunto asunto) => asunto.Tipo switch
    {
        TipoDeAsunto.Plan => int.TryParse(asunto.Clave, CultureInfo.InvariantCulture, out var version) && version >= 1 && version <= programa.Plan.Version
            ? new(asunto, $"Plan de trabajo, versión {version}", VerPlan.Ruta(programa.Id, version)) : null,
        TipoDeAsunto.Actividad => (programa.Plan.Actividad(asunto.Clave) ?? programa.Plan.Retirada(asunto.Clave)?.Actividad) is { } a ? new(asunto, a.Texto, VerActividad.Ruta(programa.Id, a.Id)) : null,
        TipoDeAsunto.Entregable => Entregable(programa, asunto) is { } e
            ? new(asunto, $"{e.Numero}. {e.Nombre}", VerEntregable.Ruta(programa.Id, e.Numero)) : null,
        TipoDeAsunto.Informe when asunto == InformeDelCotaprep.Asunto => new(asunto, InformeDelCotaprep.Titulo, VerCotaprep.Ruta(programa.Id)),
        TipoDeAsunto.Informe => ClaveDeInforme.TryParse(asunto.Clave, out var informe) && VerInformes.Del(programa.Plan.Definicion).Contains(informe)
            ? new(asunto, informe.Titulo, VerInformes.Ruta(programa.Id, informe)) : null,
        TipoDeAsunto.Sitio => programa.Instalacion.Conoce(asunto.Clave) ? new(asunto, $"Sitio {asunto.Clave}", VerSitio.Ruta(programa.Id, asunto.Clave)) : null,
        TipoDeAsunto.Sesion => int.TryParse(asunto.Clave, CultureInfo.InvariantCulture, out var numero) && programa.Sesiones.Todas.GetValueOrDefault(numero) is { } s ? new(asunto, s.Nombre, VerSesion.Ruta(programa.Id, s.Numero)) : null,
        TipoDeAsunto.Revision => programa.Cotaprep.Revision(asunto.Clave) is { } revision ? new(asunto, VerRevision.Titulo(revision), VerRevision.Ruta(programa.Id, asunto.Clave)) : null,
        TipoDeAsunto.Hallazgo => programa.Auditoria.Hallazgos.TryGetValue(asunto.Clave, out var hallazgo) && hallazgo.Asunto == asunto ? new(asunto, $"{hallazgo.Clave}. {hallazgo.Registrado.Titulo}", VerHallazgo.Ruta(programa.Id, hallazgo.Clave)) : null,
        TipoDeAsunto.Contrato => PalabrasDeContratos.TryParse(asunto.Clave, out var contrato) ? new(asunto, PalabrasDeContratos.De(contrato), VerContrato.Ruta(programa.Id, contrato)) : null,
        TipoDeAsunto.Difusor => asunto == VerDifusores.Todos ? new(asunto, "Difusores", VerDifusores.Ruta(programa.Id))
            : int.TryParse(asunto.Clave, CultureInfo.InvariantCulture, out var numero) && programa.Difusores.Todos.TryGetValue(numero, out var difusor) && asunto == VerDifusores.AsuntoDe(numero)
                ? new(asunto, $"Difusor: {difusor.Nombre}", VerAsunto.Ruta(programa.Id, asunto)) : null,
        _ => null,
    };

    /// <returns><c>asunto_desconocido</c>, also when that puesto may not know of it.</returns>
    public static Result<AsuntoConocido> Exigir(Programa programa, string? texto, string puesto) =>
        Asunto.TryParse(texto, out var asunto) && LoVe(puesto, asunto) && De(programa, asunto) is { } conocido ? conocido : Desconocido;

    /// <summary>Whether who works in that puesto may know of it, its documents and its observations: what the auditor found is for few.</summary>
    public static bool LoVe(string puesto, Asunto asunto) => asunto.Tipo != TipoDeAsunto.Hallazgo || Puesto.Permisos.GetValueOrDefault(puesto, []).Contains(Permiso.VerHallazgos);

    /// <summary>The deliverable of the rules that it is, or belongs to; null for what belongs to none.</summary>
    public static Entregable? Entregable(Programa programa, Asunto asunto) => asunto.Tipo switch
    {
        TipoDeAsunto.Actividad => programa.Plan.Actividad(asunto.Clave) is { } a ? programa.Plan.Definicion.EntregableDe(a) : null,
        TipoDeAsunto.Informe => ClaveDeInforme.TryParse(asunto.Clave, out var informe) && informe.Mes is not null ? programa.Plan.Definicion.Entregables.FirstOrDefault(e => e.CadaMes) : null,
        TipoDeAsunto.Entregable => programa.Plan.Definicion.Entregables.FirstOrDefault(e => $"{e.Numero}" == asunto.Clave),
        _ => null,
    };

    /// <summary>What a list names it by, also when its part took it away.</summary>
    public static string Titulo(Programa programa, Asunto asunto) => De(programa, asunto)?.Titulo ?? $"{asunto}";
}
