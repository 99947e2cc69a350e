using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Acopio;
using Prep.Operacion.Captura;
using Prep.Operacion.Cotejo;
using Prep.Operacion.Empaquetado;
using Prep.Operacion.Sitios;
using Prep.Operacion.Supervision;

namespace Prep.Operacion.Tests.Tablero;

/// <summary>A step of a random night. What the state does not allow is refused, and that is part of it.</summary>
public readonly record struct PasoDeNoche(string Obra, int Acta, int Persona, int Valor, int Minutos);

/// <summary>Random work over two CATDs through the real use cases.</summary>
public static class NocheDePrueba
{
    public static readonly string[] Obras =
        ["imagen", "imagen", "escaneo", "bolsa", "bolsa", "vacia", "captura", "captura", "captura", "captura", "captura", "reporte", "resuelve", "sinActa", "confirma", "corrige", "corte", "corte", "coteja", "empaca", "traslada", "incidente", "abre", "suelta"];

    public static Proceso Proceso()
    {
        var proceso = CatalogoDePrueba.Proceso(ClaseDeProceso.Repeticion, casillas: 3);
        return proceso with { Elecciones = [.. proceso.Elecciones.Select(e => e with { Actas = [.. e.Actas.Select((a, i) => a with { Catd = i == 0 ? null : $"CATD-0{i}" })] })] };
    }

    public static async Task DarAsync(AlmacenDePrueba a, PasoDeNoche paso)
    {
        a.Reloj.Avanzar(TimeSpan.FromMinutes(paso.Minutos) + TimeSpan.FromSeconds(7));
        var (id, persona) = (a.Acta(paso.Acta), $"p{paso.Persona}");
        var c = a.Como(persona) with { Sitio = $"CATD-0{1 + (paso.Persona % 2)}", Puesto = "CAPTURA" };
        var nombre = $"{paso} {a.Reloj.Ahora:O}";
        switch (paso.Obra)
        {
            case "imagen":
                await a.ImagenAsync(id, nombre);
                break;
            case "escaneo":
                _ = await Digitalizacion.RecibirImagen.EjecutarAsync(new(JpegDePrueba.De(nombre), Origen.Catd, Medio.Escaner, id, Digitalizacion.FormaDeIdentificar.Qr, "ACTA PREP"), c, default);
                break;
            case "suelta":
                await a.ImagenAsync(null, nombre, Digitalizacion.FormaDeIdentificar.Ninguna);
                break;
            case "bolsa" or "vacia":
                _ = await RegistrarBolsa.EjecutarAsync(new([new(id, paso.Obra == "bolsa")], a.Reloj.Ahora.AddMinutes(-3)), c, default);
                break;
            case "traslada":
                _ = await TrasladarPapel.EjecutarAsync(id, new("CATD-02", "R-1"), c, default);
                break;
            case "captura" or "reporte":
                await CapturarAsync(a, c, paso);
                break;
            case "resuelve":
                _ = await ResolverEnSupervision.EjecutarAsync(id, new([new(4, Cantidad.Numero(paso.Valor))], "se lee"), c, default);
                break;
            case "sinActa":
                _ = await SinActa.ProponerAsync(new([id], MotivoSinActa.PaqueteNoEntregado), c, default);
                break;
            case "confirma":
                _ = await SinActa.ConfirmarAsync(new([id], MotivoSinActa.PaqueteNoEntregado), c, default);
                break;
            case "corrige":
                _ = await AbrirCorreccion.EjecutarAsync(id, new("mal publicada", ConOtraImagen: paso.Valor == 1), c, default);
                break;
            case "coteja":
                _ = await CotejarActa.EjecutarAsync(id, new(1, ResultadoDeCotejo.Igual), c, default);
                break;
            case "empaca":
                _ = await EmpaquetarActas.EjecutarAsync(new(c.Sitio!, nombre, [id]), c, default);
                break;
            case "corte":
                await a.CorteAsync();
                break;
            default:
                await AnotarAsync(paso.Obra, c);
                break;
        }
    }

    private static async Task CapturarAsync(AlmacenDePrueba a, Contexto c, PasoDeNoche paso)
    {
        if (await TomarActa.EjecutarAsync(c, default, a.Acta(paso.Acta)) is not { IsOk: true, Value: var tomada })
        {
            return;
        }

        if (paso.Obra == "reporte")
        {
            _ = await ReportarImagen.EjecutarAsync(new(tomada.Turno, DefectoDeImagen.Ilegible), c, default);
            return;
        }

        var valores = AlmacenDePrueba.Valores(paso.Valor);
        _ = await CapturarActa.EjecutarAsync(
            new(tomada.Turno, ClaveEscrita.De(a.Proceso.Dip().Actas[paso.Acta].Casilla), [.. tomada.Campos.Select(f => Cantidad.DeCodigo(valores[f.Campo]))]), c, default);
    }

    private static async Task AnotarAsync(string obra, Contexto c)
    {
        if (obra == "incidente")
        {
            _ = await AbrirIncidente.EjecutarAsync(c.Sitio!, new(Dominio.Sitios.CategoriaDeIncidente.Enlace, "sin enlace"), c, default);
            return;
        }

        foreach (var punto in Dominio.Sitios.ListaDeComprobacion.De(Dominio.Sitios.MomentoDeLista.Apertura))
        {
            _ = await RevisarPunto.EjecutarAsync(c.Sitio!, new(Dominio.Sitios.MomentoDeLista.Apertura, punto.Clave, Dominio.Sitios.RespuestaDeLista.Si, ""), c, default);
        }

        _ = await AbrirSitio.EjecutarAsync(c.Sitio!, c, default);
    }
}
