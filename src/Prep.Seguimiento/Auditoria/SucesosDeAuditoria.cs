using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Auditoria;

/// <summary>What a test of the audit is. The book writes these names.</summary>
/// <remarks>Fuente: RE, art. 347; spec §8.4.</remarks>
public enum TipoDePrueba
{
    /// <summary>Functional, from outside, of the integrity of what is processed.</summary>
    CajaNegra,

    /// <summary>Penetration and vulnerabilities.</summary>
    Vulnerabilidades,
    Configuracion,
    NegacionDeServicio,

    /// <summary>Of code and database, that they are the audited ones.</summary>
    Validacion,
    Otra,
}

/// <summary>How much a finding can hurt. The book writes these names.</summary>
public enum Severidad
{
    Critica,
    Alta,
    Media,
    Baja,
    Informativa,
}

/// <summary>Where a finding is. The book writes these names.</summary>
public enum EstadoDeHallazgo
{
    Abierto,
    EnCorreccion,

    /// <summary>The institute says so; the auditor has not proved it.</summary>
    Corregido,

    /// <summary>It stays as it is, and it is said why.</summary>
    RiesgoAceptado,

    /// <summary>The auditor proved it again and it passed.</summary>
    Cerrado,
}

/// <summary>A test of the plan of audit. Its number is that of the entry.</summary>
[Nombre("auditoria.prueba")]
public sealed record PruebaPrevista(string Nombre, TipoDePrueba Tipo, DateOnly Inicio, DateOnly Fin) : Suceso;

[Nombre("auditoria.prueba-hecha")]
public sealed record PruebaHecha(int Numero, DateOnly Fecha, string Resultado) : Suceso;

/// <summary>The auditor found something.</summary>
/// <param name="Clave">The auditor's own, as <c>H-01</c>.</param>
/// <param name="Prueba">Number of the test that found it; null when none of the plan did.</param>
[Nombre("hallazgo.registrado")]
public sealed record HallazgoRegistrado(string Clave, Severidad Severidad, string Titulo, string Evidencia, string Recomendacion, int? Prueba) : Suceso;

/// <summary>The institute said what it does about a finding.</summary>
[Nombre("hallazgo.atendido")]
public sealed record HallazgoAtendido(string Clave, EstadoDeHallazgo Estado, string Texto) : Suceso;

/// <summary>The auditor proved a finding again.</summary>
[Nombre("hallazgo.probado")]
public sealed record HallazgoProbadoOtraVez(string Clave, bool Pasa, DateOnly Fecha, string Texto) : Suceso;
