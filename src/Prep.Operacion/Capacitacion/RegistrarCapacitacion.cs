using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Prep.Datos;
using Prep.Datos.Cuentas;
using Prep.Dominio;
using Prep.Operacion.Cuentas;

namespace Prep.Operacion.Capacitacion;

/// <summary>Adds to the roster what its persons were trained in, all the rows or none. What was already recorded the same is not recorded twice.</summary>
public static class RegistrarCapacitacion
{
    public sealed record Hecho(int Nuevas, int YaEstaban);

    /// <returns><c>persona_desconocida</c> or <c>de_otro_sitio</c>, naming the person.</returns>
    public static Task<Result<Hecho>> EjecutarAsync(IReadOnlyList<RenglonDeCapacitacion> renglones, ContextoDeCuentas c, CancellationToken ct) => c.EnTransaccionAsync<Hecho>(
        async obra =>
        {
            await obra.Tx.Base.CerrojoAsync(obra.Tx, "capacitacion");
            var sitios = await obra.Db.Cuentas.Where(x => x.BajaEn == null).ToDictionaryAsync(x => x.Id, x => x.Sitio, StringComparer.Ordinal, ct);
            var personas = renglones.Select(r => r.Persona).ToHashSet();
            var anteriores = (await obra.Db.Capacitaciones.AsNoTracking().Where(x => personas.Contains(x.Persona)).ToListAsync(ct)).Select(Huella).ToHashSet();
            var nuevas = 0;
            foreach (var renglon in renglones)
            {
                if (!sitios.TryGetValue(renglon.Persona, out var sitio))
                {
                    return RechazosDeCuenta.PersonaDesconocida with { Mensaje = $"«{renglon.Persona}» no está en el padrón. No se registró nada." };
                }

                if (!c.Alcanza(sitio))
                {
                    return RechazosDeCuenta.DeOtroSitio with { Mensaje = $"«{renglon.Persona}» es de otro sitio. No se registró nada." };
                }

                var fila = Fila(renglon, obra);
                if (anteriores.Add(Huella(fila)))
                {
                    await AgregarAsync(obra, fila);
                    nuevas++;
                }
            }

            await obra.Db.SaveChangesAsync(ct);
            return new Hecho(nuevas, renglones.Count - nuevas);
        },
        ct);

    internal static async Task AgregarAsync(ObraDeCuentas obra, CapacitacionFila fila)
    {
        obra.Db.Capacitaciones.Add(fila);
        await obra.AnotarAsync(fila.Persona, "capacitacion", Huella(fila));
    }

    internal static CapacitacionFila Fila(RenglonDeCapacitacion r, ObraDeCuentas obra) => new()
    {
        Persona = r.Persona,
        Puesto = r.Puesto,
        Temas = string.Join('|', r.Temas),
        Minutos = r.Minutos,
        Fecha = r.Fecha.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Instructor = r.Instructor,
        Aprobada = r.Aprobada,
        Calificacion = r.Calificacion,
        RegistradaPor = obra.C.Quien.Valor,
        RegistradaEn = obra.Ahora.AMicros(),
    };

    private static string Huella(CapacitacionFila f) =>
        $"{f.Persona} {f.Puesto} {f.Fecha} {f.Minutos} min {f.Temas} {(f.Aprobada ? "aprobada" : "no aprobada")} {f.Calificacion} {f.Instructor}";
}
