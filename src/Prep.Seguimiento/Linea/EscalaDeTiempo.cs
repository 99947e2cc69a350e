using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Linea;

/// <summary>Days to places of a drawing: whole months from the first of the plan to the last, the election day among them.</summary>
public sealed record EscalaDeTiempo(DateOnly De, DateOnly A)
{
    /// <summary>Of a month in the drawing.</summary>
    public const int AnchoDeMes = 92;

    public int Ancho => Meses.Count() * AnchoDeMes;

    public IEnumerable<Mes> Meses
    {
        get
        {
            for (var dia = De; dia <= A; dia = dia.AddMonths(1))
            {
                yield return Mes.De(dia);
            }
        }
    }

    /// <summary>Of a programme: what the plan and the election day need, and not all the calendar.</summary>
    public static EscalaDeTiempo Del(DefinicionDePrograma definicion)
    {
        var dias = definicion.Plan.Actividades.SelectMany(a => new[] { a.Periodo.Primero, a.Vence })
            .Concat(definicion.Plan.Sesiones.Select(s => s.Fecha ?? s.Mes.Primero)).Append(definicion.Jornada).ToList();
        return new(Mes.De(dias.Min()).Primero, Mes.De(dias.Max()).Ultimo);
    }

    public bool Cabe(DateOnly dia) => dia >= De && dia <= A;

    /// <summary>Where a day begins; each month has the same width whatever its days.</summary>
    public double X(DateOnly dia) => ((((dia.Year - De.Year) * 12) + dia.Month - De.Month) + ((dia.Day - 1.0) / DateTime.DaysInMonth(dia.Year, dia.Month))) * AnchoDeMes;

    /// <summary>Where a day ends.</summary>
    public double Fin(DateOnly dia) => X(dia.AddDays(1));
}
