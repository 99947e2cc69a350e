using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;
using Prep.Operacion;
using Prep.Operacion.Preparacion;
using Prep.Operacion.Preparacion.Carpeta;
using Prep.Simulador.Noches;

namespace Prep.Medidas;

/// <summary>A seeded night of 12,000 actas written straight into the tables, as it stands at an instant: rows as the use cases leave them, without their commits.</summary>
public static class NocheEnTablas
{
    public const int Actas = 12_000;

    /// <summary>The two elections of Oaxaca 2024, and a third over the first casillas until there are enough.</summary>
    public static Proceso Proceso()
    {
        var leido = LectorDeCarpeta.Leer(Lugar.Dato("oaxaca-2024")).Resultado.Value;
        var modelo = leido.Elecciones[0];
        EleccionId tercera = new("tercera");
        var faltan = Actas - leido.Elecciones.Sum(e => e.Actas.Count);
        return leido with
        {
            Elecciones =
            [
                .. leido.Elecciones.Select(e => e with { Actas = [.. e.Actas.Select(ConCatd)] }),
                modelo with { Id = tercera, Actas = [.. modelo.Actas.Take(faltan).Select(a => ConCatd(a) with { Id = a.Id with { Eleccion = tercera } })] },
            ],
        };
    }

    /// <returns>The actas whose bolsa has not come: what a measure may still register.</returns>
    public static async Task<IReadOnlyList<ActaId>> LlenarAsync(Almacen almacen, TimeProvider reloj, DateTimeOffset hasta, CancellationToken ct)
    {
        var proceso = Proceso();
        _ = (await CargarProceso.EjecutarAsync(proceso, new(new("medida"), almacen, reloj), ct)).Value;
        var noche = Noche.De(proceso, 2024);
        var pendientes = noche.Actas.Where(a => (a.Origen == Origen.Catd ? a.AcopioEn : a.BolsaEn ?? DateTimeOffset.MaxValue) > hasta && a.Motivo is null).Select(a => a.Acta.Id).ToArray();
        await almacen.Base.EscribirAsync(
            async tx =>
            {
                foreach (var corte in proceso.Calendario.Cortes().Where(c => c <= hasta))
                {
                    await new CorteFila { Id = Id(corte), InstanteEn = corte.AMicros(), Estado = "Publicado", PreparadoEn = corte.AMicros(), PublicadoEn = corte.AddSeconds(4).AMicros() }.InsertarAsync(tx);
                }

                foreach (var acta in noche.Actas.Where(a => a.AcopioEn <= hasta))
                {
                    await EscribirAsync(tx, almacen, acta, hasta);
                }

                return true;
            },
            _ => true,
            ct);
        return pendientes;
    }

    private static async Task EscribirAsync(Transaccion tx, Almacen almacen, ActaDeNoche a, DateTimeOffset hasta)
    {
        var numero = almacen.Catalogo!.Buscar(a.Acta.Id)!.Value;
        var fila = (await tx.UnoAsync("SELECT numero FROM acta WHERE numero = @p0", f => new ActaFila { Numero = f.GetInt64(0) }, numero))!;
        var (bolsa, ahi) = (a.Origen == Origen.Catd ? a.AcopioEn : a.BolsaEn, a.Acta.Catd);
        if (a.Motivo is null && bolsa <= hasta)
        {
            (fila.Papel, fila.Documento, fila.AcopioEn, fila.AcopioRegistradoEn) = (nameof(EstadoDePapel.Recibido), a.Documento, bolsa.AMicros(), bolsa.AMicros());
        }

        fila.Catd = ahi;
        if (a.Datos is { } datos && a.RecibidaEn <= hasta)
        {
            ImagenFila imagen = new() { Sha256 = $"{numero:x64}", Acta = numero, Estado = EstadoDeImagen.Vigente, Origen = a.Origen.ToString(), Medio = a.Medio.ToString(), Documento = a.Documento, Clase = almacen.Catalogo.Proceso.Clase.ToString(), AcopioEn = a.AcopioEn.AMicros(), RecibidaEn = a.RecibidaEn.AMicros(), Persona = "cae" };
            await imagen.InsertarAsync(tx);
            (fila.Estado, fila.Imagen, fila.Vacantes, fila.EstadoEn, fila.Cola) = (nameof(EstadoDeDatos.EnCola), imagen.Id, 2, a.RecibidaEn.AMicros(), numero);
            await CapturarAsync(tx, almacen, a, numero, fila, imagen.Id, datos, hasta);
        }

        if (a.VerificadaEn <= hasta)
        {
            (fila.Estado, fila.Vigente, fila.SinActa, fila.Vacantes, fila.Cola, fila.EstadoEn) = (nameof(EstadoDeDatos.Verificada), 1, a.Datos is null, 0, null, a.VerificadaEn.AMicros());
            RegistroDeActa registro = new(
                a.Acta.Id, 1, a.Datos is { } d ? new Contenido.Capturada(d) : new Contenido.SinActa(a.Motivo!.Value), new(Contabilizada.Si, default), null, a.Documento, a.AcopioEn, a.CapturaEn, a.VerificadaEn);
            await VersionFila.De(numero, almacen.Catalogo.Numero, registro).InsertarAsync(tx);
            if (almacen.Catalogo.Proceso.Calendario.Cortes().Cast<DateTimeOffset?>().FirstOrDefault(c => c >= a.VerificadaEn && c <= hasta) is { } corte)
            {
                await tx.EjecutarAsync("INSERT INTO corte_agrega (acta, version, suceso, corte) VALUES (@p0, 1, 0, @p1)", numero, Id(corte));
                await tx.EjecutarAsync("DELETE FROM por_publicar WHERE acta = @p0", numero);
            }
        }

        fila.Eslabones = 6;
        await fila.GuardarAsync(tx);
    }

    private static async Task CapturarAsync(Transaccion tx, Almacen almacen, ActaDeNoche a, long numero, ActaFila fila, long imagen, DatosDeActa datos, DateTimeOffset hasta)
    {
        var primero = datos.Campos.ToArray();
        var casilla = a.Acta.Casilla;
        foreach (var (ronda, en) in new[] { (1, a.CapturaEn), (2, a.VerificadaEn) }.Where(r => r.Item2 <= hasta))
        {
            var campos = primero.ToArray();
            foreach (var (_, campo, escrito) in a.Errores.Where(e => e.Ronda == ronda))
            {
                campos[campo] = escrito;
            }

            var turno = $"{numero}-{ronda}";
            await tx.EjecutarAsync(
                "INSERT INTO turno (id, acta, version, imagen, ronda, persona, sitio, tomado_en, vence_en, entregado_en, apartado) VALUES (@p0, @p1, 1, @p2, 1, @p3, @p4, @p5, @p5, @p5, @p6)",
                turno, numero, imagen, $"p{ronda}", $"CCV-{(numero + ronda) % 4:00}", en.AMicros(), false);
            await new CapturaFila { Acta = numero, Version = 1, Persona = $"p{ronda}", Imagen = imagen, Orden = ronda, Turno = turno, Catalogo = almacen.Catalogo!.Numero, Boleta = "A", Seccion = casilla.Seccion, Tipo = "B", Numero = casilla.Numero, ExtContigua = casilla.ExtContigua, Campos = CamposCompactos.Escribir(campos), CapturadaEn = en.AMicros() }.InsertarAsync(tx);
            (fila.Estado, fila.Vacantes) = (nameof(EstadoDeDatos.UnaCaptura), 1);
        }
    }

    private static ActaEsperada ConCatd(ActaEsperada acta) => acta with { Catd = acta.Catd ?? $"CATD-{acta.Id.Area.Clave}" };

    private static string Id(DateTimeOffset corte) => corte.ToString("yyyyMMdd_HHmm");
}
