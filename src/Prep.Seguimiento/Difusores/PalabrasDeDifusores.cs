namespace Prep.Seguimiento.Difusores;

/// <summary>The values of the difusores as people say them.</summary>
public static class PalabrasDeDifusores
{
    public static string De(ModoDeConvocatoria modo) => modo switch
    {
        ModoDeConvocatoria.Convocatoria => "Convocatoria",
        ModoDeConvocatoria.Invitacion => "Invitación",
        _ => throw new ArgumentOutOfRangeException(nameof(modo)),
    };

    public static string De(TipoDeDifusor tipo) => tipo switch
    {
        TipoDeDifusor.InstitucionAcademica => "Institución académica",
        TipoDeDifusor.MedioInternacional => "Medio internacional",
        TipoDeDifusor.MedioNacional => "Medio nacional",
        TipoDeDifusor.MedioEstatal => "Medio estatal",
        TipoDeDifusor.MedioRegional => "Medio regional",
        _ => throw new ArgumentOutOfRangeException(nameof(tipo)),
    };

    public static string De(EstadoDeDifusor estado) => estado switch
    {
        EstadoDeDifusor.Solicitud => "Por revisar",
        EstadoDeDifusor.Cumple => "Cumple, por formalizar",
        EstadoDeDifusor.NoCumple => "No cumple",
        EstadoDeDifusor.Formalizado => "Formalizado",
        EstadoDeDifusor.Retirado => "Retirado",
        _ => throw new ArgumentOutOfRangeException(nameof(estado)),
    };
}
