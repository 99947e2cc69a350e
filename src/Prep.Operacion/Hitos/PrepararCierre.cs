using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Calendario;

namespace Prep.Operacion.Hitos;

/// <summary>The coordinator of a CATD affirms again, for the close, that the packages "no entregado" of the CATD did not arrive.</summary>
public static class ReafirmarPaquete
{
    /// <param name="Acta">Number of the acta in the store.</param>
    public sealed record Request(long Acta, string Nota = "");

    /// <summary>Those of a site that wait for it.</summary>
    public sealed record Pendiente(long Acta, string Clave, string Eleccion);

    private static readonly Rechazo _noEspera = new("paquete_no_espera", "Ese paquete ya se reafirmó, o su acta ya no está sin acta: vuelva a cargar la pantalla.", ClaseDeRechazo.Conflicto);

    public static Task<IReadOnlyList<Pendiente>> PendientesAsync(string sitio, Contexto c, CancellationToken ct) => c.Almacen.Base.LeerAsync<IReadOnlyList<Pendiente>>(
        async tx => (await MarchaFila.LeerAsync(tx)).CerradoEn is not null ? []
            : [.. (await PendientesDeCierre.ContarAsync(tx, c)).Paquetes.Where(p => p.Catd == sitio)
                .Select(p => new Pendiente(p.Acta, c.Catalogo.Acta(p.Acta)?.Acta.Casilla.Clave ?? $"{p.Acta}", p.Eleccion))],
        ct);

    public static Task<Result<Acuse>> EjecutarAsync(Request r, Contexto c, CancellationToken ct) => PrepararCierre.DecirAsync(
        "paquete_reafirmado", c,
        async (tx, ahora) =>
        {
            var espera = (await PendientesDeCierre.ContarAsync(tx, c)).Paquetes.FirstOrDefault(p => p.Acta == r.Acta);
            return espera is null ? _noEspera
                : c.Sitio is { } sitio && espera.Catd != sitio ? new Rechazo("sitio_ajeno", $"Ese paquete es de {espera.Catd}: lo reafirma su coordinación.", ClaseDeRechazo.NoPermitido)
                : new PasoDeCierreFila { Tipo = PasoDeCierreFila.Paquete, Acta = espera.Acta, Version = espera.Version, Nota = r.Nota.Trim() };
        },
        ct);
}

/// <summary>Somebody of the centre declares that no means are left to recover what is missing.</summary>
public static class DeclararAgotada
{
    /// <param name="Texto">What was done to recover it.</param>
    public sealed record Request(string Texto);

    public static Task<Result<Acuse>> EjecutarAsync(Request r, Contexto c, CancellationToken ct) => PrepararCierre.DecirAsync(
        "recuperacion_agotada", c,
        (_, _) => Task.FromResult<Result<PasoDeCierreFila>>(string.IsNullOrWhiteSpace(r.Texto) || r.Texto.Length > 2000
            ? new Rechazo("falta_texto", "Escriba qué se hizo para recuperar las actas que faltan, en 2000 letras a lo más.", ClaseDeRechazo.Entrada)
            : new PasoDeCierreFila { Tipo = PasoDeCierreFila.Agotada, Nota = r.Texto.Trim() }),
        ct);
}

/// <summary>The first of the two persons asks for the early close; nothing may be pending but the second one.</summary>
public static class SolicitarCierre
{
    public static Task<Result<Acuse>> EjecutarAsync(Contexto c, CancellationToken ct) => PrepararCierre.DecirAsync(
        "cierre_solicitado", c,
        async (tx, _) =>
        {
            // As if the other person were there: all the rest is asked now.
            var impedimentos = (await PendientesDeCierre.ContarAsync(tx, c)).Impedimentos(c.Persona.Valor, "");
            return impedimentos.Count > 0 ? PrepararCierre.Reunir(impedimentos) : new PasoDeCierreFila { Tipo = PasoDeCierreFila.Solicitud };
        },
        ct);
}

/// <summary>What the steps before an early close share: all stop the night for a moment, are written once, and go to the bitácora.</summary>
internal static class PrepararCierre
{
    private static readonly Rechazo _yaDicho = new("ya_dicho", "Eso ya quedó dicho: vuelva a cargar la pantalla.", ClaseDeRechazo.Conflicto);

    public static Task<Result<Acuse>> DecirAsync(string accion, Contexto c, Func<Transaccion, DateTimeOffset, Task<Result<PasoDeCierreFila>>> decir, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async tx =>
        {
            var marcha = await MarchaFila.DetenerAsync(tx);
            await c.Almacen.PonerAlDiaAsync(tx, marcha.Configuracion);
            var ahora = c.Ahora;
            if (marcha.De(c.Proceso.ExigeCeros).Impedimento(c.Proceso.Calendario, ahora) is { } no)
            {
                return no;
            }

            var paso = await decir(tx, ahora);
            if (!paso.IsOk)
            {
                return paso.Rechazo;
            }

            (paso.Value.Persona, paso.Value.DichoEn) = (c.Persona.Valor, ahora.AMicros());
            if (!await paso.Value.AgregarAsync(tx))
            {
                return _yaDicho;
            }

            await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, accion, $"{(paso.Value.Acta > 0 ? $"acta={paso.Value.Acta} v{paso.Value.Version} " : "")}{paso.Value.Nota}".Trim(), ahora);
            return new Acuse(ahora);
        },
        ct);

    public static Rechazo Reunir(IReadOnlyList<Rechazo> impedimentos) =>
        new(impedimentos[0].Codigo, string.Join(" ", impedimentos.Select(i => i.Mensaje)), ClaseDeRechazo.Conflicto);
}
