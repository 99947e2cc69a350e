using System.Text;
using Prep.Publicacion.Sitio;
using Prep.Publicacion.Sitio.Textos;
using Prep.Publicacion.Tests.Ejemplos;
using Prep.Publicacion.Tests.Paquete;

namespace Prep.Publicacion.Tests.Sitio;

public sealed class IdiomaTests : IDisposable
{
    private readonly CarpetaTemporal _carpeta = new();

    public void Dispose() => _carpeta.Dispose();

    [Fact]
    public async Task La_frase_del_instituto_sale_en_sus_paginas_y_lo_demas_sigue_igual()
    {
        Escribir("textos.es.json", """{ "participacion": { "enEsteCorte": "Van <{votos}> votos; lista {lista}; {participacion}." }, "glosario": { "titulo": "Palabras" } }""");
        var contexto = ContextoDeSitio.De(CorteDeEjemplo.Primero()) with { Idioma = ConfiguracionDeSitio.Leer(_carpeta.Raiz).Value.Idioma };
        var participacion = await PaginaAsync(contexto, "dip_loc/participacion.html");
        Assert.Contains("<p>Van &lt;", participacion);
        Assert.Contains("Es la participación de las casillas", participacion);
        Assert.Contains("<h1>Palabras</h1>", await PaginaAsync(contexto, "glosario.html"));
    }

    [Fact]
    public async Task Otro_idioma_dice_lo_suyo_y_lo_que_le_falta_en_espanol()
    {
        Escribir("sitio.json", """{ "idioma": "en" }""");
        Escribir("textos.en.json", """{ "glosario": { "titulo": "Glossary" } }""");
        var contexto = ContextoDeSitio.De(CorteDeEjemplo.Primero()) with { Idioma = ConfiguracionDeSitio.Leer(_carpeta.Raiz).Value.Idioma };
        var pagina = await PaginaAsync(contexto, "glosario.html");
        Assert.Contains("<html lang=\"en\">", pagina);
        Assert.Contains("<h1>Glossary</h1>", pagina);
        Assert.Contains("<dt>Sin dato</dt>", pagina);
    }

    [Theory]
    [InlineData("""{ "glosario": { "titul": "X" } }""", "«glosario.titul» no es una clave", "glosario.titulo")]
    [InlineData("""{ "glosario": "X" }""", "«glosario» no es una frase sino un grupo", "es.json")]
    [InlineData("""{ "glosario": { "titulo": 3 } }""", "«glosario.titulo» debe ser una frase", "comillas")]
    [InlineData("""{ "glosario": { "titulo": " " } }""", "«glosario.titulo» no puede quedar vacía", "textos.es.json")]
    [InlineData("""{ "glosario": { "titulo": "**Palabras**" } }""", "«glosario.titulo» se escribe sin **", "enlaces")]
    [InlineData("""{ "glosario": { "titulo": "{votos}" } }""", "«glosario.titulo» debe llevar ninguno", "valor")]
    [InlineData("""{ "participacion": { "enEsteCorte": "Van {votos}." } }""", "debe llevar {votos}, {lista}, {participacion}", "enEsteCorte")]
    [InlineData("""{ "participacion": { "enEsteCorte": "Van {votos de {lista} y {participacion}." } }""", "llave suelta", "{asi}")]
    [InlineData("""{ "participacion": { "conEspeciales": "Con las **especiales son {con} y sin ellas {sin}." } }""", "abre ** y no lo cierra", "conEspeciales")]
    [InlineData("""{ "difusores": { "entrada": "Véalo en {verificar}." } }""", "debe llevar", "difusores.entrada")]
    [InlineData("""{ "glosario": { "titulo": "A", "titulo": "B" } }""", "una sola vez", "línea 1")]
    [InlineData("""[ "A" ]""", "lleva llaves", "es.json")]
    [InlineData("{", "línea 1", "no se entiende")]
    public void Lo_que_no_puede_usarse_se_dice_con_su_remedio_y_no_se_publica(string json, string dicho, string remedio)
    {
        Escribir("textos.es.json", json);
        var lectura = ConfiguracionDeSitio.Leer(_carpeta.Raiz);
        Assert.False(lectura.IsOk);
        Assert.Contains("textos.es.json", lectura.Rechazo.Mensaje);
        Assert.Contains(dicho, lectura.Rechazo.Mensaje);
        Assert.Contains(remedio, lectura.Rechazo.Mensaje);
    }

    [Theory]
    [InlineData("en", "textos.en.json")]
    [InlineData("../es", "código")]
    public void Un_idioma_sin_sus_textos_no_se_publica(string idioma, string dicho)
    {
        Escribir("sitio.json", $$"""{ "idioma": "{{idioma}}" }""");
        var lectura = ConfiguracionDeSitio.Leer(_carpeta.Raiz);
        Assert.False(lectura.IsOk);
        Assert.Contains(dicho, lectura.Rechazo.Mensaje);
    }

    [Fact]
    public void Una_clave_que_falta_o_un_valor_de_mas_se_nota_al_instante()
    {
        Assert.Throws<KeyNotFoundException>(() => Idioma.Espanol["glosario.nada"]);
        Assert.Throws<InvalidOperationException>(() => Idioma.Espanol["participacion.enEsteCorte"]);
        Assert.Throws<InvalidOperationException>(() => Idioma.Espanol.Con("glosario.titulo", ("votos", "3")));
        Assert.Throws<InvalidOperationException>(() => Idioma.Espanol.Con("participacion.conEspeciales", ("con", "3"), ("sin", "2")));
    }

    private static async Task<string> PaginaAsync(ContextoDeSitio contexto, string archivo)
    {
        var trabajo = SitioEstatico.TrabajosDelCorte(contexto).Single(t => t.Ruta == Rutas.DelCorte(contexto.Corte.Id, archivo));
        return Encoding.UTF8.GetString((await trabajo.HacerAsync()).Bytes);
    }

    private void Escribir(string archivo, string json) => File.WriteAllText(Path.Combine(_carpeta.Raiz, archivo), json);
}
