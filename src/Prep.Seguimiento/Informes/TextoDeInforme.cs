using Prep.Documentos;
using Prep.Dominio;
using Prep.Operacion.Puestos;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Entregables;
using Prep.Seguimiento.Observaciones;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Publico;
using Prep.Seguimiento.Sesiones;

namespace Prep.Seguimiento.Informes;

/// <summary>A report as a page, from the data and from what people wrote: one template is what is read and what is printed.</summary>
public static class TextoDeInforme
{
    /// <param name="regreso">Where its reader came from; empty in what is printed.</param>
    /// <returns>Those of <see cref="Plantillas.Llenar"/>.</returns>
    public static Result<string> Pagina(Programa programa, ClaveDeInforme informe, DateTimeOffset ahora, string regreso, Plantillas plantillas)
    {
        var hoy = programa.Plan.Definicion.Dia(ahora);
        return informe.Mes is { } mes
            ? plantillas.Llenar("informe-mensual", DelMes(AvanceDelMes.De(programa, mes, hoy), programa, informe, hoy, regreso))
            : plantillas.Llenar("informe-final", Final(programa, informe, hoy, regreso));
    }

    private static Dictionary<string, object?> DelMes(AvanceDelMes avance, Programa programa, ClaveDeInforme informe, DateOnly hoy, string regreso) => new(Comun(programa, informe, hoy, regreso))
    {
        ["mes"] = avance.Mes.EnPalabras,
        ["al"] = Palabras.De(avance.Al),
        ["cumplidas"] = avance.Cumplidas,
        ["total"] = avance.Total,
        ["cuantasTarde"] = avance.Tarde.Length,
        ["delMes"] = avance.DelMes.Select(Renglon).ToArray(),
        ["tarde"] = avance.Tarde.Select(r => Plantillas.Renglon([.. Renglon(r).Select(c => (c.Key, c.Value)), ("detiene", Detiene(avance.Programa, r.Actividad))])).ToArray(),
        ["movimientos"] = avance.Movimientos.Select(m => Plantillas.Renglon(
            ("dia", Palabras.De(m.Dia)),
            ("que", m.Que),
            ("de", Palabras.De(m.De)),
            ("a", Palabras.De(m.A)),
            ("nota", m.Aprobacion is { } a ? string.Join(" · ", new[] { m.Nota, $"acuerdo {a.Acuerdo} de {Palabras.De(a.Organo)}, {Palabras.De(a.Fecha)}" }.Where(t => t.Length > 0)) : m.Nota))).ToArray(),
        ["sesiones"] = avance.Sesiones.Select(s => Celebrada(avance.Programa, s)).ToArray(),
        ["acuerdos"] = avance.Acuerdos.Select(Acordado).ToArray(),
        ["documentos"] = avance.Documentos.Select(d => Plantillas.Renglon(
            ("dia", Palabras.De(d.Dia)),
            ("titulo", d.Version.Reservado ? "Documento reservado" : $"{d.Version.Titulo}{(d.Version.Version > 1 ? $", versión {d.Version.Version}" : "")}"),
            ("asunto", AsuntosDelPrograma.Titulo(avance.Programa, d.Documento.Asunto)),
            ("huella", d.Version.Reservado ? "—" : d.Version.Sha256))).ToArray(),
        ["observaciones"] = avance.Observaciones.Select(o => Observada(avance.Programa, o)).ToArray(),
        ["otros"] = Otros(avance.Programa),
        ["siguientes"] = avance.Siguientes.Select(a => Plantillas.Renglon(("texto", a.Texto))).ToArray(),
    };

    private static Dictionary<string, object?> Final(Programa programa, ClaveDeInforme informe, DateOnly hoy, string regreso)
    {
        var renglones = programa.Plan.Definicion.Plan.Actividades.Select(a => RenglonDeAvance.De(programa, a, hoy)).ToList();
        return new(Comun(programa, informe, hoy, regreso))
        {
            ["al"] = Palabras.De(hoy),
            ["objetivo"] = programa.Plan.Definicion.Plan.Objetivo,
            ["cumplidas"] = renglones.Count(r => r.Luz.Luz == Luz.Cumplida),
            ["total"] = renglones.Count,
            ["meses"] = renglones.GroupBy(r => r.Actividad.Periodo).OrderBy(g => g.Key.Primero).Select(g => Plantillas.Renglon(
                ("mes", g.Key.EnPalabras), ("cumplidas", g.Count(r => r.Luz.Luz == Luz.Cumplida)), ("total", g.Count()))).ToArray(),
            ["entregables"] = EstadoDeEntregable.Todos(programa).Select(e => Plantillas.Renglon(
                ("numero", e.Entregable.Numero),
                ("nombre", e.Entregable.Nombre),
                ("estado", e.EnPalabras),
                ("organo", Palabras.Nombre(e.Entregable.Aprueba)),
                ("acuerdo", e.Avance.Aprobacion is { } a ? $"{a.Acuerdo}, {Palabras.De(a.Fecha)}" : "—"))).ToArray(),
            ["sesiones"] = programa.Sesiones.Todas.Values.OrderBy(s => s.Inicio).Select(s => Celebrada(programa, s)).ToArray(),
            ["acuerdos"] = programa.Sesiones.Acuerdos.Values.Select(Acordado).ToArray(),
            ["otros"] = Otros(programa),
            ["observaciones"] = programa.Observaciones.Todas.Values.Where(o => LugarPublico.EsPublico(o.Asunto)).Select(o => Observada(programa, o)).ToArray(),
            ["pendientes"] = renglones.Where(r => r.Luz.Luz != Luz.Cumplida).Select(Renglon).ToArray(),
        };
    }

    private static Dictionary<string, object?> Comun(Programa programa, ClaveDeInforme informe, DateOnly hoy, string regreso)
    {
        var definicion = programa.Plan.Definicion;
        return new()
        {
            ["regreso"] = regreso,
            ["pdf"] = $"{VerInformes.Ruta(programa.Id, informe)}/pdf",
            ["titulo"] = informe.Titulo,
            ["comision"] = definicion.Plan.Comision.Nombre,
            ["instituto"] = definicion.Plan.Institucion.Nombre,
            ["proceso"] = definicion.Plan.ProcesoElectoral,
            ["jornada"] = Palabras.De(definicion.Jornada),
            ["hoy"] = Palabras.De(hoy),
            ["secciones"] = informe.Secciones.Select(s => Plantillas.Renglon(
                ("titulo", s.Titulo),
                ("parrafos", Plantillas.Parrafos(programa.Informes.Texto(informe, s.Clave))))).ToArray(),
            ["firmas"] = definicion.Integrantes.Where(i => i.Puesto is "PRESIDENCIA" or "SECRETARIA_TECNICA").Select(i => Plantillas.Renglon(("nombre", i.Nombre), ("cargo", i.Cargo))).ToArray(),
        };
    }

    private static Dictionary<string, object?> Renglon(RenglonDeAvance r) => Plantillas.Renglon(
        ("texto", r.Actividad.Texto),
        ("mes", r.Actividad.Periodo.EnPalabras),
        ("estado", Palabras.De(r.Avance.Estado)),
        ("luz", r.Luz.EnPalabras),
        ("acuerdo", r.Avance.Aprobacion is { } a ? a.Acuerdo : "—"));

    private static Dictionary<string, object?>[] Otros(Programa programa) => [.. OtrosTrabajos.Del(programa).Select(o => Plantillas.Renglon(("de", o.De), ("dice", o.Dice)))];

    private static Dictionary<string, object?> Celebrada(Programa programa, SesionColegiada s) => Plantillas.Renglon(
        ("nombre", s.Organo == OrganoColegiado.Comision ? s.Nombre : $"{s.Nombre} ({PalabrasDeSesion.De(s.Organo)})"),
        ("dia", programa.Plan.Definicion.Husos.FechaYHora(s.AbiertaEn ?? s.Inicio)),
        ("estado", PalabrasDeSesion.De(s.Estado)),
        ("asistencia", s.Asistentes.IsEmpty ? "—" : s.SeVota ? $"{s.Votantes.Count()} de {s.Integran} con voto" : $"{s.Presentes.Count()} personas"));

    private static Dictionary<string, object?> Acordado(AcuerdoDeSesion a) => Plantillas.Renglon(
        ("folio", a.Folio),
        ("texto", a.Texto),
        ("responsable", a.Responsable.Length > 0 ? a.Responsable : "—"),
        ("vence", a.Vence is { } vence ? Palabras.De(vence) : "—"),
        ("estado", PalabrasDeSesion.De(a.Estado)));

    private static Dictionary<string, object?> Observada(Programa programa, Observacion o) => Plantillas.Renglon(
        ("numero", o.Numero),
        ("quien", NombreDePuesto.De(o.Puesto)),
        ("asunto", AsuntosDelPrograma.Titulo(programa, o.Asunto)),
        ("texto", o.Texto),
        ("estado", PalabrasDeObservaciones.De(o.Atencion)),
        ("respuesta", o.Respuestas.IsEmpty ? "—" : o.Respuestas[^1].Texto));

    private static string Detiene(Programa programa, Actividad actividad) =>
        programa.Plan.Detenidas(actividad.Id).Select(d => $"{d.Texto} ({d.Periodo.EnPalabras})").ToList() is { Count: > 0 } detenidas ? string.Join("; ", detenidas) : "—";
}
