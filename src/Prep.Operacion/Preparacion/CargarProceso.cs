using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Catalogo;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Preparacion;

/// <summary>Puts a process into an empty store: its catalogue, immutable, and one row per expected acta.</summary>
public static class CargarProceso
{
    /// <param name="CatalogoSha256">Of the canonical JSON.</param>
    /// <param name="YaEstaba">The same process was there: nothing changed.</param>
    public sealed record Hecho(string CatalogoSha256, int Actas, bool YaEstaba = false);

    /// <returns>Loaded; the same process again succeeds and changes nothing; another one in the same store is refused.</returns>
    public static async Task<Result<Hecho>> EjecutarAsync(Proceso proceso, Contexto c, CancellationToken ct)
    {
        var json = CatalogoJson.Escribir(proceso);
        var sha256 = CatalogoJson.Sha256(json);
        var actas = proceso.Elecciones.Sum(e => e.Actas.Count);
        var ahora = c.Ahora;
        var hecho = await c.Almacen.Base.EscribirAsync<Result<Hecho>>(
            async tx =>
            {
                if (await tx.UnoAsync("SELECT c.sha256 FROM proceso p JOIN catalogo c ON c.numero = p.catalogo", f => f.GetString(0)) is { } anterior)
                {
                    return anterior == sha256
                        ? new Hecho(sha256, actas, YaEstaba: true)
                        : new Rechazo("ya_hay_proceso", "El almacén ya tiene otro proceso cargado. Use otro almacén (--almacen).", ClaseDeRechazo.Conflicto);
                }

                var numero = await tx.EscalarAsync<long>(
                    "INSERT INTO catalogo (sha256, contenido, cargado_en) VALUES (@p0, @p1, @p2) RETURNING numero",
                    sha256, CatalogoJson.Comprimir(json), ahora.AMicros());
                await tx.EjecutarAsync(
                    "INSERT INTO proceso (clase, id, unico, catalogo, cargado_en, eslabones, cadena) VALUES (@p0, @p1, 1, @p2, @p3, 0, '')",
                    proceso.Clase.ToString(), proceso.Id, numero, ahora.AMicros());
                await InsertarActasAsync(tx, proceso);
                await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, "proceso_cargado", $"{proceso.Id} {proceso.Clase} {sha256}", ahora);
                return new Hecho(sha256, actas);
            },
            r => r.IsOk,
            ct);
        if (hecho.IsOk)
        {
            await c.Almacen.CargarCatalogoAsync(ct);
        }

        return hecho;
    }

    private static async Task InsertarActasAsync(Transaccion tx, Proceso proceso)
    {
        var numero = 0L;
        foreach (var acta in proceso.Elecciones.SelectMany(e => e.Actas))
        {
            numero++;
            ActaFila fila = new()
            {
                Numero = numero,
                Eleccion = acta.Id.Eleccion.Valor,
                Area = acta.Id.Area.Clave,
                Clave = acta.Id.ClaveActa,
                Ordinal = acta.Id.Ordinal,
                Catd = acta.Catd,
            };
            await fila.InsertarAsync(tx);
        }
    }
}
