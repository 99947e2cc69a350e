using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;

namespace Prep.Operacion.Captura;

/// <summary>Gives a captor the next acta of the queue for a while, by lot among the oldest, rather one that nobody of the same site has had. The captor does not choose it nor learns its key or its round.</summary>
public static class TomarActa
{
    /// <summary>How long a captor holds an acta.</summary>
    public static readonly TimeSpan Duracion = TimeSpan.FromMinutes(10);

    /// <param name="Campo">Place in the acta, from 0.</param>
    /// <param name="Nombre">What stands beside the box on the acta.</param>
    /// <param name="Paso">Order in which it appears on the paper.</param>
    /// <param name="Lugar">Where it stands on the sheet; null when the sheet is not known.</param>
    public sealed record CampoPorCapturar(int Campo, string Nombre, int Paso, Recuadro? Lugar);

    /// <param name="Turno">Names this lease in the capture.</param>
    /// <param name="Imagen">SHA-256 of the image to look at.</param>
    /// <param name="LugarDeClave">Where section, type and number stand on the sheet.</param>
    /// <param name="Segundos">Time left: the clock of the captor's computer may be wrong.</param>
    public sealed record ActaTomada(string Turno, string Imagen, IReadOnlyList<CampoPorCapturar> Campos, Recuadro? LugarDeClave, DateTimeOffset VenceEn, int Segundos);

    internal static void Map(RouteGroupBuilder captura) =>
        captura.MapPost("/turnos", (Contexto c, CancellationToken ct) => EjecutarAsync(c, ct).ToHttp()).Permite<ActaTomada>(Permiso.Capturar);

    /// <param name="guion">Which acta, only in a repetición: it follows the script of the original night.</param>
    public static async Task<Result<ActaTomada>> EjecutarAsync(Contexto c, CancellationToken ct, ActaId? guion = null) => await c.EnTransaccionAsync<ActaTomada>(
        async tx =>
        {
            var ahora = c.Ahora;
            if (await c.SiCerradaAsync(tx, ahora) is { } cerrada)
            {
                return cerrada;
            }

            if (guion is not null && !c.EsRepeticion)
            {
                return new Rechazo("no_se_elige", "El acta la asigna la cola.", ClaseDeRechazo.NoPermitido);
            }

            long? numero = null;
            if (guion is { } id && (numero = c.Catalogo.Buscar(id)) is null)
            {
                return RechazosDeActa.ActaDesconocida;
            }

            if (numero is not null)
            {
                return await Nuevo(c, ahora, Duracion).TomarAsync(tx, numero) is { } delGuion ? await DescribirAsync(tx, c, delGuion) : RechazosDeActa.ColaVacia;
            }

            // Two tabs that ask at once get the same one.
            await tx.Base.CerrojoAsync(tx, $"turno de {c.Persona}");
            var turno = await TurnoFila.VivoAsync(tx, c.Persona.Valor, ahora.AMicros()) ?? await Nuevo(c, ahora, Duracion).TomarAsync(tx);
            if (turno is null)
            {
                return RechazosDeActa.ColaVacia;
            }

            if (turno.Apartado)
            {
                await turno.AbrirAsync(tx, ahora.AMicros(), (ahora + Duracion).AMicros());
            }

            return await DescribirAsync(tx, c, turno);
        },
        ct);

    internal static TurnoFila Nuevo(Contexto c, DateTimeOffset ahora, TimeSpan duracion, bool apartado = false) => new()
    {
        Id = Guid.CreateVersion7(ahora).ToString("N"),
        Persona = c.Persona.Valor,
        Sitio = c.Sitio ?? "",
        Apartado = apartado,
        TomadoEn = ahora.AMicros(),
        VenceEn = (ahora + duracion).AMicros(),
    };

    internal static async Task<Result<ActaTomada>> DescribirAsync(Transaccion tx, Contexto c, TurnoFila turno)
    {
        var imagen = (await tx.UnoAsync("SELECT sha256 FROM imagen WHERE id = @p0", f => f.GetString(0), turno.Imagen))!;
        var (eleccion, acta) = c.Catalogo.Acta(turno.Acta)!.Value;
        var boleta = eleccion.Boleta(acta.Id);
        IReadOnlyList<int> posiciones = ReglasDeCaptura.Todos(boleta);
        if (turno.Ronda == 3)
        {
            var abierta = await ActaAbierta.AbrirAsync(tx, c, turno.Acta);
            if (abierta.Value.Expediente.Datos is not EstadoDeDatos.TerceraPendiente t)
            {
                return RechazosDeActa.NoSeCaptura;
            }

            posiciones = ReglasDeCaptura.Diferencias(t.Primera, t.Segunda);
        }

        var cajas = eleccion.Plantilla(acta)?.Cajas ?? [];
        var orden = cajas.Select((c, i) => (c, i)).Where(p => p.c.Campo is not null).ToDictionary(p => p.c.Campo!.Value, p => (Paso: p.i, p.c.Lugar));
        return new ActaTomada(
            turno.Id, imagen,
            [.. posiciones.Select(p => orden.TryGetValue(p, out var caja)
                ? new CampoPorCapturar(p, Nombre(eleccion, boleta, p), caja.Paso, caja.Lugar)
                : new CampoPorCapturar(p, Nombre(eleccion, boleta, p), p, null))],
            cajas.FirstOrDefault(c => c.Campo is null)?.Lugar,
            Instante.DeMicros(turno.VenceEn), (int)((turno.VenceEn - c.Ahora.AMicros()) / 1_000_000));
    }

    /// <summary>What stands beside the box on the acta.</summary>
    internal static string Nombre(Eleccion eleccion, Boleta boleta, int campo) => campo switch
    {
        0 => "Boletas sobrantes",
        1 => "Personas que votaron",
        2 => "Representantes que votaron",
        3 => "Votos sacados de la urna",
        _ when campo - 4 < boleta.Contendientes.Count => Impreso(eleccion, boleta.Contendientes[campo - 4]),
        _ when campo - 4 == boleta.Contendientes.Count => "Candidaturas no registradas",
        _ when campo - 4 == boleta.Contendientes.Count + 1 => "Votos nulos",
        _ => "Total",
    };

    // Several emblems in one box are read one after another, not as the name of a column.
    private static string Impreso(Eleccion eleccion, int columna) => eleccion.Contendientes[columna].Integrantes is { Count: > 0 } integrantes
        ? string.Join(" · ", integrantes.Select(i => eleccion.Contendientes[i].Nombre))
        : eleccion.Contendientes[columna].Nombre.Replace('_', ' ');
}
