using Microsoft.EntityFrameworkCore;
using Prep.Datos;
using Prep.Datos.Cuentas;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Capacitacion;

/// <summary>What the papers of a practice say, told by who drew them. Only a practice has answers.</summary>
public static class GuardarRespuestas
{
    /// <param name="Originales">Files given to be digitised that show this acta, and whether each can be read.</param>
    public sealed record Respuesta(ActaId Acta, string Documento, IReadOnlyList<Cantidad> Campos, IReadOnlyList<(CodigoDeIntegridad Codigo, bool Sirve)> Originales);

    /// <returns><c>no_es_practica</c>.</returns>
    public static Task<Result<Acuse>> EjecutarAsync(Respuesta r, ContextoDeCuentas c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async obra =>
        {
            if (c.Proceso?.Clase != ClaseDeProceso.Practica)
            {
                return RechazosDeEjercicio.NoEsPractica;
            }

            var acta = $"{r.Acta}";
            if (await obra.Db.Respuestas.FindAsync([acta], ct) is null)
            {
                obra.Db.Respuestas.Add(new() { Acta = acta, Documento = r.Documento, Campos = CamposCompactos.Escribir(r.Campos) });
            }

            foreach (var (codigo, sirve) in r.Originales)
            {
                if (await obra.Db.OriginalesDePractica.FindAsync([codigo.Hex], ct) is null)
                {
                    obra.Db.OriginalesDePractica.Add(new() { Codigo = codigo.Hex, Acta = acta, Sirve = sirve });
                }
            }

            await obra.Db.SaveChangesAsync(ct);
            return new Acuse(obra.Ahora);
        },
        ct);
}

/// <summary>From here on, what the person does in her puesto is scored.</summary>
public static class EmpezarEjercicio
{
    /// <returns><c>no_es_practica</c>, <c>puesto_sin_ejercicios</c>, <c>ejercicio_abierto</c>.</returns>
    public static Task<Result<Acuse>> EjecutarAsync(string puesto, ContextoDeCuentas c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async obra =>
        {
            if (c.Proceso?.Clase != ClaseDeProceso.Practica)
            {
                return RechazosDeEjercicio.NoEsPractica;
            }

            if (!CalificarEjercicio.Puestos.Contains(puesto))
            {
                return RechazosDeEjercicio.PuestoSinEjercicios;
            }

            var persona = c.Quien.Valor;
            await obra.Tx.Base.CerrojoAsync(obra.Tx, $"ejercicio {persona}");
            if (await obra.Db.Ejercicios.AnyAsync(e => e.Persona == persona && e.TerminadoEn == null, ct))
            {
                return RechazosDeEjercicio.Abierto;
            }

            obra.Db.Ejercicios.Add(new() { Persona = persona, Puesto = puesto, EmpezadoEn = obra.Ahora.AMicros() });
            await obra.Db.SaveChangesAsync(ct);
            await obra.AnotarAsync(persona, "ejercicio_empezado", puesto);
            return new Acuse(obra.Ahora);
        },
        ct);
}

/// <summary>Ends the exercise, scores it and records it in the roster. Only now does the person see what was right.</summary>
public static class TerminarEjercicio
{
    public const string Instructor = "Ejercicio de práctica";

    /// <returns>The number of the exercise; <c>sin_ejercicio</c>, <c>ejercicio_vacio</c>.</returns>
    public static Task<Result<long>> EjecutarAsync(Contexto operacion, ContextoDeCuentas c, CancellationToken ct) => c.EnTransaccionAsync<long>(
        async obra =>
        {
            var persona = c.Quien.Valor;
            await obra.Tx.Base.CerrojoAsync(obra.Tx, $"ejercicio {persona}");
            if (await obra.Db.Ejercicios.FirstOrDefaultAsync(e => e.Persona == persona && e.TerminadoEn == null, ct) is not { } ejercicio)
            {
                return RechazosDeEjercicio.NoHay;
            }

            var calificacion = await VerEjercicios.CalificarAsync(ejercicio, obra.Ahora, obra.Db, operacion, ct);
            if (calificacion.Trabajos.Count == 0)
            {
                return RechazosDeEjercicio.Vacio;
            }

            ejercicio.TerminadoEn = obra.Ahora.AMicros();
            var minutos = (int)Math.Max(1, Math.Ceiling((calificacion.UltimoEn - Instante.DeMicros(ejercicio.EmpezadoEn)).TotalMinutes));
            var hoy = DateOnly.FromDateTime(operacion.Proceso.Local(obra.Ahora).DateTime);
            var fila = RegistrarCapacitacion.Fila(new(persona, ejercicio.Puesto, [TemasDeCapacitacion.Puesto], minutos, hoy, Instructor, calificacion.Aprobada, calificacion.Puntos), obra);
            fila.Ejercicio = ejercicio.Id;
            await RegistrarCapacitacion.AgregarAsync(obra, fila);
            await obra.Db.SaveChangesAsync(ct);
            return ejercicio.Id;
        },
        ct);
}

/// <param name="Abierto">Null when the person is in none.</param>
/// <param name="Terminados">From the newest.</param>
/// <param name="Elegido">Number and answers of one that ended.</param>
public sealed record EjerciciosVistos(EjercicioFila? Abierto, IReadOnlyList<CapacitacionFila> Terminados, (long Ejercicio, Calificacion Calificacion)? Elegido);

public static class VerEjercicios
{
    /// <param name="ejercicio">Whose answers to see: one of the same person, ended; another one shows none.</param>
    public static Task<EjerciciosVistos> EjecutarAsync(long? ejercicio, Contexto operacion, ContextoDeCuentas c, CancellationToken ct) => c.LeerAsync(
        async db =>
        {
            var persona = c.Quien.Valor;
            var abierto = await db.Ejercicios.AsNoTracking().FirstOrDefaultAsync(e => e.Persona == persona && e.TerminadoEn == null, ct);
            var terminados = await db.Capacitaciones.AsNoTracking().Where(f => f.Persona == persona && f.Ejercicio != null).OrderByDescending(f => f.Id).ToListAsync(ct);
            var elegido = await db.Ejercicios.AsNoTracking().FirstOrDefaultAsync(e => e.Id == ejercicio && e.Persona == persona && e.TerminadoEn != null, ct);
            return new EjerciciosVistos(abierto, terminados,
                elegido is null ? null : (elegido.Id, await CalificarAsync(elegido, Instante.DeMicros(elegido.TerminadoEn!.Value), db, operacion, ct)));
        },
        ct);

    internal static async Task<Calificacion> CalificarAsync(EjercicioFila ejercicio, DateTimeOffset hasta, CuentasContext db, Contexto operacion, CancellationToken ct) => await new CalificarEjercicio(
        operacion, ejercicio, hasta,
        await db.Respuestas.AsNoTracking().ToDictionaryAsync(r => r.Acta, ct),
        await db.OriginalesDePractica.AsNoTracking().ToDictionaryAsync(o => o.Codigo, ct)).EjecutarAsync(ct);
}

/// <summary>Every way in which an exercise says no.</summary>
public static class RechazosDeEjercicio
{
    public static readonly Rechazo NoEsPractica = new("no_es_practica", "Sólo hay ejercicios en un proceso de práctica. Este proceso no lo es.");
    public static readonly Rechazo PuestoSinEjercicios = new("puesto_sin_ejercicios", "Su puesto no tiene ejercicios calificados. Los hay de captura, digitalización y acopio.");
    public static readonly Rechazo Abierto = new("ejercicio_abierto", "Ya tiene un ejercicio empezado. Termínelo para empezar otro.", ClaseDeRechazo.Conflicto);
    public static readonly Rechazo NoHay = new("sin_ejercicio", "No tiene un ejercicio empezado.", ClaseDeRechazo.Conflicto);
    public static readonly Rechazo Vacio = new("ejercicio_vacio", "Todavía no ha entregado nada que se pueda calificar. Vaya a su puesto, trabaje y vuelva; el ejercicio sigue abierto.");
}
