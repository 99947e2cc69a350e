using Prep.Datos;
using Prep.Datos.Filas;
using Prep.Dominio.Calendario;
using Prep.Operacion.Puestos;

namespace Prep.Verbos;

/// <summary>Where the night is and what comes next, for who starts a program: nothing for those that prove nothing first.</summary>
internal static class Fases
{
    public static async Task<IReadOnlyList<string>> LineasAsync(Almacen almacen, TimeProvider reloj, CancellationToken ct)
    {
        if (almacen.Catalogo is null)
        {
            return [];
        }

        var marcha = await almacen.Base.LeerAsync(
            async tx =>
            {
                var fila = await MarchaFila.LeerAsync(tx);
                await almacen.PonerAlDiaAsync(tx, fila.Configuracion);
                return fila;
            },
            ct);
        var (proceso, ahora) = (almacen.Catalogo!.Proceso, reloj.GetUtcNow());
        var calendario = proceso.Calendario;
        return !proceso.ExigeCeros ? [] : marcha.De(proceso.ExigeCeros).En(calendario, ahora) switch
        {
            Fase.SinCeros when ahora < calendario.PuestaEnCerosEn => [$"Falta la puesta en ceros: ./prep ceros, desde el {proceso.FechaYHora(calendario.PuestaEnCerosEn)}. Antes de ella no se recibe ni se publica nada."],
            Fase.SinCeros => ["Falta la puesta en ceros: ./prep ceros. Antes de ella no se recibe ni se publica nada."],
            Fase.EnCeros => [$"En ceros. Sigue la apertura de la operación, el {proceso.FechaYHora(calendario.AperturaEn)}."],
            Fase.Abierta => [$"Operación abierta; nada se publica todavía. Sigue el inicio de la publicación, el {proceso.FechaYHora(calendario.InicioEn)}."],
            Fase.Publicando => [$"Publicando. La última actualización es el {proceso.FechaYHora(calendario.UltimaActualizacionEn)}."],
            _ => ["La publicación ya cerró: los datos de las actas no cambian."],
        };
    }
}
