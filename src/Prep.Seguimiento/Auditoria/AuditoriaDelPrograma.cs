using System.Collections.Immutable;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Auditoria;

/// <param name="Hecha">Null while it was not made.</param>
public sealed record Prueba(int Numero, PruebaPrevista Prevista, PruebaHecha? Hecha);

/// <summary>A finding and all that was done about it.</summary>
/// <param name="Sucesos">From its registration, in order: <see cref="HallazgoAtendido"/> and <see cref="HallazgoProbadoOtraVez"/> after it.</param>
public sealed record Hallazgo(HallazgoRegistrado Registrado, EstadoDeHallazgo Estado, ImmutableList<Asiento> Sucesos)
{
    public string Clave => Registrado.Clave;

    /// <summary>What its evidence in files and its observations are about.</summary>
    public Asunto Asunto => new(TipoDeAsunto.Hallazgo, Clave);

    /// <summary>Nothing more is expected of it.</summary>
    public bool Resuelto => Estado is EstadoDeHallazgo.Cerrado or EstadoDeHallazgo.RiesgoAceptado;
}

/// <summary>The plan of audit and its findings.</summary>
public sealed record AuditoriaDelPrograma(ImmutableSortedDictionary<int, Prueba> Pruebas, ImmutableSortedDictionary<string, Hallazgo> Hallazgos)
{
    public static readonly AuditoriaDelPrograma Vacia = new(
        ImmutableSortedDictionary<int, Prueba>.Empty, ImmutableSortedDictionary.Create<string, Hallazgo>(StringComparer.OrdinalIgnoreCase));

    /// <summary>What hurts more first; what is resolved, at the end.</summary>
    public IEnumerable<Hallazgo> PorGravedad => Hallazgos.Values.OrderBy(h => h.Resuelto).ThenBy(h => h.Registrado.Severidad);

    public AuditoriaDelPrograma Con(Asiento a) => a.Suceso switch
    {
        PruebaPrevista s => this with { Pruebas = Pruebas.Add(a.Numero, new(a.Numero, s, null)) },
        PruebaHecha s => this with { Pruebas = Pruebas.SetItem(s.Numero, Pruebas[s.Numero] with { Hecha = s }) },
        HallazgoRegistrado s => this with { Hallazgos = Hallazgos.Add(s.Clave, new(s, EstadoDeHallazgo.Abierto, [a])) },
        HallazgoAtendido s => Seguir(s.Clave, s.Estado, a),
        HallazgoProbadoOtraVez s => Seguir(s.Clave, s.Pasa ? EstadoDeHallazgo.Cerrado : EstadoDeHallazgo.Abierto, a),
        _ => this,
    };

    private AuditoriaDelPrograma Seguir(string clave, EstadoDeHallazgo estado, Asiento a) =>
        this with { Hallazgos = Hallazgos.SetItem(clave, Hallazgos[clave] with { Estado = estado, Sucesos = Hallazgos[clave].Sucesos.Add(a) }) };
}
