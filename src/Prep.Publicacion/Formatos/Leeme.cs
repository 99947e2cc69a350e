using System.Text;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Dominio.Cortes;

namespace Prep.Publicacion.Formatos;

/// <summary>Writes LEEME.txt from the layout: what each column, word and figure means, and the SHA-256 of the files beside it.</summary>
public static class Leeme
{
    private static readonly string[] Formulas =
    [
        "actas del catálogo de la elección",
        "ACTAS_CAPTURADAS + ACTAS_FUERA_CATALOGO",
        "renglones con CONTABILIZADA = 2",
        "renglones con CONTABILIZADA = 0 o 1",
        "100 × ACTAS_CAPTURADAS ÷ ACTAS_ESPERADAS",
        "renglones con CONTABILIZADA = 1",
        "100 × ACTAS_CONTABILIZADAS ÷ ACTAS_ESPERADAS",
        "100 × actas que exceden la lista nominal o tienen algún o todos sus renglones de votos ilegibles o sin dato ÷ ACTAS_ESPERADAS; no cuenta las de sin acta ni las fuera de catálogo",
        "renglones con CONTABILIZADA = 0",
        "suma de LISTA_NOMINAL de las actas contabilizadas",
        "suma de TOTAL_VOTOS_CALCULADO de las actas contabilizadas, con casillas especiales",
        "la misma suma sin casillas especiales (TIPO_CASILLA distinto de S)",
        "100 × TOTAL_VOTOS_S_CS ÷ LISTA_NOMINAL_ACTAS_CONTABILIZADAS; en la última actualización, con TOTAL_VOTOS_C_CS",
    ];

    public static void Escribir(Formato formato, Corte corte, CorteDeEleccion deEleccion, IReadOnlyList<(string Archivo, string Sha256)> archivos, Stream destino)
    {
        var texto = new StringBuilder();
        void Linea(string linea = "") => texto.Append(linea).Append(formato.FinDeLinea);

        var eleccion = deEleccion.Eleccion;
        Linea("PROGRAMA DE RESULTADOS ELECTORALES PRELIMINARES");
        Linea($"{eleccion.Titulo} · {corte.Proceso.Entidad.Nombre} · {corte.Proceso.Anio}");
        Linea(Clase(corte.Proceso.Clase));
        Linea($"Corte: {BaseDeDatos.HoraDeCorte(formato, deEleccion.InstanteEn, corte.Proceso.Calendario.Zona)}{(deEleccion.Ultimo ? ", última actualización" : "")}");
        Linea();
        Linea("Los resultados son preliminares y no definitivos, de carácter informativo, y no tienen efectos jurídicos.");
        Linea("Fundamento: Reglamento de Elecciones del INE, artículos 336 a 354 y Anexos 13 y 18.5.");
        Linea();
        Linea("ARCHIVOS");
        foreach (var (archivo, sha256) in archivos)
        {
            Linea($"  {archivo}");
            Linea($"    SHA-256 {sha256}");
        }

        Linea();
        Linea("CÓMO SE LEEN");
        Linea($"  Formato {formato.Nombre}: {formato.Descripcion}.");
        Linea($"  UTF-8{(formato.Marca ? " con marca" : " sin marca")}; celdas separadas por «{formato.Separador}»; comillas solo donde hacen falta; fin de línea {(formato.FinDeLinea == "\n" ? "LF" : "CRLF")}.");
        Linea("  Primero el título, la fecha y hora del corte y las cifras; después los nombres de columna y un renglón por acta esperada, capturada o no;");
        Linea("  al final, las actas fuera de catálogo. El apóstrofo evita que una hoja de cálculo quite los ceros: no es parte de la clave.");
        Linea("  Los porcentajes llevan cuatro decimales truncados, no redondeados.");
        Linea();
        Linea("CIFRAS DEL ENCABEZADO");
        for (var i = 0; i < Formulas.Length; i++)
        {
            Linea($"  {i + 1}. {Cifras.Nombres[i]}: {Formulas[i]}.");
        }

        Linea();
        Linea("COLUMNAS");
        var numero = 1;
        foreach (var (nombre, significado) in Columnas(formato, eleccion))
        {
            Linea($"  {numero++}. {nombre}: {significado}");
        }

        Linea();
        Palabras(formato, eleccion.Ajustes, Linea);
        destino.Write(Encoding.UTF8.GetBytes(texto.ToString()));
    }

    /// <summary>The columns of the table of an election, in order, and what each means.</summary>
    public static IEnumerable<(string Nombre, string Significado)> Columnas(Formato formato, Eleccion eleccion) => formato.Columnas.SelectMany(columna => columna.Campo == "votos"
        ? eleccion.Contendientes.Select(c => (c.Nombre, Significado(eleccion, c)))
        : [((eleccion.TipoDeArea == TipoDeArea.Municipio ? columna.NombreDeMunicipio : null) ?? columna.Nombre, columna.Significado)]);

    private static void Palabras(Formato formato, AjustesDeEleccion ajustes, Action<string> linea)
    {
        var votos = formato.Columnas.First(c => c.Campo == "votos");
        string Celda(string? palabra) => string.IsNullOrEmpty(palabra) ? "(vacío)" : palabra;
        linea("PALABRAS EN LUGAR DE UN NÚMERO");
        linea($"  {formato.Palabras.Ilegible}: está escrito y no puede leerse, ni en letra ni en número.");
        linea($"  {formato.Palabras.SinDato}: no está escrito, ni en letra ni en número.");
        linea($"  {formato.Palabras.NoAplica}: el dato no existe en esa clase de acta.");
        linea($"  {Celda(votos.SinActa)}: no hay acta.");
        linea($"  {Celda(votos.SinCaptura)}: el acta no se ha capturado{(votos.Ausente == votos.SinCaptura ? ", o ese contendiente no está en la boleta de su área" : "")}.");
        linea("");
        linea("OBSERVACIONES");
        var o = formato.Observaciones;
        linea($"  {o.Ninguna}: ninguna.");
        linea($"  {o.Alguno}: algún renglón de votos no tiene número; los demás se suman y el acta se contabiliza.");
        linea($"  {o.Todos}: ningún renglón de votos tiene número; no se contabiliza.");
        linea($"  {o.Excede}: la suma de votos pasa de la lista nominal más {(ajustes.Ordinaria == LimiteDeOrdinaria.Acreditados ? "REPRESENTANTES_PP_CI" : "TOTAL_REP_PARTIDO_CI_VOTARON")}"
            + $" (en casilla especial, de sus boletas aprobadas{(ajustes.Especial == LimiteDeEspecial.Boletas ? "" : " más REPRESENTANTES_PP_CI")};"
            + " en mesa de voto anticipado, en prisión preventiva o en el extranjero, de su lista nominal); no se contabiliza.");
        linea($"  {o.NoInstalada}, {o.NoEntregado}, {o.SinBolsa}: no hay acta; se cuenta como capturada y no se contabiliza.");
        linea($"  {o.FueraDeCatalogo}: el acta no corresponde a ninguna casilla aprobada; se registra y no se captura.");
    }

    private static string Significado(Eleccion eleccion, Contendiente contendiente)
    {
        string Nombres(IReadOnlyList<int> partidos) => string.Join(", ", partidos.Select(i => eleccion.Contendientes[i].Nombre));
        return contendiente switch
        {
            Contendiente.Partido { NombreLargo.Length: > 0 } p => $"votos de {p.NombreLargo}.",
            Contendiente.Partido p => $"votos de {p.Nombre}.",
            Contendiente.Combinacion c => $"votos marcados a la vez para {Nombres(c.Partidos)}.",
            Contendiente.CandidaturaComun { Partidos.Count: > 0 } c => $"votos de la candidatura común de {Nombres(c.Partidos)}.",
            Contendiente.CandidaturaComun c => $"votos de la candidatura común {c.Nombre}.",
            _ => "votos de la candidatura independiente.",
        };
    }

    private static string Clase(ClaseDeProceso clase) => clase switch
    {
        ClaseDeProceso.Jornada => "Jornada electoral",
        ClaseDeProceso.Simulacro => "SIMULACRO: los datos son de prueba",
        ClaseDeProceso.Practica => "PRÁCTICA: los datos son de prueba",
        _ => "Repetición de una base de datos oficial ya publicada: las imágenes no se incluyen",
    };
}
