using System.Globalization;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Publicacion.Sitio.Textos;
using Prep.Publicacion.Sitio.Vistas;

namespace Prep.Publicacion.Sitio.Historia;

/// <summary>One thing that a version of an acta says otherwise than the version before.</summary>
/// <param name="Campo">Its place in the JSON of the acta: <c>datos.votos.PAN</c>.</param>
/// <param name="Rotulo">The same, for a person.</param>
/// <param name="Antes">As that JSON writes it, but always as text; null when there was none.</param>
/// <remarks>TOTAL_VOTOS_ASENTADO belongs to the databases only and is never here.</remarks>
public sealed record CambioDeActa(string Campo, string Rotulo, string? Antes, string? Ahora)
{
    public const string Estado = "estado";
    public const string Observaciones = "observaciones";
    public const string Documento = "documento";
    public const string Imagen = "imagen.sha256";
    public const string Total = "datos.totalCalculado";

    public static IReadOnlyList<CambioDeActa> Entre(List<(string Campo, string Rotulo, string? Valor)> antes, List<(string Campo, string Rotulo, string? Valor)> ahora)
    {
        var (viejos, nuevos) = (antes.ToDictionary(h => h.Campo, h => h.Valor), ahora.ToDictionary(h => h.Campo, h => h.Valor));
        return
        [
            .. ahora.Concat(antes).DistinctBy(h => h.Campo)
                .Select(h => new CambioDeActa(h.Campo, h.Rotulo, viejos.GetValueOrDefault(h.Campo), nuevos.GetValueOrDefault(h.Campo))).Where(c => c.Antes != c.Ahora),
        ];
    }

    /// <summary>What a version says, in the order of its page.</summary>
    public static List<(string Campo, string Rotulo, string? Valor)> Hechos(Idioma t, Eleccion eleccion, RegistroDeActa registro)
    {
        List<(string, string, string?)> hechos =
        [
            (Estado, t["acta.historia.estado"], EstadoDeActa.De(registro).Codigo),
            (Observaciones, t["acta.observaciones"], Vacio(string.Join(' ', Observado.De(registro.Conteo.Observacion).Select(o => o.Codigo)))),
        ];
        if (registro.Datos is { } datos)
        {
            hechos.AddRange(
            [
                ("datos.boletasSobrantes", t["acta.otros.sobrantes"], Texto(datos.Sobrantes)), ("datos.personasVotaron", t["acta.otros.personas"], Texto(datos.Personas)),
                ("datos.representantesVotaron", t["acta.otros.representantes"], Texto(datos.Representantes)), ("datos.votosSacados", t["acta.otros.sacados"], Texto(datos.Sacados)),
            ]);
            var boleta = eleccion.Boleta(registro.Id).Contendientes;
            for (var i = 0; i < boleta.Count; i++)
            {
                var contendiente = eleccion.Contendientes[boleta[i]];
                hechos.Add(($"datos.votos.{contendiente.Clave}", Vistas.Rotulo.Fila(eleccion, contendiente), Texto(datos.Votos[i])));
            }

            hechos.AddRange(
            [
                ("datos.noRegistradas", t["comun.noRegistradas"], Texto(datos.NoRegistradas)), ("datos.nulos", t["comun.nulos"], Texto(datos.Nulos)),
                (Total, t["acta.totalCalculado"], datos.TotalCalculado.ToString(CultureInfo.InvariantCulture)),
            ]);
        }

        hechos.Add((Documento, t["acta.ficha.documento"], Vacio(registro.Documento)));
        hechos.Add((Imagen, t["acta.historia.codigo"], registro.Imagen?.Codigo.Hex));
        return hechos;
    }

    /// <summary>As the JSON of an acta writes it: the digits, or the word in their place.</summary>
    internal static string Texto(Cantidad cantidad) => cantidad.Valor is { } numero ? numero.ToString(CultureInfo.InvariantCulture) : cantidad.ToString().ToUpperInvariant();

    private static string? Vacio(string texto) => texto.Length == 0 ? null : texto;
}
