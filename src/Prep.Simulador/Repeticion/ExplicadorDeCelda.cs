using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;
using Prep.Publicacion.Formatos;

namespace Prep.Simulador.Repeticion;

/// <summary>One row seen from both sides.</summary>
/// <param name="Original">The row of the file that is compared.</param>
/// <param name="Jugado">The row of the file that was played; the same one when a file is compared with itself.</param>
/// <param name="Nuestro">What our corte carries; null for nothing.</param>
/// <param name="CeldasJugadas">Cells of <see cref="Jugado"/>.</param>
public sealed record FilaEnDisputa(
    Eleccion Eleccion,
    ActaEsperada? Acta,
    DateTimeOffset CorteEn,
    Hecho Original,
    Hecho? Jugado,
    RegistroDeActa? Nuestro,
    IReadOnlyDictionary<string, string> CeldasJugadas);

/// <summary>The predicates of the closed list, tried in order; the first that holds is the reason.</summary>
public static class ExplicadorDeCelda
{
    private static readonly Columna[] _ajenas =
    [
        Columna.Entidad, Columna.Distrito, Columna.Municipio, Columna.Ubicacion, Columna.TipoDocumento, Columna.Mecanismos, Columna.Cotejada,
    ];

    /// <summary>Why one cell differs, or null.</summary>
    public static Razon? DeCelda(FilaEnDisputa fila, string campo, string original, string nuestra)
    {
        var columna = Enum.TryParse<Columna>(campo, out var c) ? c : (Columna?)null;
        return columna switch
        {
            Columna.ListaNominal or Columna.Representantes when PalabraEncima(fila, original, nuestra) => Razon.PALABRA_EN_LISTA_NOMINAL,
            // A casilla especial has no lista nominal: the norm prints 0.
            Columna.ListaNominal when original.Length == 0 && fila.Acta?.Casilla is { Tipo: TipoDeCasilla.Especial, ListaNominal: 0 } => Razon.REGLA,
            Columna.Representantes when EsElLimite(fila, original) => Razon.REGLA,
            Columna.Representantes when fila.Acta?.Casilla.Representantes is null => Razon.TEXTO_AJENO,
            // A key is made of the parts that the row does write.
            Columna.ClaveCasilla or Columna.ClaveActa when original.Length == 0 => Razon.REGLA,
            Columna.Contabilizada or Columna.Observaciones => DeConteo(fila),
            Columna.Calculado when DeCalculado(fila, original, nuestra) is { } razon => razon,
            Columna.Codigo or Columna.Acopio or Columna.Captura or Columna.Verificacion or Columna.Origen or Columna.Digitalizacion
                when NoLoLleva(fila, columna.Value, nuestra) => Razon.REGLA,
            Columna.Codigo or Columna.Origen or Columna.Digitalizacion when ImagenPropia(fila, columna.Value, original) => Razon.IMAGEN,
            Columna.Acopio or Columna.Captura or Columna.Verificacion when DeTiempo(fila, original, nuestra) is { } razon => razon,
            _ when Discrepan(fila, campo, original, nuestra) => Razon.CONTRADICCION,
            { } ajena when _ajenas.Contains(ajena) => Razon.TEXTO_AJENO,
            // Outside the catalogue nothing is captured: numbers there are against the rule, words say nothing.
            _ when fila.Original.Clase == ClaseDeHecho.FueraDeCatalogo => EsPalabra(original) || original.Length == 0 ? Razon.TEXTO_AJENO : Razon.REGLA,
            _ when EsVotoOCantidad(campo, columna) => DeCantidad(fila, original, nuestra),
            _ => null,
        };
    }

    /// <summary>Why one side has a record and the other has none, or null.</summary>
    public static Razon? DeExistencia(FilaEnDisputa fila)
    {
        var jugado = fila.Jugado;
        if (fila.Nuestro is null)
        {
            return fila.Original.Clase switch
            {
                ClaseDeHecho.NoCapturada => null,
                _ when jugado is null || jugado.Clase == ClaseDeHecho.NoCapturada => Razon.CONTRADICCION,
                _ when Entra(jugado) is null => Razon.SIN_FECHA,
                _ when Entra(fila.Original) > fila.CorteEn => Razon.ORDEN_DE_TIEMPO,
                _ when Entra(jugado) != Entra(fila.Original) => Razon.CONTRADICCION,
                _ => null,
            };
        }

        // We carry it and that corte of the original does not, though its own instant says it was verified by then.
        return fila.Original.Clase == ClaseDeHecho.NoCapturada && fila.Nuestro.VerificadaEn <= fila.CorteEn ? Razon.CONTRADICCION : null;
    }

    /// <summary>Instant from which the original's own dates let a row into a corte; null when it has none.</summary>
    public static DateTimeOffset? Entra(Hecho hecho) => hecho.Clase switch
    {
        ClaseDeHecho.Capturada => hecho.VerificacionEn,
        ClaseDeHecho.FueraDeCatalogo => hecho.AcopioEn,
        ClaseDeHecho.SinActa => hecho.VerificacionEn,
        _ => null,
    };

    /// <summary>The row's own CONTABILIZADA and OBSERVACIONES deny each other.</summary>
    public static bool SeContradice(Hecho hecho)
    {
        var (cuenta, observacion) = (hecho.Publicado.Contabilizada, hecho.Publicado.Observacion.Observacion);
        const Observacion excluyen = Observaciones.DeSinActa | Observacion.ExcedeListaNominal | Observacion.TodosIlegibles
            | Observacion.TodosVacios | Observacion.TodosIlegiblesOVacios;
        return cuenta switch
        {
            Contabilizada.Si => (observacion & (excluyen | Observacion.FueraDeCatalogo)) != 0,
            Contabilizada.No => observacion is Observacion.Ninguna or Observacion.FueraDeCatalogo,
            Contabilizada.FueraDeCatalogo => observacion != Observacion.FueraDeCatalogo,
            _ => false,
        };
    }

    // The same word fills LISTA_NOMINAL and REPRESENTANTES_PP_CI; a file that was played with it has no value to give to another corte.
    // A number on both sides is never this.
    private static bool PalabraEncima(FilaEnDisputa fila, string original, string nuestra) =>
        EsPalabra(original) || (nuestra.Length == 0 && fila.Jugado?.Publicado.PalabraEnListaNominal == true)
        || (original.Length == 0 && fila.Original.Publicado.PalabraEnListaNominal);

    // The total is the sum of the row's own cells: only a total that denies them is a contradiction, and only when ours is that sum.
    private static Razon? DeCalculado(FilaEnDisputa fila, string original, string nuestra)
    {
        if (fila.Original.Datos is not { } datos)
        {
            return fila.Original.Clase == ClaseDeHecho.Capturada ? null
                : !EsPalabra(original) && original is not ("" or "0") ? Razon.CONTRADICCION : Razon.TEXTO_AJENO;
        }

        var suma = $"{datos.TotalCalculado}";
        return 0 switch
        {
            _ when nuestra != suma => null,
            _ when original.Length == 0 => Razon.TEXTO_AJENO,
            _ when EsPalabra(original) => datos.TotalCalculado == 0 ? Razon.TEXTO_AJENO : Razon.CONTRADICCION,
            _ => original != suma ? Razon.CONTRADICCION : null,
        };
    }

    // Without acta there is no image nor times; outside the catalogue there is no capture: the norm leaves those cells empty.
    private static bool NoLoLleva(FilaEnDisputa fila, Columna columna, string nuestra) => nuestra.Length == 0 && fila.Original.Clase switch
    {
        ClaseDeHecho.SinActa => true,
        ClaseDeHecho.FueraDeCatalogo => columna is Columna.Captura or Columna.Verificacion,
        _ => false,
    };

    // The column holds the limit itself (lista nominal plus representatives), which is not what it is for.
    private static bool EsElLimite(FilaEnDisputa fila, string original) => fila.Acta?.Casilla is { Representantes: { } representantes } casilla
        && int.TryParse(original, out var publicado) && publicado > representantes
        && (publicado == (casilla.ListaNominal ?? 0) + representantes || publicado == LimiteDeVotos.De(casilla, fila.Eleccion.Ajustes, Cantidad.SinDato));

    private static Razon? DeConteo(FilaEnDisputa fila)
    {
        var hecho = fila.Original;
        if (fila.Nuestro is { } nuestro && PorRegla(fila, hecho) is { } deSusCeldas && deSusCeldas != nuestro.Conteo)
        {
            // Not what the rule makes of these cells: explained only when the file that was played had others and the rule makes it of those.
            return fila.Jugado is { } jugado && !ReferenceEquals(jugado, hecho) && PorRegla(fila, jugado) == nuestro.Conteo ? Razon.CONTRADICCION : null;
        }

        if (SeContradice(hecho) || (hecho.Clase == ClaseDeHecho.SinActa && hecho.Publicado.Contabilizada == Contabilizada.Si))
        {
            return Razon.CONTRADICCION;
        }

        if (hecho.Datos is not null && fila.Acta is not null)
        {
            return Razon.REGLA;
        }

        return hecho.Clase is ClaseDeHecho.FueraDeCatalogo or ClaseDeHecho.SinActa && !hecho.Publicado.Observacion.Conocida || hecho.Publicado.Contabilizada is null
            ? Razon.TEXTO_AJENO
            : null;
    }

    // What the rule makes of a row's own cells; null when it has none to judge.
    private static Conteo? PorRegla(FilaEnDisputa fila, Hecho hecho) => hecho switch
    {
        { Clase: ClaseDeHecho.SinActa, Motivo: { } motivo } => ReglaContabilizacion.Decidir(motivo),
        { Clase: ClaseDeHecho.FueraDeCatalogo } => ReglaContabilizacion.FueraDeCatalogo,
        { Datos: { } datos } when fila.Acta is { } acta => ReglaContabilizacion.Decidir(datos, acta.Casilla, fila.Eleccion.Ajustes),
        _ => null,
    };

    private static Razon? DeTiempo(FilaEnDisputa fila, string original, string nuestra)
    {
        var h = fila.Original;
        return 0 switch
        {
            _ when nuestra.Length > original.Length && original.Length > 0 && nuestra.StartsWith(original, StringComparison.Ordinal) => null,
            _ when h.AcopioEn > h.CapturaEn || h.CapturaEn > h.VerificacionEn || h.AcopioEn > h.VerificacionEn => Razon.ORDEN_DE_TIEMPO,
            _ when original.Length == 0 || nuestra.Length == 0 || h.VerificacionEn is null || h.CapturaEn is null || h.AcopioEn is null => Razon.SIN_FECHA,
            _ => null,
        };
    }

    // The hash is not one, or the picture that we published was drawn here.
    private static bool ImagenPropia(FilaEnDisputa fila, Columna columna, string original) =>
        fila.Nuestro?.Imagen is { Ajena: false }
        || (columna == Columna.Codigo && !CodigoDeIntegridad.TryParse(original, out _))
        || (columna != Columna.Codigo && (fila.Original.Codigo is null || original.Length == 0 || EsMedioDesconocido(fila, columna)));

    private static bool EsMedioDesconocido(FilaEnDisputa fila, Columna columna) =>
        columna == Columna.Origen ? fila.Original.Origen is null : fila.Original.Medio is null;

    // The file that was played says what we say: the two files of the institute disagree on one acta.
    private static bool Discrepan(FilaEnDisputa fila, string campo, string original, string nuestra) =>
        fila.Jugado is { } jugado && !ReferenceEquals(jugado, fila.Original)
        && fila.CeldasJugadas.TryGetValue(campo, out var jugada) && jugada != original && Iguales(jugada, nuestra);

    // A number of ours where the original has none is never explained here: nothing of the row could have given it.
    private static Razon? DeCantidad(FilaEnDisputa fila, string original, string nuestra) => fila.Original.Clase switch
    {
        _ when nuestra.Length > 0 && !EsPalabra(nuestra) => null,
        ClaseDeHecho.SinActa when original.Length > 0 && !EsPalabra(original) => Razon.CONTRADICCION,
        ClaseDeHecho.Capturada when original.Length == 0 || (EsPalabra(original) && original is not ("SIN DATO" or "ILEGIBLE")) => Razon.TEXTO_AJENO,
        ClaseDeHecho.NoCapturada => Razon.CONTRADICCION,
        _ => null,
    };

    /// <summary>Equal up to the precision of the original: a date without seconds is compared to the minute.</summary>
    public static bool Iguales(string original, string nuestra) => original == nuestra
        || (original.Length == 16 && nuestra.Length == 19 && original[10] == ' ' && nuestra.StartsWith(original, StringComparison.Ordinal));

    private static bool EsVotoOCantidad(string campo, Columna? columna) =>
        campo.StartsWith("voto:", StringComparison.Ordinal) || (columna is { } c && Celdas.EsNumerica(c));

    private static bool EsPalabra(string texto) => texto.Length > 0 && !texto.All(char.IsAsciiDigit);
}
