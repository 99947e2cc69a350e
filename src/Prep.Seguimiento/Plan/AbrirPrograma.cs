using Prep.Dominio;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Plan;

/// <summary>Opens a programme in the book: once.</summary>
public static class AbrirPrograma
{
    public static readonly Rechazo YaAbierto = new("programa_repetido", "Ese programa ya está en el libro. Para cambiar su plan use la pantalla Plan, o ./prep plan cargar CARPETA --version MOTIVO: queda como otra versión.", ClaseDeRechazo.Conflicto);

    /// <returns><c>programa_repetido</c>.</returns>
    public static Task<Result<Programa>> EjecutarAsync(DefinicionDePrograma definicion, ContextoDeSeguimiento c, CancellationToken ct) =>
        c.Libro.AnotarAsync(definicion.Id, c, (p, _) => p.Abierto ? YaAbierto : new Suceso[] { new ProgramaAbierto(definicion) }, ct);
}
