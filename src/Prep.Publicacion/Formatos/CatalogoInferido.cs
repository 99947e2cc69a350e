using Prep.Dominio;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Publicacion.Comprobacion;

namespace Prep.Publicacion.Formatos;

/// <summary>An election, its catalogue and its settings, deduced from one official file; and the file's rows as facts of it.</summary>
/// <param name="Avisos">What had to be supposed, and what is strange in the file.</param>
public sealed record CatalogoInferido(Proceso Proceso, Hechos Hechos, IReadOnlyList<Hallazgo> Avisos)
{
    public Eleccion Eleccion => Proceso.Elecciones[0];

    /// <returns>The catalogue, or a refusal when no row can be used.</returns>
    public static Result<CatalogoInferido> De(ArchivoOficial archivo, CandidaturasLeidas? candidaturas = null, ClaseDeProceso clase = ClaseDeProceso.Repeticion)
    {
        var avisos = new List<Hallazgo>();
        var identidad = IdentidadDeArchivo.De(archivo, EntidadesDe(archivo));
        var (contendientes, sinResolver) = ContendientesInferidos.De(archivo.Esquema.Boleta);
        foreach (var nombre in sinResolver)
        {
            avisos.Add(archivo.Hallazgo("combinacion_sin_resolver", archivo.LineaDeColumnas, 0, "", nombre, nombre, "",
                $"No se reconocen los partidos de {nombre}: se toma como emblema único, sin reparto. Use --eleccion con el catálogo para declararlos."));
        }

        var filas = FilasDelCatalogo.Leer(archivo, identidad);
        if (filas.Actas.Count == 0)
        {
            return new Rechazo("sin_actas", $"{archivo.Nombre}, línea {archivo.LineaDeColumnas}, columna 1: no hay ningún renglón de acta utilizable; quizá el archivo está cortado.",
                ClaseDeRechazo.Entrada);
        }

        if (filas.SinNingunaClave is { } sinClaves)
        {
            return new Rechazo(sinClaves.Codigo, $"{sinClaves}", ClaseDeRechazo.Entrada);
        }

        var enUso = Enumerable.Range(0, contendientes.Count).Select(i => filas.Areas.Values.Any(a => a.Escrita(i))).ToArray();
        var areas = filas.Areas.OrderBy(a => a.Key.Clave, StringComparer.Ordinal).Select(a =>
        {
            var boleta = a.Value.Boleta(enUso, filas.GuionEsAusente);
            var leidas = candidaturas?.Candidaturas.Where(c => EsDe(c, a.Key)).ToArray() ?? [];
            return new Area(a.Key, a.Value.Nombre, a.Key.EsSinArea ? TipoDeArea.SinArea : filas.TipoDeArea,
                new Boleta(a.Key.Clave, boleta), CandidaturasInferidas.De(contendientes, boleta, leidas));
        }).ToArray();

        var eleccion = new Eleccion(identidad.Eleccion, identidad.Tipo, identidad.Titulo, identidad.CodigoDeArchivo, filas.Limites.Ajustes, contendientes, areas, filas.Actas);
        avisos.AddRange(filas.Avisos);
        AvisarDeLimites(archivo, filas.Limites, avisos);

        var zona = ZonaDeArchivo.De(archivo, identidad.Entidad, avisos);
        var hechos = LectorDeHechos.Leer(archivo, eleccion, zona);
        var proceso = new Proceso(identidad.Proceso, Nombre(identidad), clase, identidad.Entidad, identidad.Anio, Calendario(hechos, zona), [eleccion]);
        return new CatalogoInferido(proceso, hechos, [.. avisos, .. hechos.Avisos]);
    }

    private static string Nombre(IdentidadDeArchivo i) => $"{i.Titulo} {i.Entidad.Nombre} {i.Anio}";

    private static bool EsDe(CandidaturaLeida leida, AreaId area)
    {
        if (leida.Area.Length == 0)
        {
            return true;
        }

        var clave = leida.Area.PadLeft(3, '0');
        return area.Clave == clave || area.Clave == $"{leida.Entidad.PadLeft(2, '0')}-{clave}";
    }

    private static void AvisarDeLimites(ArchivoOficial archivo, LimitesObservados limites, List<Hallazgo> avisos)
    {
        var campo = "REPRESENTANTES_PP_CI";
        if (limites.Sentido == SentidoDeRepresentantes.ElLimite)
        {
            avisos.Add(archivo.Hallazgo("representantes_es_el_limite", archivo.LineaDeColumnas, 0, "", campo, "", "",
                $"{campo} trae el límite mismo (lista nominal más representantes), no los representantes: se resta la lista nominal."));
        }

        if (limites.Ajustes != AjustesDeEleccion.PorOmision)
        {
            var a = limites.Ajustes;
            avisos.Add(archivo.Hallazgo("limite_deducido", archivo.LineaDeColumnas, 0, "", campo, "", $"{a.Especial}, {a.BoletasDeEspecial}, {a.Ordinaria}",
                $"Ajustes deducidos de los renglones: casilla especial {a.BoletasDeEspecial} {(a.Especial == LimiteDeEspecial.Boletas ? "boletas" : "boletas más representantes")}; casilla ordinaria lista nominal más representantes {(a.Ordinaria == LimiteDeOrdinaria.Acreditados ? "acreditados" : "que votaron")}."));
        }

        if (limites.Ambiguo)
        {
            avisos.Add(archivo.Hallazgo("limite_ambiguo", archivo.LineaDeColumnas, 0, "", campo, "", $"{limites.Contradicciones}",
                $"Ningún límite conocido explica todos los renglones: {limites.Contradicciones} de {limites.Testigos} lo contradicen."));
        }
    }

    private static CalendarioDelPrep Calendario(Hechos hechos, TimeZoneInfo zona)
    {
        // Acopio is a declared time: real files hold some that are later than the corte itself.
        var deOperacion = hechos.Actas.SelectMany(h => new[] { h?.CapturaEn, h?.VerificacionEn })
            .Concat(hechos.FueraDeCatalogo.Select(h => h.AcopioEn)).Append(hechos.CorteEn).OfType<DateTimeOffset>()
            .DefaultIfEmpty(DateTimeOffset.UnixEpoch).ToArray();
        var primero = hechos.Actas.Select(h => h?.AcopioEn).OfType<DateTimeOffset>().Append(deOperacion.Min()).Min();
        return CalendarioDelPrep.DeRepeticion(primero, deOperacion.Max(), zona);
    }

    private static List<(int, string)> EntidadesDe(ArchivoOficial archivo)
    {
        var vistas = new Dictionary<string, (int, string)>();
        var filas = new LectorDeFilas(archivo);
        while (filas.Avanzar())
        {
            if (filas.Estado == LectorDeFilas.Forma.Bien && filas.Digitos(Columna.IdEntidad, 2) is var id && vistas.Count < 40)
            {
                var clave = id.Length > 0 ? id : filas.Texto(Columna.Entidad);
                if (clave.Length > 0)
                {
                    vistas.TryAdd(clave, (id.Length > 0 && id.Length < 4 ? int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) : 0, filas.Texto(Columna.Entidad)));
                }
            }
        }

        return [.. vistas.Values];
    }
}
