using Prep.Documentos;
using Prep.Seguimiento.Difusores;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Tests.Difusores;

public sealed class DifusoresTests
{
    private static readonly DateTimeOffset Ahora = new(2024, 5, 10, 18, 0, 0, TimeSpan.Zero);
    private static readonly DifusoresConvocados Llamado = new(ModoDeConvocatoria.Convocatoria, new(2024, 4, 1), new(2024, 5, 20), "Servidor propio");
    private static readonly DifusorSolicitado Universidad = new("Universidad", TipoDeDifusor.InstitucionAcademica, "rectoría", "https://prep.universidad.mx", new(2024, 4, 15));
    private static readonly Suceso[] Solicitado = [Llamado, Universidad];                            // entries 2 and 3
    private static readonly Suceso[] Cumple = [.. Solicitado, new DifusorRevisado(3, true, "")];
    private static readonly Suceso[] Formal = [.. Cumple, new DifusorFormalizado(3, "Convenio 1", new(2024, 5, 2), "https://prep.universidad.mx")];

    public static TheoryData<Suceso[], ConvocarDifusores.Request, string> Convocatorias => new()
    {
        { [], new(ModoDeConvocatoria.Invitacion, new(2024, 4, 1), new(2024, 5, 28), "Servidor"), "aceptado" },
        { [], new(ModoDeConvocatoria.Convocatoria, new(2024, 4, 1), new(2024, 4, 1), "Servidor"), "aceptado" },
        { [], new(ModoDeConvocatoria.Convocatoria, new(2024, 4, 2), new(2024, 4, 1), "Servidor"), "plazo_al_reves" },
        { [], new(ModoDeConvocatoria.Convocatoria, new(2014, 4, 1), new(2024, 5, 1), "Servidor"), "fecha_fuera_de_calendario" },
        { [], new(ModoDeConvocatoria.Convocatoria, new(2024, 4, 1), new(2042, 5, 1), "Servidor"), "fecha_fuera_de_calendario" },
        { [], new(ModoDeConvocatoria.Convocatoria, new(2024, 4, 1), new(2024, 5, 1), "  "), "faltan_requisitos" },
        { [Llamado], new(Llamado.Modo, Llamado.Desde, Llamado.Hasta, Llamado.Requisitos), "sin_cambio" },
        { [Llamado], new(Llamado.Modo, Llamado.Desde, Llamado.Hasta.AddDays(5), Llamado.Requisitos), "aceptado" },
        { [Llamado, new SinDifusores("Nadie", new(2024, 5, 9))], new(Llamado.Modo, Llamado.Desde, Llamado.Hasta, Llamado.Requisitos), "aceptado" },
    };

    [Theory, MemberData(nameof(Convocatorias))]
    public void Se_convoca_por_regla(Suceso[] antes, ConvocarDifusores.Request pedido, string resultado) => ConvocarDifusores.Decidir(ProgramaDePrueba.Oaxaca(antes), pedido, Ahora).Rechaza(resultado);

    public static TheoryData<Suceso[], SolicitarDifusion.Request, string> Solicitudes
    {
        get
        {
            SolicitarDifusion.Request buena = new("Diario", TipoDeDifusor.MedioEstatal, "redacción", "https://diario.mx/prep", new(2024, 4, 20));
            return new()
            {
                { [Llamado], buena, "aceptado" },
                { [], buena, "sin_convocatoria" },
                { [Llamado], buena with { Nombre = " " }, "falta_nombre" },
                { [Llamado], buena with { Contacto = "" }, "falta_contacto" },
                { [Llamado], buena with { Direccion = "diario.mx" }, "direccion_ilegible" },
                { [Llamado], buena with { Direccion = "javascript:alert(1)" }, "direccion_ilegible" },
                { [Llamado], buena with { Direccion = "https://yo:clave@diario.mx" }, "direccion_ilegible" },
                { [Llamado], buena with { Fecha = new(2042, 4, 20) }, "fecha_fuera_de_calendario" },
                { [Llamado], buena with { Fecha = new(2024, 5, 11) }, "fecha_por_venir" },
                { [Llamado], buena with { Fecha = new(2024, 3, 31) }, "fuera_de_plazo" },
                { Solicitado, buena with { Nombre = "UNIVERSIDAD" }, "difusor_repetido" },
                { [.. Solicitado, new DifusorRetirado(3, "No sigue")], buena with { Nombre = "Universidad" }, "aceptado" },
            };
        }
    }

    [Theory, MemberData(nameof(Solicitudes))]
    public void Se_solicita_por_regla(Suceso[] antes, SolicitarDifusion.Request pedido, string resultado) => SolicitarDifusion.Decidir(ProgramaDePrueba.Oaxaca(antes), pedido, Ahora).Rechaza(resultado);

    public static TheoryData<Suceso[], ResolverDifusor.Revision, string> Revisiones => new()
    {
        { Solicitado, new(3, true, ""), "aceptado" },
        { Solicitado, new(3, false, "No tiene servidor"), "aceptado" },
        { Solicitado, new(3, false, ""), "falta_motivo" },
        { Solicitado, new(4, true, ""), "difusor_desconocido" },
        { Formal, new(3, true, ""), "difusor_resuelto" },
    };

    [Theory, MemberData(nameof(Revisiones))]
    public void Se_revisa_por_regla(Suceso[] antes, ResolverDifusor.Revision pedido, string resultado) => ResolverDifusor.Decidir(ProgramaDePrueba.Oaxaca(antes), pedido, Ahora).Rechaza(resultado);

    public static TheoryData<Suceso[], ResolverDifusor.Formalizacion, string> Formalizaciones
    {
        get
        {
            ResolverDifusor.Formalizacion buena = new(3, "Convenio 1/2024", new(2024, 5, 10), "https://prep.universidad.mx");
            return new()
            {
                { Cumple, buena, "aceptado" },
                { Solicitado, buena, "difusor_sin_cumplir" },
                { [.. Solicitado, new DifusorRevisado(3, false, "No tiene servidor")], buena, "difusor_sin_cumplir" },
                { Formal, buena, "difusor_sin_cumplir" },
                { [.. Cumple, new SinDifusores("Nadie", new(2024, 5, 9))], buena, "sin_difusores" },
                { Cumple, buena with { Numero = 9 }, "difusor_desconocido" },
                { Cumple, buena with { Instrumento = "" }, "falta_instrumento" },
                { Cumple, buena with { Direccion = "ftp://universidad.mx" }, "direccion_ilegible" },
                { Cumple, buena with { Fecha = new(2024, 5, 11) }, "fecha_por_venir" },
                { Cumple, buena with { Fecha = new(2022, 5, 1) }, "fecha_fuera_de_calendario" },
                { Cumple, buena with { Fecha = new(2024, 4, 14) }, "fecha_antes_de_solicitar" },
            };
        }
    }

    [Theory, MemberData(nameof(Formalizaciones))]
    public void Se_formaliza_por_regla(Suceso[] antes, ResolverDifusor.Formalizacion pedido, string resultado) => ResolverDifusor.Decidir(ProgramaDePrueba.Oaxaca(antes), pedido, Ahora).Rechaza(resultado);

    public static TheoryData<Suceso[], string, string> Retiros => new()
    {
        { Formal, "Ya no publica", "aceptado" },
        { Formal, "", "falta_motivo" },
        { [.. Formal, new DifusorRetirado(3, "No sigue")], "Otra vez", "difusor_resuelto" },
        { [], "Ninguno", "difusor_desconocido" },
    };

    [Theory, MemberData(nameof(Retiros))]
    public void Se_retira_con_motivo(Suceso[] antes, string motivo, string resultado) => ResolverDifusor.Decidir(ProgramaDePrueba.Oaxaca(antes), new ResolverDifusor.Retiro(3, motivo), Ahora).Rechaza(resultado);

    public static TheoryData<Suceso[], string, string> Ningunos => new()
    {
        { [Llamado], "Nadie solicitó", "aceptado" },
        { [], "Así se acordó", "aceptado" },
        { [Llamado], "", "falta_motivo" },
        { Formal, "Nadie", "hay_difusores" },
        { [new SinDifusores("Nadie", new(2024, 5, 9))], "Nadie", "sin_cambio" },
    };

    [Theory, MemberData(nameof(Ningunos))]
    public void Se_dice_que_no_hay_por_regla(Suceso[] antes, string motivo, string resultado) => ConvocarDifusores.DecidirNinguno(ProgramaDePrueba.Oaxaca(antes), motivo, Ahora).Rechaza(resultado);

    [Fact]
    public void Solo_los_formalizados_son_oficiales_y_convocar_otra_vez_quita_que_no_hay()
    {
        Assert.Equal("Universidad", Assert.Single(ProgramaDePrueba.Oaxaca(Formal).Difusores.Formalizados).Nombre);
        Assert.Empty(ProgramaDePrueba.Oaxaca(Cumple).Difusores.Formalizados);
        Assert.Empty(ProgramaDePrueba.Oaxaca([.. Formal, new DifusorRetirado(3, "No sigue")]).Difusores.Formalizados);
        Assert.Null(ProgramaDePrueba.Oaxaca([new SinDifusores("Nadie", new(2024, 5, 9)), Llamado]).Difusores.Ninguno);
    }

    [Fact]
    public void La_lista_dice_quienes_son_o_que_no_hay_y_nunca_el_contacto()
    {
        Plantillas plantillas = new(Plantillas.DelPrograma);
        var lista = EmitirLista.Pagina(ProgramaDePrueba.Oaxaca(Formal), new(2024, 5, 10), plantillas).Debe();
        Assert.Contains("https://prep.universidad.mx", lista, StringComparison.Ordinal);
        Assert.DoesNotContain("rectoría", lista, StringComparison.Ordinal);

        var ninguna = EmitirLista.Pagina(ProgramaDePrueba.Oaxaca(new SinDifusores("Nadie solicitó", new(2024, 5, 9))), new(2024, 5, 10), plantillas).Debe();
        Assert.Contains("Nadie solicitó", ninguna, StringComparison.Ordinal);
        Assert.Contains("los publica solo el instituto", ninguna, StringComparison.Ordinal);
        EmitirLista.Pagina(ProgramaDePrueba.Oaxaca(), new(2024, 5, 10), plantillas).Rechaza("lista_sin_datos");
    }
}
