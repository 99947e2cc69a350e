using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Difusores;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Observaciones;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Sesiones;

namespace Prep.Seguimiento.Tests.Publico;

/// <summary>The founding programme with what happened in it, without a book.</summary>
internal static class Programas
{
    /// <summary>Who did it all: a key of the roster, that no public file may say.</summary>
    public const string Persona = "clave-de-persona-7";

    public static readonly DateTimeOffset Desde = new(2024, 1, 10, 18, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Ahora = new(2024, 2, 25, 18, 0, 0, TimeSpan.Zero);

    /// <summary>With something of every part.</summary>
    public static Programa EnMarcha { get; } = Con(
        new ActividadEnEstado("2024-01-4", EstadoDeActividad.Aprobado, "En sesión", new(Organo.ConsejoGeneral, new(2023, 12, 21), "IEEPCO-CG-52/2023")),
        new ActividadEnEstado("2024-02-6", EstadoDeActividad.EnCurso, "", null),
        new DocumentoEntregado(new(TipoDeAsunto.Actividad, "2024-01-4"), "Acuerdo del Proceso Técnico Operativo", "acuerdo.PDF", 1_234_567, Codigo('a'), ClaseDeDocumento.Acuerdo, false, ""),
        new DocumentoSustituido(4, "Acuerdo del Proceso Técnico Operativo, con firmas", "<script>.html", 99, Codigo('b'), ClaseDeDocumento.Acuerdo, false, ""),
        new DocumentoAprobado(4, 2, new(Organo.ConsejoGeneral, new(2023, 12, 21), "IEEPCO-CG-52/2023")),
        new DocumentoEntregado(new(TipoDeAsunto.Entregable, "16"), $"{Secreto}: plan de seguridad", $"{Secreto}.pdf", 5, Codigo('c'), ClaseDeDocumento.VersionFinal, true, $"{Secreto}: seguridad"),
        new DocumentoEntregado(new(TipoDeAsunto.Entregable, "12"), $"{Secreto}: los mismos bytes", "igual.pdf", 5, Codigo('c'), ClaseDeDocumento.Otro, false, ""),
        new ObservacionHecha(new(TipoDeAsunto.Actividad, "2024-01-4"), "Falta decir =cuántas <b>copias</b>\nse hacen."),
        new ObservacionRespondida(9, "Se agregó el punto 7.", Atencion.Atendida),
        new ObservacionHecha(new(TipoDeAsunto.Entregable, "12"), $"{Secreto}: sin respuesta todavía"),
        new DifusoresConvocados(ModoDeConvocatoria.Invitacion, new(2024, 1, 5), new(2024, 2, 20), "Servidor propio\nAviso de resultados preliminares"),
        new DifusorSolicitado("Universidad de Ejemplo", TipoDeDifusor.InstitucionAcademica, $"{Secreto}: 951 000 0000", "https://prep.universidad.mx", new(2024, 1, 8)),
        new DifusorRevisado(13, true, ""),
        new DifusorFormalizado(13, "Convenio 3/2024", new(2024, 1, 9), "https://prep.universidad.mx/2024"),
        new DifusorSolicitado($"{Secreto}: Diario", TipoDeDifusor.MedioEstatal, $"{Secreto}", "https://diario.mx", new(2024, 1, 8)),
        new DocumentoEntregado(new(TipoDeAsunto.Difusor, "13"), "Convenio con la Universidad", "convenio.pdf", 7, Codigo('d'), ClaseDeDocumento.Contrato, false, ""),
        new DocumentoEntregado(new(TipoDeAsunto.Hallazgo, "1"), $"{Secreto}: evidencia", "hallazgo.pdf", 7, Codigo('e'), ClaseDeDocumento.Evidencia, false, ""),
        new ObservacionHecha(new(TipoDeAsunto.Hallazgo, "1"), $"{Secreto}: el puerto abierto"),
        new ObservacionRespondida(19, $"{Secreto}: se cerró", Atencion.Atendida),
        new SesionConvocada(OrganoColegiado.Comision, TipoDeSesion.Extraordinaria, "Primera sesión extraordinaria", null, Desde, Desde.AddDays(1), "Sala", $"https://video.mx/{Secreto}", [new("Lista de asistencia", false), new("Plan de seguridad", true)], null),
        new SesionAbierta(21, Desde.AddDays(1), [new(Persona, "Mtra. Carmelita", "Presidenta", "PRESIDENCIA", true, true), new("ausente", "Licda. Jessica", "Integrante", "INTEGRANTE", true, false)], false, 2, 1),
        new PuntoAnotado(21, 1, $"{Secreto}: lo que se dijo", false),
        new PuntoVotado(21, 1, new([new(Persona, SentidoDelVoto.AFavor)], ResultadoDeVotacion.Aprobado, false)),
        new AcuerdoTomado(21, 1, OrganoColegiado.Comision, "CTPREP-01/2024", new(2024, 1, 11), "Aprobar el plan de seguridad", "Secretaría Técnica", new(2024, 2, 1)),
        new AcuerdoSeguido(25, EstadoDeAcuerdo.EnCurso, "Secretaría Técnica", new(2024, 2, 1), $"{Secreto}: nota de trabajo"),
        new SesionCerrada(21, Desde.AddDays(1).AddHours(1)),
        new DocumentoEntregado(new(TipoDeAsunto.Sesion, "21"), $"{Secreto}: minuta sin firmar", "minuta-sesion-21.pdf", 7, Codigo('1'), ClaseDeDocumento.Minuta, false, ""),
        new DocumentoEntregado(new(TipoDeAsunto.Sesion, "21"), $"{Secreto}: convocatoria con enlace", "convocatoria-sesion-21.pdf", 7, Codigo('2'), ClaseDeDocumento.Convocatoria, false, ""),
        new DocumentoEntregado(new(TipoDeAsunto.Sesion, "21"), "Acta firmada", "acta-sesion-21.pdf", 7, Codigo('3'), ClaseDeDocumento.Acta, false, ""),
        new DocumentoFirmado(30, 1, Persona));

    /// <summary>Said only in what the public may not read.</summary>
    public const string Secreto = "NADIE-DEBE-LEERLO";

    public static string Codigo(char cifra) => new(cifra, 64);

    public static Programa Con(params Suceso[] sucesos)
    {
        var definicion = DatosQueSeEntregan.Oaxaca;
        return sucesos.Prepend(new ProgramaAbierto(definicion))
            .Select((s, i) => new Asiento(i + 1, definicion.Id, Desde.AddHours(i), Persona, "SECRETARIA_TECNICA", s with { Autor = $"{Secreto}: nombre de quien escribe" }))
            .Aggregate(Programa.Vacio(definicion.Id), (p, a) => p.Con(a));
    }
}
