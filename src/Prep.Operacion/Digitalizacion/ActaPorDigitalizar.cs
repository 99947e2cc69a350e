using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Acopio;
using Prep.Operacion.Http;

namespace Prep.Operacion.Digitalizacion;

/// <summary>What a digitalizador needs to know of an acta before registering an image of it: never what it says.</summary>
/// <param name="Nombre">As people say it: section, casilla, election.</param>
/// <param name="Recibida">Its bolsa was registered: without that nobody could say its hour of acopio.</param>
/// <param name="Documento">What acopio said that the paper is.</param>
/// <param name="Avisos">What to look at before going on, in words.</param>
/// <param name="Espera">The image will be the one that is captured; else it is kept linked.</param>
public sealed record ActaPorDigitalizar(ActaId Acta, string Nombre, bool Recibida, string Documento, bool Espera, bool ConImagen, IReadOnlyList<string> Avisos)
{
    internal static void Map(RouteGroupBuilder digitalizacion)
    {
        digitalizacion.MapGet("/actas", (string busca, Contexto c, CancellationToken ct) => BuscarAsync(busca, c, ct).ToHttp()).Permite<IReadOnlyList<ActaPorDigitalizar>>(Permiso.Digitalizar);
    }

    /// <summary>The actas of a casilla, by what a person can write of it.</summary>
    public static async Task<Result<IReadOnlyList<ActaPorDigitalizar>>> BuscarAsync(string texto, Contexto c, CancellationToken ct)
    {
        var halladas = BuscarCasilla.Ejecutar(texto, c);
        if (!halladas.IsOk)
        {
            return halladas.Rechazo;
        }

        long[] numeros = [.. halladas.Value.Take(20).SelectMany(h => c.Catalogo.DeCasilla(h.Clave))];
        return (await ActaEnAcopio.LeerAsync(c, numeros, ct)).Select(a => De(a, c)).ToArray();
    }

    public static async Task<ActaPorDigitalizar?> LeerAsync(ActaId id, Contexto c, CancellationToken ct) =>
        c.Catalogo.Buscar(id) is { } numero ? De((await ActaEnAcopio.LeerAsync(c, [numero], ct))[0], c) : null;

    /// <summary>Received at this CATD and without an image that can be captured: what is left to do, and what was asked again (E4).</summary>
    public static async Task<IReadOnlyList<(ActaPorDigitalizar Acta, bool OtraVez)>> PendientesAsync(Contexto c, CancellationToken ct)
    {
        var numeros = await PorDigitalizar.NumerosAsync(c, ct);
        return [.. (await ActaEnAcopio.LeerAsync(c, numeros, ct)).Select(a => (De(a, c), a.OtraImagen))];
    }

    private static ActaPorDigitalizar De(ActaEnAcopio acta, Contexto c)
    {
        List<string> avisos = [];
        if (!acta.EnPapel)
        {
            avisos.Add("Su bolsa no está registrada en acopio: registre primero la bolsa.");
        }

        if (c.Sitio is { } sitio && acta.CatdActual is { } catd && catd != sitio)
        {
            avisos.Add($"La espera {catd}, no {sitio}. Revise la etiqueta.");
        }

        if (acta.OtraImagen)
        {
            avisos.Add("Se pidió digitalizarla otra vez: esta imagen toma el lugar de la anterior, que se guarda.");
        }
        else if (acta.ConImagen)
        {
            avisos.Add("Ya tiene una imagen: ésta quedará guardada junto a ella, sin capturarse. Si el papel es otro, distinto, márquelo como dos actas distintas.");
        }

        if (acta.Doble)
        {
            avisos.Add("Se reportaron dos actas distintas de esta casilla: las imágenes quedan retenidas y decide supervisión.");
        }

        if (acta.SinActa || acta.Propuesta is not null)
        {
            avisos.Add("Estaba como «sin acta»: al registrar la imagen, la imagen vale.");
        }

        var casilla = acta.Esperada.Casilla;
        return new(
            acta.Id,
            $"{(casilla.Seccion.Length == 0 ? "Mesa" : casilla.Seccion)} {casilla.Etiqueta} · {acta.Eleccion.Titulo} (acta {acta.Esperada.TipoActa}) · {acta.Area}",
            acta.EnPapel,
            acta.Documento.Length > 0 ? acta.Documento : TiposDeDocumento.ActaPrep,
            !acta.ConImagen || acta.OtraImagen,
            acta.ConImagen,
            avisos);
    }
}
