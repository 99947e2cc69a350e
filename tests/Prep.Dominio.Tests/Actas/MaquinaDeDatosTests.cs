using System.Text.RegularExpressions;
using Prep.Dominio.Actas;
using Prep.Dominio.Tests.Casa;

namespace Prep.Dominio.Tests.Actas;

/// <summary>Every transition from every state: what is not drawn in docs/estados.md is refused, and leaves nothing changed.</summary>
[Trait("Regla", "A-01")]
public sealed class MaquinaDeDatosTests
{
    private static readonly ImagenId Imagen = new(7);
    private static readonly ImagenId Otra = new(8);

    private static readonly Dictionary<string, Expediente> Estados = new()
    {
        ["Esperada"] = Expediente.Nuevo,
        ["Digitalizada"] = new(0, new EstadoDeDatos.Digitalizada(Imagen)),
        ["PorIdentificar"] = new(0, new EstadoDeDatos.PorIdentificar(Imagen)),
        ["Redigitalizar"] = new(0, new EstadoDeDatos.Redigitalizar(Imagen)),
        ["EnCola"] = new(0, new EstadoDeDatos.EnCola(Imagen)),
        ["UnaCaptura"] = new(0, new EstadoDeDatos.UnaCaptura(Imagen, Captura("ana", "1 2"))),
        ["TerceraPendiente"] = new(0, new EstadoDeDatos.TerceraPendiente(Imagen, Captura("ana", "1 2"), Captura("luis", "1 3"))),
        ["Supervision"] = new(0, new EstadoDeDatos.Supervision(Imagen, Captura("ana", "1 2"), Captura("luis", "1 3"), Captura("eva", "4"))),
        ["Retenida"] = new(0, new EstadoDeDatos.Retenida(Imagen)),
        ["SinActaPropuesta"] = new(0, new EstadoDeDatos.SinActaPropuesta(MotivoSinActa.CasillaNoInstalada, new("ana"))),
        ["Verificada"] = new(1, new EstadoDeDatos.Verificada(false)),
        ["VerificadaSinActa"] = new(1, new EstadoDeDatos.Verificada(true)) { SinActa = true },
        ["FueraDeCatalogo"] = new(1, new EstadoDeDatos.FueraDeCatalogo(Imagen)),
        ["Reidentificada"] = new(1, new EstadoDeDatos.Reidentificada()),
    };

    private static readonly (string Nombre, Func<Expediente, Result<Expediente>> Hacer, string Pasos, string Rechazo, string Excepciones)[] Transiciones =
    [
        ("recibir imagen", e => MaquinaDeDatos.RecibirImagen(e, Imagen),
            "Esperada>Digitalizada SinActaPropuesta>Digitalizada Redigitalizar>Digitalizada VerificadaSinActa>Digitalizada", "no_espera_imagen", ""),
        ("identificar", e => MaquinaDeDatos.Identificar(e, Imagen, []),
            "Digitalizada>EnCola PorIdentificar>EnCola", "no_por_identificar", ""),
        ("perder la imagen", e => MaquinaDeDatos.PerderImagen(e, null),
            "Digitalizada>Esperada PorIdentificar>Esperada", "no_por_identificar", ""),
        ("volver a la imagen publicada", e => MaquinaDeDatos.PerderImagen(e, Otra),
            "Digitalizada>Redigitalizar PorIdentificar>Redigitalizar", "no_por_identificar", ""),
        ("dudar de la identidad", MaquinaDeDatos.DudarIdentidad,
            "EnCola>PorIdentificar UnaCaptura>PorIdentificar TerceraPendiente>PorIdentificar", "no_se_captura", ""),
        ("proponer sin acta", e => MaquinaDeDatos.ProponerSinActa(e, MotivoSinActa.PaqueteNoEntregado, new("luis")),
            "Esperada>SinActaPropuesta SinActaPropuesta>SinActaPropuesta", "ya_tiene_imagen",
            "Verificada:ya_tiene_registro VerificadaSinActa:ya_tiene_registro FueraDeCatalogo:ya_tiene_registro Reidentificada:ya_tiene_registro"),
        ("confirmar sin acta", e => MaquinaDeDatos.ConfirmarSinActa(e, MotivoSinActa.CasillaNoInstalada, new("luis")),
            "SinActaPropuesta>VerificadaSinActa", "sin_propuesta", "Verificada:ya_tiene_registro VerificadaSinActa:ya_tiene_registro"),
        ("rechazar sin acta", e => MaquinaDeDatos.RechazarSinActa(e, "el paquete sí llegó"),
            "SinActaPropuesta>Esperada", "sin_propuesta", "Verificada:ya_tiene_registro VerificadaSinActa:ya_tiene_registro"),
        ("pedir redigitalización", MaquinaDeDatos.PedirRedigitalizacion,
            "Digitalizada>Redigitalizar PorIdentificar>Redigitalizar EnCola>Redigitalizar UnaCaptura>Redigitalizar TerceraPendiente>Redigitalizar Supervision>Redigitalizar",
            "no_se_captura", ""),
        ("retener", MaquinaDeDatos.Retener,
            "Digitalizada>Retenida PorIdentificar>Retenida EnCola>Retenida UnaCaptura>Retenida TerceraPendiente>Retenida Supervision>Retenida", "no_se_captura", ""),
        ("aceptar la imagen", e => MaquinaDeDatos.AceptarImagen(e, []), "Redigitalizar>EnCola", "no_espera_imagen", ""),
        ("reidentificar", MaquinaDeDatos.Reidentificar, "FueraDeCatalogo>Reidentificada", "no_por_identificar", ""),
        ("liberar", e => MaquinaDeDatos.Liberar(e, Imagen, []), "Retenida>EnCola", "no_esta_en_supervision", ""),
        ("corregir", e => MaquinaDeDatos.Corregir(e, Imagen, false), "Verificada>EnCola", "no_se_corrige", ""),
        ("corregir con otra imagen", e => MaquinaDeDatos.Corregir(e, Imagen, true), "Verificada>Redigitalizar", "no_se_corrige", ""),
        ("capturar lo mismo", e => MaquinaDeDatos.Capturar(e, Captura("sol", e.Datos is EstadoDeDatos.TerceraPendiente ? "2" : "1 2"), []),
            "EnCola>UnaCaptura UnaCaptura>Verificada TerceraPendiente>Verificada", "no_se_captura", ""),
        ("capturar otra cosa", e => MaquinaDeDatos.Capturar(e, Captura("sol", e.Datos is EstadoDeDatos.TerceraPendiente ? "9" : "1 9"), []),
            "EnCola>UnaCaptura UnaCaptura>TerceraPendiente TerceraPendiente>Supervision", "no_se_captura", ""),
        ("resolver", e => MaquinaDeDatos.ResolverEnSupervision(e, new("sol"), "se lee 9"), "Supervision>Verificada", "no_esta_en_supervision", ""),
    ];

    public static TheoryData<string> Nombres => [.. Transiciones.Select(t => t.Nombre)];

    [Theory, MemberData(nameof(Nombres))]
    public void Desde_cada_estado(string nombre)
    {
        var (_, hacer, pasos, rechazo, excepciones) = Transiciones.Single(t => t.Nombre == nombre);
        var destinos = pasos.Split(' ').Select(p => p.Split('>')).ToDictionary(p => p[0], p => p[1]);
        var otros = excepciones.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split(':')).ToDictionary(p => p[0], p => p[1]);
        foreach (var (estado, expediente) in Estados)
        {
            var resultado = hacer(expediente);

            var esperado = destinos.TryGetValue(estado, out var destino) ? destino : otros.GetValueOrDefault(estado, rechazo);
            Assert.Equal($"{nombre} desde {estado}: {esperado}", $"{nombre} desde {estado}: {(resultado.IsOk ? Nombre(resultado.Value) : resultado.Rechazo.Codigo)}");
            if (resultado.IsOk)
            {
                var verifica = resultado.Value.Datos is EstadoDeDatos.Verificada;
                Assert.Equal(expediente.Vigente + (verifica ? 1 : 0), resultado.Value.Vigente);
            }
        }
    }

    [Fact]
    public void La_tabla_tiene_todos_los_estados() =>
        Assert.Equal(typeof(EstadoDeDatos).GetNestedTypes().Select(t => t.Name).Order(), Estados.Values.Select(e => e.Datos.GetType().Name).Distinct().Order());

    /// <summary>docs/estados.md draws every transition that the machine allows, and names only states that exist.</summary>
    [Fact]
    public void El_dibujo_dice_lo_mismo_que_la_maquina()
    {
        var dibujo = File.ReadAllText(Path.Combine(Arbol.Raiz, "docs", "estados.md"));
        var flechas = Regex.Matches(dibujo.Split("## Paper")[0], @"^\s+(\w+) --> (\w+)", RegexOptions.Multiline).Select(m => $"{m.Groups[1].Value} --> {m.Groups[2].Value}").ToHashSet();
        var desde = Estados.Values.Concat(Estados.Values.Where(e => e.Vigente == 0).Select(e => e with { Vigente = 1, SinActa = true })).ToList();

        var hechas = Transiciones.SelectMany(t => desde.Select(e => (De: e, A: t.Hacer(e))).Where(p => p.A.IsOk))
            .Select(p => (De: p.De.Datos.GetType().Name, A: p.A.Value.Datos.GetType().Name)).Where(p => p.De != p.A).Select(p => $"{p.De} --> {p.A}").Distinct();

        Assert.Equal([], hechas.Where(f => !flechas.Contains(f)).Order());
        Assert.Equal([], flechas.SelectMany(f => f.Split(" --> ")).Distinct().Except(typeof(EstadoDeDatos).GetNestedTypes().Select(t => t.Name)));
    }

    [Theory]
    [InlineData("UnaCaptura", "ana")]
    [InlineData("TerceraPendiente", "ana")]
    [InlineData("TerceraPendiente", "luis")]
    public void Quien_ya_capturo_no_captura_otra_ronda(string estado, string persona) =>
        Assert.Equal("misma_persona", MaquinaDeDatos.Capturar(Estados[estado], Captura(persona, "1 2"), []).Rechazo.Codigo);

    [Theory]
    [InlineData("EnCola")]
    [InlineData("UnaCaptura")]
    [InlineData("TerceraPendiente")]
    public void Quien_capturo_una_version_anterior_no_captura_la_correccion(string estado) =>
        Assert.Equal("misma_persona", MaquinaDeDatos.Capturar(Estados[estado], Captura("sol", "1 2"), [new("sol")]).Rechazo.Codigo);

    [Theory]
    [InlineData("ana", "se lee 9", "misma_persona")]
    [InlineData("luis", "se lee 9", "misma_persona")]
    [InlineData("eva", "se lee 9", "misma_persona")]
    [InlineData("sol", "", "falta_motivo")]
    [InlineData("sol", "  ", "falta_motivo")]
    public void En_supervision_decide_alguien_que_no_capturo_y_dice_por_que(string persona, string motivo, string rechazo) =>
        Assert.Equal(rechazo, MaquinaDeDatos.ResolverEnSupervision(Estados["Supervision"], new(persona), motivo).Rechazo.Codigo);

    [Fact]
    public void Quien_propone_sin_acta_no_lo_confirma() =>
        Assert.Equal("misma_persona", MaquinaDeDatos.ConfirmarSinActa(Estados["SinActaPropuesta"], MotivoSinActa.CasillaNoInstalada, new("ana")).Rechazo.Codigo);

    [Fact]
    public void Confirmar_otro_motivo_no_es_confirmar() =>
        Assert.Equal("sin_propuesta", MaquinaDeDatos.ConfirmarSinActa(Estados["SinActaPropuesta"], MotivoSinActa.PaqueteNoEntregado, new("luis")).Rechazo.Codigo);

    [Theory]
    [InlineData("Digitalizada")]
    [InlineData("PorIdentificar")]
    public void Identificar_otra_imagen_no_toca_la_que_espera(string estado) =>
        Assert.Equal("no_por_identificar", MaquinaDeDatos.Identificar(Estados[estado], Otra, []).Rechazo.Codigo);

    [Fact]
    public void Una_imagen_identificada_sigue_con_las_capturas_que_ya_tenia()
    {
        CapturaDeActa[] tres = [Captura("ana", "1 2"), Captura("luis", "1 3"), Captura("eva", "4")];

        Assert.Equal(["EnCola", "UnaCaptura", "TerceraPendiente", "Supervision"],
            Enumerable.Range(0, 4).Select(n => Nombre(MaquinaDeDatos.Identificar(Estados["PorIdentificar"], Imagen, tres[..n]).Value)));
    }

    [Fact]
    public void Una_correccion_conserva_la_version_publicada_hasta_que_otra_se_verifica()
    {
        var corregida = MaquinaDeDatos.Corregir(Estados["Verificada"], Imagen, false).Value;

        Assert.True(corregida.EnCorreccion);
        Assert.Equal((1, 2), (corregida.Vigente, corregida.EnTrabajo));
        var una = MaquinaDeDatos.Capturar(corregida, Captura("sol", "1 2"), []).Value;
        var dos = MaquinaDeDatos.Capturar(una, Captura("mar", "1 2"), []).Value;
        Assert.False(dos.EnCorreccion);
        Assert.Equal(2, dos.Vigente);
    }

    [Fact]
    public void Una_correccion_que_pierde_su_imagen_nueva_vuelve_a_la_publicada_y_sigue_en_correccion()
    {
        var pedida = MaquinaDeDatos.Corregir(Estados["Verificada"], Imagen, conOtraImagen: true).Value;
        var conOtra = MaquinaDeDatos.RecibirImagen(pedida, Otra).Value;

        var vuelta = MaquinaDeDatos.PerderImagen(conOtra, Imagen).Value;

        Assert.Equal(pedida, vuelta);
        Assert.True(vuelta.EnCorreccion);
        Assert.Equal(new Expediente(1, new EstadoDeDatos.EnCola(Imagen)), MaquinaDeDatos.AceptarImagen(vuelta, []).Value);
    }

    [Fact]
    public void Sin_acta_superada_por_una_imagen_ajena_vuelve_a_estar_sin_acta()
    {
        var conImagen = MaquinaDeDatos.RecibirImagen(Estados["VerificadaSinActa"], Imagen).Value;
        Assert.True(conImagen.EnCorreccion);

        var sinElla = MaquinaDeDatos.PerderImagen(conImagen, null).Value;

        Assert.Equal(Estados["VerificadaSinActa"], sinElla);
        Assert.False(sinElla.EnCorreccion);
    }

    [Fact]
    public void Sin_acta_superada_por_su_imagen_deja_de_estarlo_al_verificarse()
    {
        var enCola = MaquinaDeDatos.Identificar(MaquinaDeDatos.RecibirImagen(Estados["VerificadaSinActa"], Imagen).Value, Imagen, []).Value;
        var una = MaquinaDeDatos.Capturar(enCola, Captura("ana", "1 2"), []).Value;
        Assert.True(una.SinActa);

        var dos = MaquinaDeDatos.Capturar(una, Captura("luis", "1 2"), []).Value;

        Assert.Equal(new Expediente(2, new EstadoDeDatos.Verificada(false)), dos);
    }

    [Theory]
    [InlineData("EnCola", 2)]
    [InlineData("UnaCaptura", 1)]
    [InlineData("TerceraPendiente", 1)]
    public void La_cola_reparte_las_capturas_que_faltan(string estado, int vacantes)
    {
        Assert.Equal(vacantes, Estados[estado].Datos.Vacantes);
        Assert.All(Estados.Where(e => e.Key is not ("EnCola" or "UnaCaptura" or "TerceraPendiente")), e => Assert.Equal(0, e.Value.Datos.Vacantes));
    }

    private static string Nombre(Expediente e) => e.Datos is EstadoDeDatos.Verificada { SinActa: true } ? "VerificadaSinActa" : e.Datos.GetType().Name;

    private static CapturaDeActa Captura(string persona, string campos) => new(new(persona), Caso.Cantidades(campos), Caso.Noche);
}
