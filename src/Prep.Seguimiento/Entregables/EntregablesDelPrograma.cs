using System.Collections.Immutable;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Entregables;

/// <summary>What became of the deliverables besides what their activities say.</summary>
/// <param name="Avances">Of those that no activity follows.</param>
/// <param name="Envios">To INE, in order.</param>
public sealed record EntregablesDelPrograma(ImmutableDictionary<int, AvanceDeActividad> Avances, ImmutableDictionary<int, ImmutableList<EntregableEnviado>> Envios)
{
    public static readonly EntregablesDelPrograma Vacio = new(ImmutableDictionary<int, AvanceDeActividad>.Empty, ImmutableDictionary<int, ImmutableList<EntregableEnviado>>.Empty);

    public ImmutableList<EntregableEnviado> EnviosDe(int numero) => Envios.GetValueOrDefault(numero, []);

    public EntregablesDelPrograma Con(Asiento a) => a.Suceso switch
    {
        EntregableEnEstado s => this with { Avances = Avances.SetItem(s.Numero, new(s.Estado, a.En, s.Nota, s.Aprobacion)) },
        EntregableEnviado s => this with { Envios = Envios.SetItem(s.Numero, EnviosDe(s.Numero).Add(s)) },
        _ => this,
    };
}
