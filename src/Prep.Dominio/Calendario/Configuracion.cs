using Prep.Dominio.Catalogo;

namespace Prep.Dominio.Calendario;

/// <summary>The agreement of the council that fixed a value.</summary>
/// <param name="Numero">As filed: <c>IEEPCO-CG-18/2024</c>.</param>
/// <param name="Documento">Where it can be read: an address, or the SHA-256 of the file.</param>
public sealed record Acuerdo(string Numero, DateOnly? Fecha = null, string Documento = "")
{
    /// <summary>What was loaded with the process and has no agreement written yet.</summary>
    public static readonly Acuerdo Sin = new("");
}

/// <summary>A value with the agreement that fixed it.</summary>
public sealed record Acordado<T>(T Valor, Acuerdo Acuerdo);

/// <summary>A place of the operation, as the institute agreed to install it.</summary>
/// <param name="Clave">Key of the CATD or CCV, as in the catalogue and the roster.</param>
/// <param name="Tipo"><c>CATD</c> or <c>CCV</c>.</param>
public sealed record SitioAcordado(string Clave, string Tipo, string Domicilio, int Equipos, int Personas);

/// <summary>Where the public reads, and what the site says of the institute.</summary>
/// <param name="Difusores">Addresses of who publishes the same files; the zero act asks each what it holds.</param>
public sealed record DireccionesDelSitio(string Sitio, IReadOnlyList<string> Difusores, string Aviso)
{
    public static readonly DireccionesDelSitio Ninguna = new("", [], "");
}

/// <summary>All that the instancia interna configures of a process, each value with its agreement. A change makes a whole new version.</summary>
public sealed record Configuracion(
    Acordado<DateTimeOffset> PuestaEnCeros,
    Acordado<DateTimeOffset> Apertura,
    Acordado<DateTimeOffset> Inicio,
    Acordado<DateTimeOffset> UltimaActualizacion,
    Acordado<TimeSpan> IntervaloDeDatos,
    Acordado<TimeSpan> IntervaloDeBases,
    Acordado<bool> PermiteCierreAnticipado,
    Acordado<IReadOnlyList<SitioAcordado>> Sitios,
    Acordado<DireccionesDelSitio> Direcciones)
{
    /// <summary>What the process was loaded with: version 0.</summary>
    public static Configuracion De(Proceso proceso)
    {
        var c = proceso.Calendario;
        return new(
            new(c.PuestaEnCerosEn, Acuerdo.Sin), new(c.AperturaEn, Acuerdo.Sin), new(c.InicioEn, Acuerdo.Sin), new(c.UltimaActualizacionEn, Acuerdo.Sin),
            new(c.DeDatos?.Intervalo ?? c.Intervalo, new(c.DeDatos?.Numero ?? "")), new(c.DeBases?.Intervalo ?? c.Intervalo, new(c.DeBases?.Numero ?? "")),
            new(true, Acuerdo.Sin), new([.. proceso.Catds().Select(s => new SitioAcordado(s, "CATD", "", 0, 0))], Acuerdo.Sin), new(DireccionesDelSitio.Ninguna, Acuerdo.Sin));
    }

    /// <returns>The calendar that it gives, or the rule that forbids it (K-01, K-02, K-05).</returns>
    public Result<CalendarioDelPrep> Calendario(TimeZoneInfo zona) => CalendarioDelPrep.Crear(
        PuestaEnCeros.Valor, Apertura.Valor, Inicio.Valor, UltimaActualizacion.Valor,
        new(IntervaloDeDatos.Valor, IntervaloDeDatos.Acuerdo.Numero), new(IntervaloDeBases.Valor, IntervaloDeBases.Acuerdo.Numero), zona);
}
