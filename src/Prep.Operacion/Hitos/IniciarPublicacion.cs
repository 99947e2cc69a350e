using Prep.Datos;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Calendario;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Hitos;

/// <summary>Records that publication begins: the first corte goes out after it, with all that was verified since the opening. Done again, it changes nothing.</summary>
public static class IniciarPublicacion
{
    public const string Hito = "Inicio";

    /// <param name="YaEstaba">It had begun before.</param>
    public sealed record Iniciada(DateTimeOffset InicioEn, DateTimeOffset RegistradoEn, bool YaEstaba);

    /// <returns><c>sin_puesta_en_ceros</c>; <c>inicio_no_llega</c>; <c>publicacion_cerrada</c>.</returns>
    public static Task<Result<Iniciada>> EjecutarAsync(Contexto c, CancellationToken ct) => c.EnTransaccionAsync<Iniciada>(
        async tx =>
        {
            var marcha = await MarchaFila.DetenerAsync(tx);
            await c.Almacen.PonerAlDiaAsync(tx, marcha.Configuracion);
            if (await HitoFila.LeerAsync(tx, Hito) is { } ya)
            {
                return new Iniciada(Instante.DeMicros(ya.InstanteEn), Instante.DeMicros(ya.RegistradoEn), YaEstaba: true);
            }

            var (ahora, inicio) = (c.Ahora, c.Proceso.Calendario.InicioEn);
            var fase = marcha.De(c.Proceso.ExigeCeros);
            if (fase.CerradaEn is not null)
            {
                return RechazosDeMarcha.Cerrada;
            }

            if (fase.ExigeCeros && fase.CerosEn is null)
            {
                return RechazosDeMarcha.SinCeros;
            }

            if (ahora < inicio)
            {
                return new Rechazo("inicio_no_llega", $"La publicación inicia el {c.Proceso.DiaYHora(inicio)}: todavía no llega la hora.", ClaseDeRechazo.Conflicto);
            }

            HitoFila hito = new() { Tipo = Hito, InstanteEn = inicio.AMicros(), RegistradoEn = ahora.AMicros(), Persona = c.Persona.Valor, Detalle = "{}" };
            await hito.InsertarAsync(tx);
            await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, "publicacion_iniciada", $"{inicio.UtcDateTime:O}", ahora);
            return new Iniciada(inicio, ahora, YaEstaba: false);
        },
        ct);
}
