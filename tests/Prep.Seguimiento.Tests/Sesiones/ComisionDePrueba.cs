using System.Collections.Immutable;
using Prep.Documentos;
using Prep.Dominio;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Sesiones;

namespace Prep.Seguimiento.Tests.Sesiones;

/// <summary>The Commission of the founding document, without a database: what is decided is written at once.</summary>
internal sealed class ComisionDePrueba
{
    private static readonly Plantillas _plantillas = new(Plantillas.DelPrograma);

    public const string Primera = "Primera sesión ordinaria";

    /// <summary>12:00 of 20 December 2023 there.</summary>
    public static readonly DateTimeOffset Inicio = new(2023, 12, 20, 18, 0, 0, TimeSpan.Zero);

    public ComisionDePrueba(Func<DefinicionDePrograma, DefinicionDePrograma>? cambio = null)
    {
        var definicion = DatosQueSeEntregan.Oaxaca;
        Anotar(new ProgramaAbierto(cambio is null ? definicion : cambio(definicion)));
    }

    public Programa Programa { get; private set; } = Programa.Vacio("p");

    public DateTimeOffset Ahora { get; set; } = Inicio.AddDays(-7);

    public static ImmutableArray<PuntoDelOrden> Orden => [new("Lista de asistencia", false), new("Aprobar el plan de implementación", true), new("Informe del mes", true, "2024-01-5")];

    public SesionColegiada Sesion => Programa.Sesiones.Todas.Values.Last();

    /// <summary>The first ordinary one, called a week before.</summary>
    public static ComisionDePrueba ConSesionConvocada(Func<DefinicionDePrograma, DefinicionDePrograma>? cambio = null)
    {
        ComisionDePrueba comision = new(cambio);
        comision.Hacer(ConvocarSesion.Decidir(comision.Programa, Ordinaria, comision.Ahora));
        comision.Ahora = Inicio.AddMinutes(1);
        return comision;
    }

    /// <summary>With the three who vote and the Secretaría.</summary>
    public static ComisionDePrueba ConSesionAbierta(Func<DefinicionDePrograma, DefinicionDePrograma>? cambio = null)
    {
        var comision = ConSesionConvocada(cambio);
        comision.Hacer(AbrirSesion.Decidir(comision.Programa, comision.Lista("carmelita", "jessica", "zaira", "irving"), comision.Ahora));
        return comision;
    }

    public static ConvocarSesion.Request Ordinaria => new(OrganoColegiado.Comision, TipoDeSesion.Ordinaria, Primera, "", null, Inicio, "Sala de sesiones", "", Orden);

    public AbrirSesion.Request Lista(params string[] presentes) => new(Sesion.Numero, null, presentes.ToHashSet(), [("Lic. Rosa Pérez", "Partido Uno")]);

    public VotarPunto.Request Votos(int punto, string acuerdo, params (string Persona, SentidoDelVoto Sentido)[] votos) => new(Sesion.Numero, punto, [.. votos.Select(v => new Voto(v.Persona, v.Sentido))], acuerdo, "irving", null);

    /// <summary>A paper of its session before it is issued.</summary>
    public string Pagina(PapelDeSesion papel) => TextoDeSesion.Pagina(Programa, Sesion, papel, proyecto: true, "", _plantillas).Debe();

    public void Hacer(Result<Suceso> decidido, string persona = "irving") => Anotar(decidido.Debe(), persona);

    public void Hacer(Result<IReadOnlyList<Suceso>> decidido)
    {
        foreach (var suceso in decidido.Debe())
        {
            Anotar(suceso);
        }
    }

    public void Anotar(Suceso suceso, string persona = "irving") => Programa = Programa.Con(new(Programa.Historia.Count + 1, "p", Ahora, persona, "SECRETARIA_TECNICA", suceso));
}
