using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Prep.Dominio;
using Prep.Operacion.Http;

namespace Prep.Seguimiento.Plan;

/// <summary>Reads a programme from its folder: <c>programa.json</c>, what the institute sets, and the plan that it names, word for word from its document.</summary>
public static class LectorDePrograma
{
    public const string Archivo = "programa.json";

    private static readonly JsonSerializerOptions _opciones = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Of <see cref="Archivo"/>, where a name that is not known is one mistyped; a plan brings what its document says besides.</summary>
    private static readonly JsonSerializerOptions _estrictas = new(_opciones) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <returns><c>programa_invalido</c>, with file, place and remedy: the first fault of form, or every fault of content.</returns>
    public static Result<DefinicionDePrograma> Leer(string carpeta)
    {
        var ruta = Path.Combine(carpeta, Archivo);
        var programa = LeerArchivo<ProgramaEscrito>(ruta, _estrictas);
        if (!programa.IsOk)
        {
            return programa.Rechazo;
        }

        var rutaDelPlan = Path.Combine(carpeta, Path.GetFileName(programa.Value.Plan));
        var plan = LeerArchivo<PlanEscrito>(rutaDelPlan, _opciones);
        if (!plan.IsOk)
        {
            return plan.Rechazo;
        }

        var faltas = Faltas(programa.Value, ruta, plan.Value, rutaDelPlan).ToList();
        return faltas.Count > 0 ? Invalido(string.Join(Environment.NewLine, faltas)) : Armar(programa.Value, plan.Value);
    }

    private static Result<T> LeerArchivo<T>(string ruta, JsonSerializerOptions opciones)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(ruta), opciones) is { } leido ? leido : Invalido($"{ruta}: está vacío.");
        }
        catch (JsonException e)
        {
            return Invalido($"{ruta}, línea {(e.LineNumber ?? 0) + 1}{(e.Path is { Length: > 1 } lugar ? $" ({lugar})" : "")}: no se entiende. Compárelo con el que viene en datos/seguimiento.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Invalido($"Falta {ruta}.");
        }
    }

    private static IEnumerable<string> Faltas(ProgramaEscrito p, string ruta, PlanEscrito plan, string rutaDelPlan)
    {
        if (!DefinicionDePrograma.EsClave(p.Id))
        {
            yield return $"{ruta}: id «{p.Id}» debe ser de minúsculas, cifras y guiones, de 1 a 60: sale en las direcciones.";
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(p.Zona, out _))
        {
            yield return $"{ruta}: zona «{p.Zona}» no existe; es como America/Mexico_City.";
        }

        if (p.Calendario.Inicio > p.Jornada || p.Calendario.Fin < p.Jornada)
        {
            yield return $"{ruta}: la jornada {p.Jornada:yyyy-MM-dd} está fuera de su calendario ({p.Calendario.Inicio:yyyy-MM-dd} a {p.Calendario.Fin:yyyy-MM-dd}).";
        }

        foreach (var puesto in p.Integrantes.Select(i => i.Puesto).Concat(p.Sesiones.Votan).Concat(p.SesionesCotaprep?.Votan ?? []).Distinct().Where(q => !Puesto.Permisos.ContainsKey(q)))
        {
            yield return $"{ruta}: el puesto «{puesto}» no existe.";
        }

        if (p.ListaDeVisita.Any(string.IsNullOrWhiteSpace) || p.ListaDeVisita.Distinct().Count() != p.ListaDeVisita.Length)
        {
            yield return $"{ruta}: lista_de_visita tiene un punto vacío o repetido.";
        }

        var entregables = p.Entregables.Select(e => e.Numero).ToHashSet();
        if (entregables.Count != p.Entregables.Length)
        {
            yield return $"{ruta}: hay números de entregable repetidos.";
        }

        var actividades = plan.ActividadesPorMes.SelectMany(m => m.Actividades).Select(a => a.Id).ToList();
        foreach (var repetida in actividades.GroupBy(a => a).Where(g => g.Count() > 1))
        {
            yield return $"{rutaDelPlan}: la actividad {repetida.Key} está repetida.";
        }

        foreach (var rara in actividades.Where(a => !Asuntos.Asunto.EsClave(a)))
        {
            yield return $"{rutaDelPlan}: la clave de actividad «{rara}» debe ser de letras sin acento, cifras, guiones y puntos: sale en las direcciones.";
        }

        foreach (var (id, a) in p.Actividades)
        {
            if (!actividades.Contains(id))
            {
                yield return $"{ruta}: la actividad {id} no está en {Path.GetFileName(rutaDelPlan)}.";
            }

            if (a.Entregable is { } e && !entregables.Contains(e))
            {
                yield return $"{ruta}: la actividad {id} nombra el entregable {e}, que no está en la lista.";
            }

            if (a.Limite is { } limite && (limite < p.Calendario.Inicio || limite > p.Calendario.Fin))
            {
                yield return $"{ruta}: la fecha límite de la actividad {id}, {limite:yyyy-MM-dd}, está fuera del calendario electoral.";
            }

            foreach (var otra in a.DependeDe.Where(d => !actividades.Contains(d)))
            {
                yield return $"{ruta}: la actividad {id} depende de {otra}, que no está en el plan.";
            }
        }

        foreach (var mes in plan.ActividadesPorMes.Where(m => m.Periodo.Ultimo < p.Calendario.Inicio || m.Periodo.Primero > p.Calendario.Fin))
        {
            yield return $"{rutaDelPlan}: {mes.Periodo.EnPalabras} está fuera del calendario electoral de {Path.GetFileName(ruta)}.";
        }

        foreach (var sesion in plan.CalendarioSesiones.Where(s => s.MesDelAnio is null))
        {
            yield return $"{rutaDelPlan}: el mes de «{sesion.Sesion}», {sesion.Mes} de {sesion.Anio}, no existe; se escribe como Enero y 2027.";
        }

        if (Dependencias.Ciclo(p.Actividades.Select(a => (a.Key, a.Value.DependeDe.AsEnumerable()))) is { } ciclo)
        {
            yield return $"{ruta}: las actividades {ciclo} dependen unas de otras en círculo.";
        }
    }

    private static DefinicionDePrograma Armar(ProgramaEscrito p, PlanEscrito plan) => new(
        p.Id,
        new(
            plan.Fuente,
            new(plan.Institucion.Nombre, plan.Institucion.Siglas),
            plan.ProcesoElectoral,
            [.. plan.Fundamento.Select(f => new Fundamento(f.Norma, f.Articulo ?? "", f.Contenido))],
            new(
                plan.Comision.Nombre,
                plan.Comision.InstanciaInternaResponsablePrep,
                plan.Comision.Integracion is { } i ? new(i.Acuerdo, i.Organo, i.Fecha) : null,
                plan.Comision.Instalacion?.Fecha,
                plan.Comision.SecretariaTecnica?.Designacion is { } d ? new(d.Oficio, d.Fecha) : null),
            plan.Objetivo,
            [.. plan.ObjetivosEspecificos],
            [.. plan.ActividadesPorMes.SelectMany(m => m.Actividades.Select(a => Actividad(a, m.Periodo, p.Actividades.GetValueOrDefault(a.Id))))],
            [.. plan.CalendarioSesiones.Select(s => new SesionPrevista(s.Sesion, s.Tipo, s.MesDelAnio!.Value, s.Fecha))],
            new(plan.ReglasDeConvocatoria.Ordinarias, plan.ReglasDeConvocatoria.Extraordinarias),
            plan.Firma),
        p.Jornada,
        p.Calendario.Inicio,
        p.Calendario.Fin,
        p.Zona,
        p.Sesiones,
        [.. p.Integrantes],
        [.. p.Entregables.OrderBy(e => e.Numero)],
        p.SesionesCotaprep)
        {
            ListaDeVisita = [.. p.ListaDeVisita],
        };

    private static Actividad Actividad(ActividadEscrita a, Mes mes, LazosDeActividad? lazos) => new(a.Id, a.Texto, mes, a.FaseDocumento, lazos?.Entregable, [.. lazos?.DependeDe ?? []]) { Limite = lazos?.Limite, Responsable = lazos?.Responsable ?? "" };

    private static Rechazo Invalido(string mensaje) => new("programa_invalido", mensaje, ClaseDeRechazo.Entrada);

    private sealed record ProgramaEscrito(
        string Id,
        string Plan,
        DateOnly Jornada,
        CalendarioEscrito Calendario,
        string Zona,
        ReglasDeSesion Sesiones,
        Integrante[] Integrantes,
        Entregable[] Entregables,
        Dictionary<string, LazosDeActividad> Actividades,
        ReglasDeSesion? SesionesCotaprep = null)
    {
        public string[] ListaDeVisita { get; init; } = [];
    }

    private sealed record CalendarioEscrito(DateOnly Inicio, DateOnly Fin);

    private sealed record LazosDeActividad(int? Entregable = null, DateOnly? Limite = null, string? Responsable = null)
    {
        public string[] DependeDe { get; init; } = [];
    }

    private sealed record PlanEscrito(
        string Fuente,
        Institucion Institucion,
        string ProcesoElectoral,
        FundamentoEscrito[] Fundamento,
        ComisionEscrita Comision,
        string Objetivo,
        string[] ObjetivosEspecificos,
        MesEscrito[] ActividadesPorMes,
        SesionEscrita[] CalendarioSesiones,
        ReglasDeConvocatoria ReglasDeConvocatoria,
        string Firma);

    private sealed record FundamentoEscrito(string Norma, string Contenido, string? Articulo = null);

    private sealed record ComisionEscrita(string Nombre, string InstanciaInternaResponsablePrep, SecretariaEscrita? SecretariaTecnica = null, AcuerdoDeIntegracion? Integracion = null, InstalacionEscrita? Instalacion = null);

    private sealed record SecretariaEscrita(DesignacionDeSecretaria? Designacion = null);

    private sealed record InstalacionEscrita(DateOnly Fecha);

    private sealed record MesEscrito(Mes Periodo, ActividadEscrita[] Actividades);

    private sealed record ActividadEscrita(string Id, string Texto, FaseDeDocumento? FaseDocumento = null);

    private sealed record SesionEscrita(string Sesion, TipoDeSesion Tipo, string Mes, int Anio, DateOnly? Fecha = null)
    {
        /// <summary>Null when its month or its year is not one.</summary>
        public Mes? MesDelAnio => Plan.Mes.Llamado(Mes) is { } numero && Anio is > 0 and < 10000 ? new(Anio, numero) : null;
    }
}
