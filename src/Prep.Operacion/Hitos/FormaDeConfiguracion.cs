using System.Globalization;
using Microsoft.AspNetCore.Http;
using Prep.Dominio;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Hitos;

/// <summary>The form of a proposal: the values in force, written over, and the one agreement that fixes those that change. Who needs two agreements proposes twice.</summary>
public static class FormaDeConfiguracion
{
    public const string Nombre = "proponer";

    private sealed record Cajas(IFormCollection Forma)
    {
        public string this[string caja] => Forma[caja].ToString().Trim();
    }

    /// <summary>What a box holds when nobody wrote in it.</summary>
    public static string Caja(ValorDeConfiguracion cual, Configuracion c, Proceso proceso) => cual switch
    {
        ValorDeConfiguracion.PuestaEnCeros => proceso.ParaFormulario(c.PuestaEnCeros.Valor),
        ValorDeConfiguracion.Apertura => proceso.ParaFormulario(c.Apertura.Valor),
        ValorDeConfiguracion.Inicio => proceso.ParaFormulario(c.Inicio.Valor),
        ValorDeConfiguracion.UltimaActualizacion => proceso.ParaFormulario(c.UltimaActualizacion.Valor),
        ValorDeConfiguracion.IntervaloDeDatos => PalabrasDeHitos.Minutos(c.IntervaloDeDatos.Valor),
        ValorDeConfiguracion.IntervaloDeBases => PalabrasDeHitos.Minutos(c.IntervaloDeBases.Valor),
        ValorDeConfiguracion.CierreAnticipado => c.PermiteCierreAnticipado.Valor ? "si" : "no",
        ValorDeConfiguracion.Sitios => string.Join('\n', c.Sitios.Valor.Select(Linea)),
        _ => string.Join('\n', c.Direcciones.Valor.Difusores),
    };

    /// <summary><c>CATD-01; CATD; Juárez 1, Centro; 4; 8</c>.</summary>
    public static string Linea(SitioAcordado s) => $"{s.Clave}; {s.Tipo}; {s.Domicilio}; {s.Equipos}; {s.Personas}";

    /// <returns>The request, or which box cannot be read.</returns>
    public static Result<ProponerConfiguracion.Request> Leer(IFormCollection forma, int version, Configuracion vigente, Proceso proceso)
    {
        Cajas f = new(forma);
        List<Rechazo> no = [];
        DateOnly? fecha = DateOnly.TryParseExact(f["fecha"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var leida) ? leida : null;
        Acuerdo acuerdo = new(f["numero"], fecha, f["documento"]);
        var direcciones = vigente.Direcciones.Valor;
        var otras = new DireccionesDelSitio(f["sitio"], Lineas(f[$"{ValorDeConfiguracion.Direcciones}"]), f["aviso"]);
        Configuracion propuesta = new(
            Hora(ValorDeConfiguracion.PuestaEnCeros, vigente.PuestaEnCeros), Hora(ValorDeConfiguracion.Apertura, vigente.Apertura), Hora(ValorDeConfiguracion.Inicio, vigente.Inicio),
            Hora(ValorDeConfiguracion.UltimaActualizacion, vigente.UltimaActualizacion),
            Intervalo(ValorDeConfiguracion.IntervaloDeDatos, vigente.IntervaloDeDatos), Intervalo(ValorDeConfiguracion.IntervaloDeBases, vigente.IntervaloDeBases),
            Con(vigente.PermiteCierreAnticipado, f[$"{ValorDeConfiguracion.CierreAnticipado}"] == "si"),
            Igual(ValorDeConfiguracion.Sitios) ? vigente.Sitios : new(Sitios(f[$"{ValorDeConfiguracion.Sitios}"], no), acuerdo),
            otras with { Difusores = direcciones.Difusores } == direcciones && otras.Difusores.SequenceEqual(direcciones.Difusores) ? vigente.Direcciones : new(otras, acuerdo));
        return no is [var primero, ..] ? primero : new ProponerConfiguracion.Request(version, propuesta, f["motivo"]);

        bool Igual(ValorDeConfiguracion cual) => f[$"{cual}"].ReplaceLineEndings("\n") == Caja(cual, vigente, proceso);

        Acordado<T> Con<T>(Acordado<T> antes, T valor) => EqualityComparer<T>.Default.Equals(antes.Valor, valor) ? antes : new(valor, acuerdo);

        Acordado<DateTimeOffset> Hora(ValorDeConfiguracion cual, Acordado<DateTimeOffset> antes)
        {
            if (Igual(cual))
            {
                return antes;
            }

            if (!proceso.TryDeFormulario(f[$"{cual}"], out var en))
            {
                no.Add(new("hora_ilegible", $"{PalabrasDeHitos.Nombre(cual)}: escriba día y hora.", ClaseDeRechazo.Entrada));
            }

            return new(en, acuerdo);
        }

        Acordado<TimeSpan> Intervalo(ValorDeConfiguracion cual, Acordado<TimeSpan> antes)
        {
            if (Igual(cual))
            {
                return antes;
            }

            if (!int.TryParse(f[$"{cual}"], NumberStyles.None, CultureInfo.InvariantCulture, out var minutos) || minutos > 1440)
            {
                no.Add(new("intervalo_ilegible", $"{PalabrasDeHitos.Nombre(cual)}: escriba los minutos con número.", ClaseDeRechazo.Entrada));
            }

            return new(TimeSpan.FromMinutes(minutos), acuerdo);
        }
    }

    private static SitioAcordado[] Sitios(string texto, List<Rechazo> no)
    {
        List<SitioAcordado> sitios = [];
        foreach (var linea in Lineas(texto))
        {
            if (linea.Split(';', StringSplitOptions.TrimEntries) is [var clave, var tipo, var domicilio, var equipos, var personas]
                && int.TryParse(equipos, NumberStyles.None, CultureInfo.InvariantCulture, out var e) && int.TryParse(personas, NumberStyles.None, CultureInfo.InvariantCulture, out var p))
            {
                sitios.Add(new(clave, tipo, domicilio, e, p));
            }
            else
            {
                no.Add(new("sitio_ilegible", $"«{linea}» no se entiende: cada sitio en un renglón, como «CATD-01; CATD; domicilio; equipos; personas».", ClaseDeRechazo.Entrada));
            }
        }

        return [.. sitios];
    }

    private static string[] Lineas(string texto) => texto.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
