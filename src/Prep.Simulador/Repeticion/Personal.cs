using Prep.Dominio.Actas;

namespace Prep.Simulador.Repeticion;

/// <summary>The virtual staff of a night: enough persons so that nobody works twice on an acta.</summary>
public sealed class Personal(int captores = 200)
{
    private int _siguiente;

    public static readonly PersonaId Acopiador = new("repeticion-acopio");

    public static readonly PersonaId Digitalizador = new("repeticion-digitalizacion");

    public static readonly PersonaId Supervisor = new("repeticion-supervision");

    public static readonly PersonaId Publicacion = new("repeticion-publicacion");

    /// <summary>Two different captors, in turn.</summary>
    public (PersonaId Primera, PersonaId Segunda) Pareja()
    {
        var i = _siguiente;
        _siguiente = (_siguiente + 1) % captores;
        return (Captor(i), Captor((i + (captores / 2)) % captores));
    }

    private static PersonaId Captor(int i) => new($"repeticion-captura-{i + 1:000}");
}
