using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Difusores;

/// <summary>How those who would publish the same results were called.</summary>
/// <remarks>The book writes their names: they do not change.</remarks>
public enum ModoDeConvocatoria
{
    Convocatoria,
    Invitacion,
}

/// <summary>Who may be an official difusor.</summary>
/// <remarks>Fuente: RE, Anexo 13, glosario.</remarks>
public enum TipoDeDifusor
{
    InstitucionAcademica,
    MedioInternacional,
    MedioNacional,
    MedioEstatal,
    MedioRegional,
}

/// <summary>The institute called difusores; a later call changes the terms of the one before.</summary>
/// <param name="Hasta">Last day to apply.</param>
/// <param name="Requisitos">One to a line: the sheet that each must meet.</param>
[Nombre("difusores.convocados")]
public sealed record DifusoresConvocados(ModoDeConvocatoria Modo, DateOnly Desde, DateOnly Hasta, string Requisitos) : Suceso;

/// <summary>Somebody applied. The number of the entry is that of the difusor.</summary>
/// <param name="Contacto">Not for the public.</param>
/// <param name="Direccion">Where it would publish.</param>
[Nombre("difusor.solicitado")]
public sealed record DifusorSolicitado(string Nombre, TipoDeDifusor Tipo, string Contacto, string Direccion, DateOnly Fecha) : Suceso;

/// <summary>Its application was compared with the requirements.</summary>
/// <param name="Nota">Asked for when it does not meet them.</param>
[Nombre("difusor.revisado")]
public sealed record DifusorRevisado(int Numero, bool Cumple, string Nota) : Suceso;

/// <summary>It is official.</summary>
/// <param name="Instrumento">The agreement or letter, by its number.</param>
/// <param name="Direccion">Where it publishes.</param>
[Nombre("difusor.formalizado")]
public sealed record DifusorFormalizado(int Numero, string Instrumento, DateOnly Fecha, string Direccion) : Suceso;

/// <summary>It does not go on.</summary>
[Nombre("difusor.retirado")]
public sealed record DifusorRetirado(int Numero, string Motivo) : Suceso;

/// <summary>There is none: the institute publishes alone.</summary>
[Nombre("difusores.ninguno")]
public sealed record SinDifusores(string Motivo, DateOnly Fecha) : Suceso;
