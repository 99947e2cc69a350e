using System.Text;
using Prep.Seguimiento.Calendario;
using Prep.Seguimiento.Sesiones;
using Prep.Seguimiento.Tests.Sesiones;

namespace Prep.Seguimiento.Tests.Calendario;

public sealed class CalendarioIcsTests
{
    [Fact]
    public void Las_del_plan_estan_desde_el_primer_dia()
    {
        var eventos = Eventos(new ComisionDePrueba());

        Assert.Equal(8, eventos.Count);
        var instalacion = eventos.Single(e => e["SUMMARY"].StartsWith("Sesión de instalación", StringComparison.Ordinal));
        Assert.Equal(("20231121", "20231122"), (instalacion["DTSTART;VALUE=DATE"], instalacion["DTEND;VALUE=DATE"]));
        // Only the month is known: it lasts the month and takes no time of anybody.
        var primera = eventos.Single(e => e["SUMMARY"].StartsWith("Primera sesión ordinaria", StringComparison.Ordinal));
        Assert.Equal(("20231201", "20240101", "TENTATIVE", "TRANSPARENT"), (primera["DTSTART;VALUE=DATE"], primera["DTEND;VALUE=DATE"], primera["STATUS"], primera["TRANSP"]));
        Assert.Equal(8, eventos.Select(e => e["UID"]).Distinct().Count());
    }

    [Fact]
    public void La_convocada_ocupa_su_hora_y_la_reprogramada_se_nota()
    {
        var comision = ComisionDePrueba.ConSesionConvocada();
        var antes = Eventos(comision).Single(e => e["SUMMARY"] == ComisionDePrueba.Primera);
        Assert.Equal(("20231220T180000Z", "CONFIRMED", "0"), (antes["DTSTART"], antes["STATUS"], antes.GetValueOrDefault("SEQUENCE", "0")));
        Assert.Equal(8, Eventos(comision).Count);

        comision.Hacer(PasosDeSesion.Reprogramar(comision.Programa, new(comision.Sesion.Numero, null, comision.Ahora.AddDays(7), "Otra sala", "", "Se inundó"), comision.Ahora));
        var despues = Eventos(comision).Single(e => e["SUMMARY"] == ComisionDePrueba.Primera);
        Assert.Equal((antes["UID"], "1", "20231227T180100Z"), (despues["UID"], despues["SEQUENCE"], despues["DTSTART"]));

        comision.Hacer(PasosDeSesion.Cancelar(comision.Programa, new(comision.Sesion.Numero, null, "Ya no")));
        Assert.Equal("CANCELLED", Eventos(comision).Single(e => e["SUMMARY"] == ComisionDePrueba.Primera)["STATUS"]);
    }

    [Fact]
    public void Se_escapa_y_se_dobla_como_manda_la_norma()
    {
        ComisionDePrueba comision = new();
        comision.Hacer(ConvocarSesion.Decidir(
            comision.Programa,
            ComisionDePrueba.Ordinaria with { Lugar = "Sala 1, edificio A; planta\\alta", Orden = [new($"Informe; con coma, y ñandú {new string('á', 200)}\nDTSTART:19990101", false)] },
            comision.Ahora));

        var texto = CalendarioIcs.Escribir(comision.Programa, publico: false);

        Assert.All(texto.Split("\r\n"), l => Assert.True(Encoding.UTF8.GetByteCount(l) <= 75, l));
        Assert.DoesNotContain('\n', texto.Replace("\r\n", ""));
        var evento = Eventos(texto).Single(e => e["SUMMARY"] == ComisionDePrueba.Primera);
        Assert.Equal(@"Sala 1\, edificio A\; planta\\alta", evento["LOCATION"]);
        Assert.StartsWith(@"1. Informe\; con coma\, y ñandú á", evento["DESCRIPTION"]);
        Assert.EndsWith(@"\nDTSTART:19990101", evento["DESCRIPTION"]);
    }

    [Fact]
    public void El_enlace_para_entrar_no_sale_al_publico()
    {
        ComisionDePrueba comision = new();
        comision.Hacer(ConvocarSesion.Decidir(comision.Programa, ComisionDePrueba.Ordinaria with { Enlace = "https://sala.example/secreta" }, comision.Ahora));

        Assert.Contains("sala.example", CalendarioIcs.Escribir(comision.Programa, publico: false));
        Assert.DoesNotContain("sala.example", CalendarioIcs.Escribir(comision.Programa, publico: true));
    }

    [Fact]
    public void La_agenda_tiene_sesiones_acuerdos_que_vencen_y_la_jornada()
    {
        var comision = ComisionDePrueba.ConSesionAbierta();
        comision.Hacer(VotarPunto.Decidir(
            comision.Programa, comision.Votos(1, "Uno", ("carmelita", SentidoDelVoto.AFavor), ("jessica", SentidoDelVoto.AFavor), ("zaira", SentidoDelVoto.AFavor)) with { Vence = new(2024, 1, 31) }, comision.Ahora));

        var dias = DiaDeCalendario.Del(comision.Programa, new(2023, 12, 20)).ToList();

        Assert.Equal(["Sesión de instalación", "Primera sesión ordinaria", "Vence el acuerdo CTPREP-01/2023", "Segunda sesión ordinaria"], dias.Take(4).Select(d => d.Que));
        Assert.Equal("Jornada electoral", dias.Single(d => d.Dia == new DateOnly(2024, 6, 2)).Que);
        Assert.Equal(("12:00", new DateOnly(2023, 12, 20)), (dias[1].Hora, dias[1].Dia));
    }

    private static List<Dictionary<string, string>> Eventos(ComisionDePrueba comision) => Eventos(CalendarioIcs.Escribir(comision.Programa, publico: true));

    // As a reader of RFC 5545 sees it: unfolded, a property a line.
    private static List<Dictionary<string, string>> Eventos(string texto) =>
    [
        .. texto.Replace("\r\n ", "").Split("BEGIN:VEVENT\r\n").Skip(1).Select(e => e[..e.IndexOf("END:VEVENT", StringComparison.Ordinal)].Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split(':', 2)).ToDictionary(p => p[0], p => p[1])),
    ];
}
