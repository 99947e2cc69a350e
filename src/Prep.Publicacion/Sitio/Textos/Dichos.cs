using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Sitio.Textos;

/// <summary>How things are named for people: in words of a language, where <see cref="Escrito"/> needs none.</summary>
public static class Dichos
{
    /// <param name="oficial">One of the 13 names of the figures.</param>
    public static string Cifra(this Idioma t, string oficial) => t[$"cifras.nombres.{oficial}"];

    /// <summary>The number, or the word that stands in its place.</summary>
    public static string Cantidad(this Idioma t, Cantidad cantidad) => cantidad switch
    {
        { Valor: { } numero } => Escrito.Numero(numero),
        { EsIlegible: true } => t["cantidad.ilegible"],
        { EsSinDato: true } => t["cantidad.sinDato"],
        _ => cantidad.ToString(),
    };

    /// <summary><c>1 minuto</c>, <c>25 minutos</c>.</summary>
    public static string Minutos(this Idioma t, TimeSpan tiempo) =>
        (int)tiempo.TotalMinutes is var minutos && minutos == 1 ? t["comun.minutos.una"] : t.Con("comun.minutos.varios", ("minutos", $"{minutos}"));

    /// <summary>"distrito", "municipio".</summary>
    public static string Area(this Idioma t, TipoDeArea tipo) => tipo switch
    {
        TipoDeArea.Municipio => t["areas.una.municipio"],
        TipoDeArea.SinArea => t["areas.una.sinArea"],
        _ => t["areas.una.distrito"],
    };

    public static string Areas(this Idioma t, TipoDeArea tipo) => t[tipo == TipoDeArea.Municipio ? "areas.varias.municipio" : "areas.varias.distrito"];

    /// <summary>"Distrito 007 · Putla", "Municipio 067 · Oaxaca de Juárez".</summary>
    public static string Area(this Idioma t, Area area) => area.Tipo switch
    {
        TipoDeArea.SinArea => area.Nombre.Length > 0 && area.Nombre != "N/A" ? Escrito.Nombre(area.Nombre) : t["areas.titulo.sinArea"],
        TipoDeArea.Municipio => t.Con("areas.titulo.municipio", ("clave", area.Id.Clave), ("nombre", Escrito.Nombre(area.Nombre))),
        _ => t.Con("areas.titulo.distrito", ("clave", area.Id.Clave), ("nombre", Escrito.Nombre(area.Nombre))),
    };

    /// <summary>"Básica 1", "Contigua 2", "Extraordinaria 1 contigua 2".</summary>
    public static string Casilla(this Idioma t, Casilla casilla)
    {
        var tipo = t[casilla.Tipo switch
        {
            TipoDeCasilla.Basica => "casilla.basica",
            TipoDeCasilla.Contigua => "casilla.contigua",
            TipoDeCasilla.Extraordinaria => "casilla.extraordinaria",
            TipoDeCasilla.Especial => "casilla.especial",
            TipoDeCasilla.VotoAnticipado => "casilla.votoAnticipado",
            TipoDeCasilla.PrisionPreventiva => "casilla.prisionPreventiva",
            TipoDeCasilla.MesaEnElExtranjero => "casilla.mesaEnElExtranjero",
            _ => "casilla.urnaElectronica",
        }];
        var numero = casilla.Numero.TrimStart('0');
        var contigua = casilla.ExtContigua.TrimStart('0');
        var suya = numero.Length > 0 && char.IsAsciiDigit(numero[0]) ? t.Con("casilla.conNumero", ("tipo", tipo), ("numero", numero)) : tipo;
        return contigua.Length > 0 && char.IsAsciiDigit(contigua[0]) ? t.Con("casilla.conContigua", ("casilla", suya), ("numero", contigua)) : suya;
    }

    public static string Principio(this Idioma t, Principio principio) => t[principio switch
    {
        Dominio.Catalogo.Principio.MayoriaRelativa => "principio.mayoriaRelativa",
        Dominio.Catalogo.Principio.RepresentacionProporcional => "principio.representacionProporcional",
        _ => "principio.ambos",
    }];
}
