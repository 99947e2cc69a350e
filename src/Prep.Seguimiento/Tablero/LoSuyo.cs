using System.Collections.Immutable;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Sesiones;

namespace Prep.Seguimiento.Tablero;

/// <summary>What waits for one person and for nobody else: told on the board, so that nobody has to look for it session by session.</summary>
/// <param name="PorFirmar">Issued papers without that person's signature, the oldest session first.</param>
/// <param name="Peticiones">Of extraordinary sessions, which the person may join and has not.</param>
public sealed record LoSuyo(ImmutableArray<(SesionColegiada Sesion, PapelDeSesion Papel)> PorFirmar, ImmutableArray<PeticionDeSesion> Peticiones)
{
    public bool Hay => PorFirmar.Length + Peticiones.Length > 0;

    public static LoSuyo De(Programa programa, string persona) => new(
        [.. programa.Documentos.Todos.Values.Where(d => d.Asunto.Tipo == TipoDeAsunto.Sesion).SelectMany(d => PorFirmarEn(programa, d, persona)).OrderBy(p => p.Sesion.Inicio)],
        [.. programa.Sesiones.Peticiones.Values.Where(p => p.Sesion is null && !p.Piden.Contains(persona) && programa.QueVotan(p.Organo).Any(i => i.Persona == persona))]);

    private static IEnumerable<(SesionColegiada Sesion, PapelDeSesion Papel)> PorFirmarEn(Programa programa, Documento documento, string persona) =>
        int.TryParse(documento.Asunto.Clave, out var numero) && programa.Sesiones.Todas.GetValueOrDefault(numero) is { } sesion
            ? PapelesDeSesion.Todos
                .Where(papel => papel.Archivo(sesion) == documento.Vigente.Archivo && !papel.Atrasado(sesion, documento)
                    && documento.Vigente.Firmas.All(f => f.Persona != persona) && papel.Firman(programa, sesion).Any(a => a.Clave == persona))
                .Select(papel => (sesion, papel))
            : [];
}
