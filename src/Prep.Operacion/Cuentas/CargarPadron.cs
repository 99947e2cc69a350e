using Microsoft.EntityFrameworkCore;
using Prep.Datos;
using Prep.Datos.Cuentas;
using Prep.Dominio;

namespace Prep.Operacion.Cuentas;

/// <summary>Puts a roster in the accounts, whole or not at all. Who is not in the file stays as she was; who has no puestos leaves.</summary>
public static class CargarPadron
{
    public sealed record Hecho(int Nuevas, int Cambiadas, int Bajas, int Iguales);

    /// <returns><c>padron_con_faltas</c> with all of them, one a line.</returns>
    public static Task<Result<Hecho>> EjecutarAsync(LecturaDePadron lectura, ContextoDeCuentas c, CancellationToken ct) => lectura.Renglones is not { } renglones
        ? Task.FromResult<Result<Hecho>>(new Rechazo("padron_con_faltas", string.Join('\n', lectura.Lineas()), ClaseDeRechazo.Entrada))
        : c.EnTransaccionAsync<Hecho>(
            async obra =>
            {
                var cuentas = await obra.Db.Cuentas.ToDictionaryAsync(x => x.Id, StringComparer.Ordinal, ct);
                var (nuevas, cambiadas, bajas) = (0, 0, 0);
                foreach (var renglon in renglones)
                {
                    var puestos = string.Join(';', renglon.Puestos);
                    if (!cuentas.TryGetValue(renglon.Persona, out var cuenta))
                    {
                        cuenta = new() { Id = renglon.Persona };
                        obra.Sellar(cuenta);
                        obra.Db.Cuentas.Add(cuenta);
                        nuevas++;
                    }
                    else if ((cuenta.Nombre, cuenta.Sitio, cuenta.Puestos) == (renglon.Nombre, renglon.Sitio, puestos))
                    {
                        continue;
                    }
                    else if (puestos.Length == 0)
                    {
                        bajas++;
                    }
                    else
                    {
                        cambiadas++;
                    }

                    await obra.AnotarAsync(renglon.Persona, "padron", $"{cuenta.Sitio} {cuenta.Puestos} → {renglon.Sitio} {puestos}");
                    (cuenta.Nombre, cuenta.Sitio, cuenta.Puestos) = (renglon.Nombre, renglon.Sitio, puestos);
                    cuenta.BajaEn = puestos.Length == 0 ? obra.Ahora.AMicros() : null;
                    cuenta.ConcurrencyStamp = Guid.CreateVersion7(obra.Ahora).ToString("N");
                }

                await obra.Db.SaveChangesAsync(ct);
                Hecho hecho = new(nuevas, cambiadas, bajas, renglones.Count - nuevas - cambiadas - bajas);
                await obra.AnotarAsync("", "padron_cargado", $"nuevas {nuevas}, cambiadas {cambiadas}, bajas {bajas}");
                return hecho;
            },
            ct);
}
