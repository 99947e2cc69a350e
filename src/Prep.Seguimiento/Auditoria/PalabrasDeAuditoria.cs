namespace Prep.Seguimiento.Auditoria;

/// <summary>The values of the audit as people say them.</summary>
public static class PalabrasDeAuditoria
{
    public static string De(TipoDePrueba tipo) => tipo switch
    {
        TipoDePrueba.CajaNegra => "Funcional, de caja negra",
        TipoDePrueba.Vulnerabilidades => "Penetración y vulnerabilidades",
        TipoDePrueba.Configuracion => "Revisión de configuraciones",
        TipoDePrueba.NegacionDeServicio => "Negación de servicio",
        TipoDePrueba.Validacion => "Validación de programas y base de datos",
        TipoDePrueba.Otra => "Otra",
        _ => throw new ArgumentOutOfRangeException(nameof(tipo)),
    };

    public static string De(Severidad severidad) => severidad switch
    {
        Severidad.Critica => "Crítica",
        var otra => otra.ToString(),
    };

    public static string De(EstadoDeHallazgo estado) => estado switch
    {
        EstadoDeHallazgo.EnCorreccion => "En corrección",
        EstadoDeHallazgo.Corregido => "Corregido, por probar otra vez",
        EstadoDeHallazgo.RiesgoAceptado => "Riesgo aceptado",
        var otro => otro.ToString(),
    };
}
