using Prep.Dominio.Calendario;

namespace Prep.Dominio.Tests.Calendario;

[Trait("Regla", "K-08")]
public sealed class CambioDeConfiguracionTests
{
    private static readonly TimeZoneInfo _zona = TimeZoneInfo.FindSystemTimeZoneById("America/Mexico_City");
    private static readonly DateTimeOffset _ceros = new(2024, 6, 2, 23, 0, 0, TimeSpan.Zero);
    private static readonly Acuerdo _viejo = new("CG-01/2024", new(2024, 1, 5));
    private static readonly Acuerdo _nuevo = new("CG-18/2024", new(2024, 6, 1), "https://ejemplo.mx/cg-18.pdf");

    private static readonly Configuracion _vigente = new(
        new(_ceros, _viejo), new(_ceros.AddHours(1), _viejo), new(_ceros.AddHours(3), _viejo), new(_ceros.AddHours(27), _viejo),
        new(TimeSpan.FromMinutes(20), _viejo), new(TimeSpan.FromMinutes(20), _viejo), new(true, _viejo),
        new([new("CATD-01", "CATD", "", 0, 0)], _viejo), new(DireccionesDelSitio.Ninguna, _viejo));

    private static readonly Dictionary<string, Configuracion> _propuestas = new()
    {
        ["igual"] = _vigente,
        ["ceros"] = _vigente with { PuestaEnCeros = new(_ceros.AddMinutes(30), _nuevo) },
        ["apertura"] = _vigente with { Apertura = new(_ceros.AddMinutes(90), _nuevo) },
        ["inicio"] = _vigente with { Inicio = new(_ceros.AddHours(4), _nuevo) },
        ["última"] = _vigente with { UltimaActualizacion = new(_ceros.AddHours(20), _nuevo) },
        ["última tarde"] = _vigente with { UltimaActualizacion = new(_ceros.AddHours(28), _nuevo) },
        ["última pronto"] = _vigente with { UltimaActualizacion = new(_ceros.AddHours(3.5), _nuevo) },
        ["desorden"] = _vigente with { Apertura = new(_ceros.AddHours(4), _nuevo) },
        ["quince"] = _vigente with { IntervaloDeDatos = new(TimeSpan.FromMinutes(15), _nuevo) },
        ["dos por hora"] = _vigente with { IntervaloDeBases = new(TimeSpan.FromMinutes(30), _nuevo) },
        ["medio minuto"] = _vigente with { IntervaloDeDatos = new(TimeSpan.FromSeconds(30), _nuevo) },
        ["sin número"] = _vigente with { IntervaloDeDatos = new(TimeSpan.FromMinutes(15), _nuevo with { Numero = " " }) },
        ["sin fecha"] = _vigente with { IntervaloDeDatos = new(TimeSpan.FromMinutes(15), _nuevo with { Fecha = null }) },
        ["acuerdo de mañana"] = _vigente with { IntervaloDeDatos = new(TimeSpan.FromMinutes(15), _nuevo with { Fecha = new(2024, 6, 4) }) },
        ["sólo el acuerdo"] = _vigente with { PermiteCierreAnticipado = new(true, _nuevo) },
        ["sin CATD"] = _vigente with { Sitios = new([], _nuevo) },
        ["CCV en su lugar"] = _vigente with { Sitios = new([new("CATD-01", "CCV", "", 1, 1)], _nuevo) },
        ["CATD dos veces"] = _vigente with { Sitios = new([new("CATD-01", "CATD", "", 1, 1), new("CATD-01", "CATD", "", 2, 1)], _nuevo) },
        ["con un CCV"] = _vigente with { Sitios = new([new("CATD-01", "CATD", "Juárez 1", 4, 8), new("CCV-1", "CCV", "", 20, 40)], _nuevo) },
        ["equipos de menos"] = _vigente with { Sitios = new([new("CATD-01", "CATD", "", -1, 0)], _nuevo) },
        ["difusor raro"] = _vigente with { Direcciones = new(new("", ["ftp://x"], ""), _nuevo) },
        ["difusores"] = _vigente with { Direcciones = new(new("https://prep.ejemplo.mx", ["https://diario.ejemplo.mx/prep/"], "Resultados preliminares"), _nuevo) },
    };

    [Theory]
    [InlineData("igual", -60, "configuracion_igual")]
    [InlineData("ceros", -60, "")]
    [InlineData("ceros", 5, "hito_ya_paso")]
    [InlineData("ceros", 40, "hito_ya_paso")]
    [InlineData("apertura", 5, "")]
    [InlineData("apertura", 61, "hito_ya_paso")]
    [InlineData("inicio", 61, "")]
    [InlineData("inicio", 181, "hito_ya_paso")]
    [InlineData("última", 181, "")]
    [InlineData("última", 1300, "hora_pasada")]
    [InlineData("última pronto", 225, "hora_pasada ultima_antes_de_un_corte")]
    [InlineData("última tarde", 5, "calendario_excede_24_horas")]
    [InlineData("desorden", 5, "calendario_desordenado")]
    [InlineData("quince", 200, "")]
    [InlineData("quince", 1621, "publicacion_cerrada")]
    [InlineData("dos por hora", 5, "intervalo_no_permitido")]
    [InlineData("medio minuto", 5, "intervalo_no_permitido")]
    [InlineData("sin número", 5, "falta_acuerdo")]
    [InlineData("sin fecha", 5, "falta_acuerdo")]
    [InlineData("acuerdo de mañana", 5, "acuerdo_en_el_futuro")]
    [InlineData("sólo el acuerdo", 200, "")]
    [InlineData("sin CATD", 5, "falta_catd")]
    [InlineData("CCV en su lugar", 5, "falta_catd")]
    [InlineData("CATD dos veces", 5, "sitio_repetido")]
    [InlineData("con un CCV", 200, "")]
    [InlineData("equipos de menos", 5, "sitio_mal_escrito")]
    [InlineData("difusor raro", 5, "direccion_mal_escrita")]
    [InlineData("difusores", 200, "")]
    public void Se_cambia_lo_que_no_ha_pasado_con_su_acuerdo(string propuesta, int minutoDesdeCeros, string codigos)
    {
        var ahora = _ceros.AddMinutes(minutoDesdeCeros);
        var marcha = new Marcha(true, minutoDesdeCeros >= 0 ? _ceros : null, null, minutoDesdeCeros >= 220 ? _ceros.AddMinutes(220) : null);

        var no = CambioDeConfiguracion.Impedimentos(_vigente, _propuestas[propuesta], _vigente.Calendario(_zona).Value, marcha, ["CATD-01"], ahora);

        Assert.Equal(codigos, string.Join(' ', no.Select(r => r.Codigo)));
    }

    [Fact]
    public void Sin_ceros_nada_se_abrio_y_las_horas_se_pueden_recorrer()
    {
        var tarde = _vigente with
        {
            PuestaEnCeros = new(_ceros.AddHours(2), _nuevo), Apertura = new(_ceros.AddHours(3), _nuevo), Inicio = new(_ceros.AddHours(4), _nuevo),
        };

        Assert.Empty(CambioDeConfiguracion.Impedimentos(_vigente, tarde, _vigente.Calendario(_zona).Value, new(true), ["CATD-01"], _ceros.AddMinutes(70)));
    }

    [Fact]
    public void Cerrada_nada_cambia() => Assert.Equal(
        [RechazosDeMarcha.Cerrada],
        CambioDeConfiguracion.Impedimentos(_vigente, _propuestas["quince"], _vigente.Calendario(_zona).Value, new(true, _ceros, _ceros.AddHours(5)), ["CATD-01"], _ceros.AddHours(6)));

    [Fact]
    public void El_acuerdo_que_pide_dos_por_hora_se_nombra() => Assert.Contains(
        "El acuerdo CG-18/2024 pide actualizar las bases de datos cada 30 minutos: son menos de tres actualizaciones por hora",
        CambioDeConfiguracion.Impedimentos(_vigente, _propuestas["dos por hora"], _vigente.Calendario(_zona).Value, new(true), ["CATD-01"], _ceros)[0].Mensaje);

    [Fact]
    public void Se_dice_cada_cambio_una_vez() => Assert.Equal(
        [(ValorDeConfiguracion.CierreAnticipado, false, _nuevo)], CambioDeConfiguracion.Cambios(_vigente, _propuestas["sólo el acuerdo"]));
}
