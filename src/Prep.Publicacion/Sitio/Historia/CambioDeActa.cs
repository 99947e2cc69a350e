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

    /// <summary>In the order of the acta's page; figures that are no longer said go last.</summary>
    public static IReadOnlyList<CambioDeActa> Entre(Idioma t, Eleccion eleccion, RegistroDeActa antes, RegistroDeActa ahora)
    {
        var cambios = new List<CambioDeActa>();
        Anotar(Estado, "acta.historia.estado", EstadoDeActa.De(antes).Codigo, EstadoDeActa.De(ahora).Codigo);
        if (antes.Conteo.Observacion != ahora.Conteo.Observacion)
        {
            Anotar(Observaciones, "acta.observaciones", Codigos(antes), Codigos(ahora));
        }

        var (viejos, nuevos) = (antes.Datos, ahora.Datos);
        if (nuevos is not null)
        {
            AnotarDatos();
        }

        Anotar(Documento, "acta.ficha.documento", Vacio(antes.Documento), Vacio(ahora.Documento));
        Anotar(Imagen, "acta.historia.codigo", antes.Imagen?.Codigo.Hex, ahora.Imagen?.Codigo.Hex);
        if (nuevos is null && viejos is not null)
        {
            AnotarDatos();
        }

        return cambios;

        void AnotarDatos()
        {
            Cifra("datos.boletasSobrantes", "acta.otros.sobrantes", viejos?.Sobrantes, nuevos?.Sobrantes);
            Cifra("datos.personasVotaron", "acta.otros.personas", viejos?.Personas, nuevos?.Personas);
            Cifra("datos.representantesVotaron", "acta.otros.representantes", viejos?.Representantes, nuevos?.Representantes);
            Cifra("datos.votosSacados", "acta.otros.sacados", viejos?.Sacados, nuevos?.Sacados);
            var boleta = eleccion.Boleta(ahora.Id).Contendientes;
            for (var i = 0; i < boleta.Count; i++)
            {
                var (viejo, nuevo) = (viejos?.Votos[i], nuevos?.Votos[i]);
                if (viejo != nuevo)
                {
                    var contendiente = eleccion.Contendientes[boleta[i]];
                    cambios.Add(new($"datos.votos.{contendiente.Clave}", Vistas.Rotulo.Fila(eleccion, contendiente), Dicha(viejo), Dicha(nuevo)));
                }
            }

            Cifra("datos.noRegistradas", "comun.noRegistradas", viejos?.NoRegistradas, nuevos?.NoRegistradas);
            Cifra("datos.nulos", "comun.nulos", viejos?.Nulos, nuevos?.Nulos);
            Anotar(Total, "acta.totalCalculado", viejos?.TotalCalculado.ToString(CultureInfo.InvariantCulture), nuevos?.TotalCalculado.ToString(CultureInfo.InvariantCulture));
        }

        void Anotar(string campo, string rotulo, string? viejo, string? nuevo)
        {
            if (viejo != nuevo)
            {
                cambios.Add(new(campo, t[rotulo], viejo, nuevo));
            }
        }

        void Cifra(string campo, string rotulo, Cantidad? vieja, Cantidad? nueva)
        {
            if (vieja != nueva)
            {
                cambios.Add(new(campo, t[rotulo], Dicha(vieja), Dicha(nueva)));
            }
        }
    }

    /// <summary>As the JSON of an acta writes it: the digits, or the word in their place.</summary>
    internal static string Texto(Cantidad cantidad) => cantidad.Valor is { } numero ? numero.ToString(CultureInfo.InvariantCulture) : cantidad.ToString().ToUpperInvariant();

    private static string? Dicha(Cantidad? cantidad) => cantidad is { } suya ? Texto(suya) : null;

    private static string? Codigos(RegistroDeActa registro) => Vacio(string.Join(' ', Observado.De(registro.Conteo.Observacion).Select(o => o.Codigo)));

    private static string? Vacio(string texto) => texto.Length == 0 ? null : texto;
}
