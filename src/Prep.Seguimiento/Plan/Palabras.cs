using System.Globalization;

namespace Prep.Seguimiento.Plan;

/// <summary>The values of the follow-up as people say them.</summary>
public static class Palabras
{
    public static string De(EstadoDeActividad estado) => estado switch
    {
        EstadoDeActividad.Pendiente => "Pendiente",
        EstadoDeActividad.EnCurso => "En curso",
        EstadoDeActividad.Proyecto => "Proyecto",
        EstadoDeActividad.EnRevision => "En revisión",
        EstadoDeActividad.VersionFinal => "Versión final",
        EstadoDeActividad.Entregado => "Entregado",
        EstadoDeActividad.Aprobado => "Aprobado",
        _ => throw new ArgumentOutOfRangeException(nameof(estado)),
    };

    public static string De(Organo organo) => organo switch
    {
        Organo.ConsejoGeneral => "el Consejo General",
        Organo.Comision => "la Comisión",
        Organo.Cotaprep => "el COTAPREP",
        Organo.InstanciaInterna => "la instancia interna",
        _ => throw new ArgumentOutOfRangeException(nameof(organo)),
    };

    /// <summary>The same without its article, as a cell of a table says it.</summary>
    public static string Nombre(Organo organo) => De(organo) switch
    {
        ['l', 'a', ' ', .. var nombre] => $"{char.ToUpperInvariant(nombre[0])}{nombre[1..]}",
        ['e', 'l', ' ', .. var nombre] => $"{char.ToUpperInvariant(nombre[0])}{nombre[1..]}",
        var nombre => nombre,
    };

    /// <summary><c>02/06/2024</c>.</summary>
    public static string De(DateOnly dia) => dia.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>2 de junio de 2024</c>.</summary>
    public static string Larga(DateOnly dia) => $"{dia.Day} de {Mes.De(dia).EnPalabras}";
}
