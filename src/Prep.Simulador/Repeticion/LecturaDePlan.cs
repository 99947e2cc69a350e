using System.Globalization;
using Prep.Dominio;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Operacion.Preparacion.Carpeta;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Formatos;

namespace Prep.Simulador.Repeticion;

/// <summary>What the person asks of <c>repetir</c>, as text.</summary>
/// <param name="Cortes">Local instants <c>AAAA-MM-DDTHH:MM</c>, separated by commas; null for the file's own.</param>
/// <param name="Contra"><c>CORTE=archivo.csv</c> each.</param>
public sealed record PeticionDeRepeticion(
    string Archivo, string? Eleccion, string? Candidaturas, string? Cortes, IReadOnlyList<string> Contra, bool Ultimo);

/// <summary>Reads the files and the instants of a request; every fault with file, line and column, and nothing done.</summary>
public static class LecturaDePlan
{
    private const string FormaDeCorte = "yyyy-MM-dd'T'HH:mm";

    /// <param name="avisos">What had to be supposed, for the console.</param>
    public static Result<PlanDeRepeticion> Leer(PeticionDeRepeticion p, List<string> avisos) =>
        EntradaOficial.Leer(p.Archivo).Luego(entrada => Catalogar(entrada, p, avisos)).Luego(par =>
        {
            var (proceso, hechos) = par;
            if (hechos.Faltas.Count > 0)
            {
                return Malo(hechos.Faltas);
            }

            var zona = proceso.Calendario.Zona;
            if (hechos.CorteEn is null && CorteSupuesto.De(p.Archivo, hechos, zona) is { } supuesto)
            {
                hechos = hechos with { CorteEn = supuesto };
                avisos.Add($"El encabezado no dice la hora del corte: se toma {TimeZoneInfo.ConvertTime(supuesto, zona).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture)}, de su nombre o de su último renglón.");
                proceso = proceso with { Calendario = CalendarioDelPrep.DeRepeticion(Menor(proceso.Calendario.AperturaEn, supuesto), Mayor(proceso.Calendario.UltimaActualizacionEn, supuesto), zona) };
            }

            var cortes = LeerCortes(p.Cortes, hechos.CorteEn, zona);
            if (!cortes.IsOk)
            {
                return cortes.Rechazo;
            }

            // The lista that a word covers here may stand in another file; a folder's catalogue needs nobody.
            if (p.Eleccion is null)
            {
                (proceso, hechos, var completadas) = ListasDeContra.Completar(proceso, hechos, OtrosArchivos(p.Contra));
                if (completadas > 0)
                {
                    avisos.Add($"{completadas} casillas con una palabra en LISTA_NOMINAL la toman de otro archivo.");
                }
            }

            var contra = LeerContra(p.Contra, hechos.Eleccion, zona, cortes.Value);
            return contra.IsOk ? new PlanDeRepeticion(proceso, hechos, cortes.Value, contra.Value, p.Ultimo) : (Result<PlanDeRepeticion>)contra.Rechazo;
        });

    // Those that cannot be read are told by LeerContra.
    private static IEnumerable<ArchivoOficial> OtrosArchivos(IReadOnlyList<string> contra) => contra.Select(t => t.Split('=', 2)).Where(p => p.Length == 2)
        .Select(p => EntradaOficial.Leer(p[1])).Where(r => r.IsOk).Select(r => r.Value.Base);

    private static DateTimeOffset Menor(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset Mayor(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static Result<(Proceso, Hechos)> Catalogar(EntradaOficial entrada, PeticionDeRepeticion p, List<string> avisos)
    {
        var archivo = entrada.Base;
        if (p.Eleccion is { } carpeta)
        {
            return LectorDeCarpeta.Leer(carpeta).Resultado.Luego(proceso => DeCarpeta(archivo, proceso, avisos));
        }

        var candidaturas = entrada.Candidaturas;
        if (p.Candidaturas is { } ruta)
        {
            var leidas = CandidaturasLeidas.Leer(ruta);
            if (!leidas.IsOk)
            {
                return leidas.Rechazo;
            }

            candidaturas = leidas.Value;
        }

        var inferido = CatalogoInferido.De(archivo, candidaturas);
        if (!inferido.IsOk)
        {
            return inferido.Rechazo;
        }

        avisos.AddRange(inferido.Value.Avisos.Select(a => a.Mensaje));
        return (inferido.Value.Proceso, inferido.Value.Hechos);
    }

    // The folder's election whose file code the title gives; its calendar is that of the file, which has already happened.
    private static Result<(Proceso, Hechos)> DeCarpeta(ArchivoOficial archivo, Proceso proceso, List<string> avisos)
    {
        var inferido = CatalogoInferido.De(archivo);
        if (!inferido.IsOk)
        {
            return inferido.Rechazo;
        }

        if (proceso.Elecciones.FirstOrDefault(e => e.Tipo == inferido.Value.Eleccion.Tipo) is not { } eleccion)
        {
            return new Rechazo("otra_eleccion",
                $"{archivo.Nombre}, línea 1: el archivo es de {inferido.Value.Eleccion.Titulo} y la carpeta no tiene esa elección.", ClaseDeRechazo.Entrada);
        }

        var hechos = LectorDeHechos.Leer(archivo, eleccion, proceso.Calendario.Zona);
        avisos.AddRange(hechos.Avisos.Select(a => a.Mensaje));
        var calendario = inferido.Value.Proceso.Calendario;
        var repeticion = proceso with
        {
            Clase = ClaseDeProceso.Repeticion,
            Calendario = CalendarioDelPrep.DeRepeticion(calendario.AperturaEn, calendario.UltimaActualizacionEn, proceso.Calendario.Zona),
            Elecciones = [eleccion],
        };
        return (repeticion, hechos);
    }

    private static Result<IReadOnlyList<DateTimeOffset>> LeerCortes(string? texto, DateTimeOffset? propio, TimeZoneInfo zona)
    {
        var cortes = new List<DateTimeOffset>();
        foreach (var parte in (texto ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!LeerInstante(parte, zona, out var instante))
            {
                return Malo($"El corte «{parte}» no se entiende: escríbalo AAAA-MM-DDTHH:MM, hora local.");
            }

            cortes.Add(instante);
        }

        if (cortes.Count == 0)
        {
            return propio is { } p ? new[] { p } : Malo("El archivo no dice la hora de su corte: indique --cortes.");
        }

        return cortes.Distinct().Count() == cortes.Count ? cortes.Order().ToArray() : Malo("Hay cortes repetidos en --cortes.");
    }

    private static Result<IReadOnlyDictionary<CorteId, Hechos>> LeerContra(
        IReadOnlyList<string> textos, Eleccion eleccion, TimeZoneInfo zona, IReadOnlyList<DateTimeOffset> cortes)
    {
        var contra = new Dictionary<CorteId, Hechos>();
        foreach (var texto in textos)
        {
            var partes = texto.Split('=', 2);
            if (partes.Length != 2 || !LeerInstante(partes[0], zona, out var instante))
            {
                return Malo($"--contra «{texto}» no se entiende: escríbalo AAAA-MM-DDTHH:MM=archivo.csv.");
            }

            if (!cortes.Contains(instante))
            {
                return Malo($"--contra {partes[0]} no es ninguno de los cortes: añádalo a --cortes.");
            }

            var archivo = EntradaOficial.Leer(partes[1]);
            if (!archivo.IsOk)
            {
                return archivo.Rechazo;
            }

            // Actas that only one of the two files has are differences between them; when they are most of them it is another election's file.
            var hechos = LectorDeHechos.Leer(archivo.Value.Base, eleccion, zona);
            var esDeOtra = hechos.SinLugar.Count > hechos.Actas.Count(a => a is not null);
            if (hechos.Faltas.Where(f => esDeOtra || !Hechos.CodigosSinLugar.Contains(f.Codigo)).ToList() is { Count: > 0 } malas)
            {
                return Malo(malas);
            }

            if (!contra.TryAdd(CorteId.De(instante, zona), hechos))
            {
                return Malo($"Hay dos --contra para el corte {partes[0]}.");
            }
        }

        return contra;
    }

    private static bool LeerInstante(string texto, TimeZoneInfo zona, out DateTimeOffset instante)
    {
        var bien = DateTime.TryParseExact(texto.Trim(), FormaDeCorte, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local);
        instante = bien ? new DateTimeOffset(local, zona.GetUtcOffset(local)).ToUniversalTime() : default;
        return bien;
    }

    private static Rechazo Malo(string mensaje) => new("mal_uso", mensaje, ClaseDeRechazo.Entrada);

    private static Rechazo Malo(IReadOnlyList<Hallazgo> faltas) => Malo(string.Join('\n', faltas.Take(20)
        .Select(f => $"{f.Archivo}, línea {f.Linea}, columna {Math.Max(1, f.Columna)}: {f.Mensaje}")
        .Concat(faltas.Count > 20 ? [$"… y {faltas.Count - 20} más."] : [])));
}
