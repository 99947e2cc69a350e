using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Sitios;

namespace Prep.Operacion.Tablero;

/// <summary>One reading of the night, from one snapshot: how many actas, where and since when. No votes, nor anything that adds them.</summary>
/// <param name="Numero">Counts the readings of this process.</param>
/// <param name="En">Instant of the reading.</param>
/// <param name="Hasta">The same, but never after the last update: from there on nothing waits longer.</param>
public sealed record LecturaDeTablero(long Numero, DateTimeOffset En, DateTimeOffset Hasta)
{
    public required Conteo Todas { get; init; }

    public required IReadOnlyList<ConteoDeEleccion> Elecciones { get; init; }

    public required IReadOnlyList<ConteoDeArea> Areas { get; init; }

    public required IReadOnlyList<ConteoDeCatd> Catds { get; init; }

    /// <summary>From the opening, without gaps.</summary>
    public required IReadOnlyList<Minuto> Minutos { get; init; }

    public required IReadOnlyList<Tramo> Tramos { get; init; }

    public required IReadOnlyList<EsperaMasLarga> Esperas { get; init; }

    public required IReadOnlyList<HuecoDeCustodia> Custodia { get; init; }

    public required IReadOnlyList<DiscrepanciaDeCampo> Campos { get; init; }

    public required IReadOnlyList<DiscrepanciaDeSitio> Sitios { get; init; }

    public required Pronostico Pronostico { get; init; }

    public required IReadOnlyList<Alarma> Alarmas { get; init; }

    public required CorteEnTablero Corte { get; init; }

    /// <summary>Actas that no catalogue expects, registered apart.</summary>
    public int FueraDeCatalogo { get; init; }

    /// <summary>Images that nobody has tied to an acta.</summary>
    public int ImagenesSinActa { get; init; }
}

/// <summary>Expected actas by stage of their data and by state of their paper.</summary>
public sealed record Conteo(IReadOnlyList<int> PorEtapa, IReadOnlyList<int> PorPapel)
{
    public int Esperadas => PorEtapa.Sum();

    /// <summary>Something of them is at the PREP.</summary>
    public required int Llegaron { get; init; }

    /// <summary>Some version is verified, published or not, with or without acta.</summary>
    public required int Verificadas { get; init; }

    /// <summary>Some version came out in a corte.</summary>
    public required int Publicadas { get; init; }

    public int this[Etapa etapa] => PorEtapa[(int)etapa];

    public int this[EstadoDePapel papel] => PorPapel[(int)papel];
}

public sealed record ConteoDeEleccion(EleccionId Eleccion, string Titulo, Conteo Conteo);

public sealed record ConteoDeArea(EleccionId Eleccion, AreaId Area, string Nombre, Conteo Conteo);

/// <param name="Catd">Null: the catalogue names no CATD for them.</param>
/// <param name="PapelAqui">Paper that is at this CATD, whoever expected it.</param>
/// <param name="UltimaSenalEn">Last reception, image or entry in its bitácora.</param>
/// <param name="Imagenes">Received of its actas, duplicates too.</param>
/// <param name="Sustituidas">Of them, unusable or replaced: it was rescanned.</param>
public sealed record ConteoDeCatd(
    string? Catd, SituacionDeSitio Situacion, Conteo Conteo, int PapelAqui, DateTimeOffset? UltimaSenalEn, bool EnSilencio, int IncidentesAbiertos, int SinRespuesta, int Imagenes, int Sustituidas);

/// <summary>What happened in one minute: arrivals, first captures, first verifications, first publications.</summary>
public readonly record struct Minuto(DateTimeOffset En, int Llegadas, int PrimerasCapturas, int Verificadas, int Publicadas);

/// <summary>How long actas take from one step to the next.</summary>
/// <param name="Cuantas">Actas with both ends.</param>
/// <param name="Desordenadas">Left out: the second end is declared before the first.</param>
public sealed record Tramo(string Nombre, int Cuantas, TimeSpan P50, TimeSpan P95, int Recientes, TimeSpan RecienteP50, TimeSpan RecienteP95, int Desordenadas);

/// <summary>What has stood longest in a stage.</summary>
/// <param name="Tarde">How many have stood longer than the setting.</param>
/// <param name="Acta">Null in captura: nobody learns there which acta is whose.</param>
public sealed record EsperaMasLarga(Etapa Etapa, int Cuantas, int Tarde, DateTimeOffset? Desde, ActaId? Acta, string? Catd);

public enum ClaseDeHueco
{
    FotoSinPapel,
    PapelSinImagen,
    PublicadaSinCotejo,
    EnOtroCatd,
    EmpaquetadaSinCotejo,
    EmpaquetadaSinPublicar,
}

/// <summary>Data and paper of these actas are not where they should be together.</summary>
/// <param name="Tarde">How many have been so longer than the setting.</param>
public sealed record HuecoDeCustodia(ClaseDeHueco Clase, int Cuantas, int Tarde, DateTimeOffset? Desde, IReadOnlyList<ActaEnHueco> Actas);

/// <param name="Catd">Where the paper is or is expected.</param>
public sealed record ActaEnHueco(ActaId Acta, string? Catd, DateTimeOffset? Desde);

/// <summary>In how many verified actas the two blind captures of a field differed.</summary>
public sealed record DiscrepanciaDeCampo(EleccionId Eleccion, string Campo, int Comparadas, int Difieren);

/// <summary>Captures made at a site, and what was corrected of them afterwards.</summary>
public sealed record DiscrepanciaDeSitio(string Sitio, int Capturas, int ConError, int Campos, int Corregidos);

/// <param name="Ultimo">Last one that came out.</param>
/// <param name="Pendientes">Prepared and not out yet.</param>
public sealed record CorteEnTablero(string? Ultimo, DateTimeOffset? PublicadoEn, int Publicados, int Pendientes, bool Atrasado);

public sealed record Alarma(bool Grave, string Que, string Detalle, DateTimeOffset? Desde);
