using System.Text;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Formatos;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio;
using Prep.Simulador.Noches;

namespace Prep.Simulador.Prototipos;

/// <summary>The site of an election before it happens, for who must approve it: whole in zeros and whole with an invented night, by the same publisher as the real one.</summary>
public static class Prototipo
{
    public const string Marca = "PROTOTIPO · datos de ejemplo, no son resultados";

    public const string EnCeros = "en-ceros";

    public const string ConDatos = "con-datos";

    private const int Semilla = 20240602;

    /// <summary>Images for some actas of the night; an acta that is not among them is published without its own.</summary>
    public delegate Task<Result<IReadOnlyDictionary<ActaId, byte[]>>> Dibujante(Noche noche, CancellationToken ct);

    /// <param name="proceso">Of any kind: the prototype takes only its catalogue and its hours.</param>
    /// <param name="salida">Empty or absent.</param>
    /// <param name="opciones">Institute and difusores as the real site will have them.</param>
    /// <param name="avisar">Told of each part as it begins.</param>
    public static async Task<Result<string>> HacerAsync(
        Proceso proceso, string salida, OpcionesDePublicador opciones, Dibujante? dibujar, TimeProvider reloj, Action<string> avisar, CancellationToken ct)
    {
        // The key proves nothing of a prototype and does not travel with it.
        var claves = Directory.CreateTempSubdirectory("prep-prototipo-").FullName;
        try
        {
            using var clave = ClaveDeFirma.AbrirOCrear(claves);
            var suyas = opciones with { Marca = Marca, Bases = EscritorDeBases.De(Formato.Buscar(proceso.Formato).Value) };
            var inventado = proceso with { Clase = ClaseDeProceso.Repeticion };
            var noche = Noche.De(inventado, Semilla, new() { ImagenAjena = true });
            IReadOnlyDictionary<ActaId, byte[]> imagenes = new Dictionary<ActaId, byte[]>();
            if (dibujar is not null)
            {
                avisar("imágenes de ejemplo");
                var hechas = await dibujar(noche, ct);
                if (!hechas.IsOk)
                {
                    return hechas.Rechazo;
                }

                imagenes = hechas.Value;
            }

            var porCodigo = imagenes.Values.DistinctBy(b => CodigoDeIntegridad.De(b).Hex).ToDictionary(b => CodigoDeIntegridad.De(b).Hex, StringComparer.Ordinal);
            var deLaNoche = Cortes(noche);
            foreach (var (carpeta, cortes) in new[] { (EnCeros, [Ceros(inventado)]), (ConDatos, deLaNoche) })
            {
                var publicador = new Publicador(Path.Combine(salida, carpeta), clave, reloj, suyas);
                foreach (var corte in cortes)
                {
                    avisar($"{carpeta}: corte {corte.Id}");
                    var hecho = await publicador.PublicarAsync(ConImagenes(corte, imagenes), (codigo, _) => ValueTask.FromResult(porCodigo.GetValueOrDefault(codigo.Hex)), ct);
                    if (!hecho.IsOk)
                    {
                        return hecho.Rechazo;
                    }
                }
            }

            var ceros = ContextoDeSitio.De(Ceros(inventado)) with { Instituto = suyas.Instituto, Apariencia = suyas.Apariencia, Idioma = suyas.Idioma, Marca = suyas.Marca };
            var paginas = new PaginasDePrototipo(salida, ceros, deLaNoche[^1]).Listar();
            PortadaDePrototipo hecha = new(ceros, suyas.Bases, new(EnCeros, ceros.Corte.Id), new(ConDatos, deLaNoche[^1].Id), paginas);
            var portada = Path.Combine(salida, Rutas.Raiz);
            await File.WriteAllBytesAsync(portada, await hecha.DibujarAsync(), ct);
            await File.WriteAllTextAsync(Path.Combine(salida, PortadaDePrototipo.Observaciones), PaginasDePrototipo.HojaDeObservaciones(paginas), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), ct);
            return portada;
        }
        finally
        {
            Directory.Delete(claves, recursive: true);
        }
    }

    private static Corte Ceros(Proceso proceso)
    {
        var (inicio, calendario) = (proceso.Calendario.InicioEn, proceso.Calendario);
        return new(proceso, CorteId.De(inicio, calendario.Zona), inicio, false, [.. proceso.Elecciones.Select(e => CorteDeEleccion.EnCeros(e, inicio))], calendario.Siguiente(inicio));
    }

    // The first, one in the middle of the rush and the last: a history and changes to look at.
    private static Corte[] Cortes(Noche noche)
    {
        var calendario = noche.Proceso.Calendario;
        DateTimeOffset[] horas = [calendario.InicioEn, calendario.InicioEn.AddHours(4), calendario.UltimaActualizacionEn];
        horas = [.. horas.Where(h => h <= calendario.UltimaActualizacionEn).Distinct()];
        return [.. horas.Select((h, i) => noche.CorteEn(h, i == 0 ? null : horas[i - 1]))];
    }

    private static Corte ConImagenes(Corte corte, IReadOnlyDictionary<ActaId, byte[]> imagenes)
    {
        RegistroDeActa Con(RegistroDeActa registro) => registro.Imagen is { } imagen && imagenes.TryGetValue(registro.Id, out var bytes)
            ? registro with { Imagen = imagen with { Codigo = CodigoDeIntegridad.De(bytes), Ajena = false } }
            : registro;
        return corte with
        {
            Elecciones = [.. corte.Elecciones.Select(e => e with { Registros = [.. e.Registros.Select(r => r is null ? null : Con(r))], Agregadas = [.. e.Agregadas.Select(Con)] })],
        };
    }
}
