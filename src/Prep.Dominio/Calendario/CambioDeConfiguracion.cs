namespace Prep.Dominio.Calendario;

/// <summary>Each value that a configuration agrees.</summary>
public enum ValorDeConfiguracion
{
    PuestaEnCeros,
    Apertura,
    Inicio,
    UltimaActualizacion,
    IntervaloDeDatos,
    IntervaloDeBases,
    CierreAnticipado,
    Sitios,
    Direcciones,
}

/// <summary>Whether a configuration may take the place of the one in force, now.</summary>
/// <remarks>
/// Regla K-08: each value that changes brings the number and date of its agreement; what already happened does not move, nothing is agreed for
/// an hour that passed, and after the close nothing changes. Fuente: RE, artículo 353; spec §3.6, §14 "calendar". The calendar that results
/// keeps K-01, K-02 and K-05.
/// </remarks>
public static class CambioDeConfiguracion
{
    /// <summary>What differs, and whether its value does or only its agreement.</summary>
    public static IReadOnlyList<(ValorDeConfiguracion Cual, bool Valor, Acuerdo Acuerdo)> Cambios(Configuracion vigente, Configuracion propuesta)
    {
        (ValorDeConfiguracion, bool, bool, Acuerdo)[] todos =
        [
            Cambio(ValorDeConfiguracion.PuestaEnCeros, vigente.PuestaEnCeros, propuesta.PuestaEnCeros),
            Cambio(ValorDeConfiguracion.Apertura, vigente.Apertura, propuesta.Apertura),
            Cambio(ValorDeConfiguracion.Inicio, vigente.Inicio, propuesta.Inicio),
            Cambio(ValorDeConfiguracion.UltimaActualizacion, vigente.UltimaActualizacion, propuesta.UltimaActualizacion),
            Cambio(ValorDeConfiguracion.IntervaloDeDatos, vigente.IntervaloDeDatos, propuesta.IntervaloDeDatos),
            Cambio(ValorDeConfiguracion.IntervaloDeBases, vigente.IntervaloDeBases, propuesta.IntervaloDeBases),
            Cambio(ValorDeConfiguracion.CierreAnticipado, vigente.PermiteCierreAnticipado, propuesta.PermiteCierreAnticipado),
            Cambio(ValorDeConfiguracion.Sitios, vigente.Sitios, propuesta.Sitios, (a, b) => a.SequenceEqual(b)),
            Cambio(ValorDeConfiguracion.Direcciones, vigente.Direcciones, propuesta.Direcciones, (a, b) => a with { Difusores = b.Difusores } == b && a.Difusores.SequenceEqual(b.Difusores)),
        ];
        return [.. todos.Where(c => c.Item2 || c.Item3).Select(c => (c.Item1, c.Item2, c.Item4))];
    }

    /// <param name="catds">Keys that the catalogue expects actas at.</param>
    /// <returns>Every reason that forbids it, in a stable order; empty when it may.</returns>
    public static IReadOnlyList<Rechazo> Impedimentos(
        Configuracion vigente, Configuracion propuesta, CalendarioDelPrep calendario, Marcha marcha, IEnumerable<string> catds, DateTimeOffset ahora)
    {
        var fase = marcha.En(calendario, ahora);
        if (fase == Fase.Cerrada)
        {
            return [RechazosDeMarcha.Cerrada];
        }

        var cambios = Cambios(vigente, propuesta);
        if (cambios.Count == 0)
        {
            return [new("configuracion_igual", "No cambia ningún valor: no hay qué proponer.", ClaseDeRechazo.Entrada)];
        }

        List<Rechazo> no = [.. cambios.SelectMany(c => SinAcuerdo(c.Cual, c.Acuerdo, calendario.Zona, ahora))];
        var mueve = cambios.Where(c => c.Valor).Select(c => c.Cual).ToHashSet();
        Fijo(ValorDeConfiguracion.PuestaEnCeros, marcha.CerosEn is not null, "la puesta en ceros ya se hizo");
        Fijo(ValorDeConfiguracion.Apertura, fase >= Fase.Abierta, "la operación ya abrió");
        Fijo(ValorDeConfiguracion.Inicio, fase >= Fase.Publicando, "la publicación ya inició");
        Pasada(ValorDeConfiguracion.PuestaEnCeros, propuesta.PuestaEnCeros.Valor);
        Pasada(ValorDeConfiguracion.Apertura, propuesta.Apertura.Valor);
        Pasada(ValorDeConfiguracion.Inicio, propuesta.Inicio.Valor);
        Pasada(ValorDeConfiguracion.UltimaActualizacion, propuesta.UltimaActualizacion.Valor);
        if (mueve.Contains(ValorDeConfiguracion.UltimaActualizacion) && propuesta.UltimaActualizacion.Valor <= marcha.CorteEn)
        {
            no.Add(new("ultima_antes_de_un_corte", "La última actualización no puede quedar antes de un corte que ya se hizo.", ClaseDeRechazo.Entrada));
        }

        no.AddRange(MenosDeTres(propuesta.IntervaloDeDatos, "los datos"));
        no.AddRange(MenosDeTres(propuesta.IntervaloDeBases, "las bases de datos"));
        no.AddRange(DeSitios(propuesta.Sitios.Valor, catds));
        no.AddRange(DeDirecciones(propuesta.Direcciones.Valor));
        return no.Count == 0 && propuesta.Calendario(calendario.Zona) is { IsOk: false } mal ? [mal.Rechazo] : no;

        void Fijo(ValorDeConfiguracion cual, bool paso, string que)
        {
            if (paso && mueve.Remove(cual))
            {
                no.Add(new("hito_ya_paso", $"{Mayuscula(que)}: su hora ya no se mueve. Déjela como estaba."));
            }
        }

        void Pasada(ValorDeConfiguracion cual, DateTimeOffset hora)
        {
            if (mueve.Contains(cual) && hora <= ahora)
            {
                no.Add(new("hora_pasada", $"{Mayuscula(Nombre(cual))} queda en una hora que ya pasó: acuerde una por venir.", ClaseDeRechazo.Entrada));
            }
        }
    }

    /// <summary>As a sentence says it.</summary>
    public static string Nombre(ValorDeConfiguracion cual) => cual switch
    {
        ValorDeConfiguracion.PuestaEnCeros => "la puesta en ceros",
        ValorDeConfiguracion.Apertura => "la apertura de la operación",
        ValorDeConfiguracion.Inicio => "el inicio de la publicación",
        ValorDeConfiguracion.UltimaActualizacion => "la última actualización",
        ValorDeConfiguracion.IntervaloDeDatos => "el intervalo de los datos",
        ValorDeConfiguracion.IntervaloDeBases => "el intervalo de las bases de datos",
        ValorDeConfiguracion.CierreAnticipado => "el cierre anticipado",
        ValorDeConfiguracion.Sitios => "los CATD y CCV",
        _ => "las direcciones y el aviso del sitio",
    };

    private static string Mayuscula(string frase) => char.ToUpperInvariant(frase[0]) + frase[1..];

    private static (ValorDeConfiguracion, bool, bool, Acuerdo) Cambio<T>(ValorDeConfiguracion cual, Acordado<T> antes, Acordado<T> despues, Func<T, T, bool>? iguales = null) =>
        (cual, !(iguales ?? EqualityComparer<T>.Default.Equals)(antes.Valor, despues.Valor), antes.Acuerdo != despues.Acuerdo, despues.Acuerdo);

    private static IEnumerable<Rechazo> SinAcuerdo(ValorDeConfiguracion cual, Acuerdo acuerdo, TimeZoneInfo zona, DateTimeOffset ahora)
    {
        if (string.IsNullOrWhiteSpace(acuerdo.Numero) || acuerdo.Fecha is not { } fecha)
        {
            yield return new("falta_acuerdo", $"Falta el acuerdo de {Nombre(cual)}: escriba su número y su fecha.", ClaseDeRechazo.Entrada);
        }
        else if (fecha > DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(ahora, zona).DateTime))
        {
            yield return new("acuerdo_en_el_futuro", $"El acuerdo {acuerdo.Numero} lleva una fecha que todavía no llega: revísela.", ClaseDeRechazo.Entrada);
        }
    }

    // Said by the agreement that asks for it, before the calendar refuses it without a name.
    private static IEnumerable<Rechazo> MenosDeTres(Acordado<TimeSpan> intervalo, string de)
    {
        if (intervalo.Valor > CalendarioDelPrep.IntervaloMaximo)
        {
            yield return new("intervalo_no_permitido",
                $"El acuerdo {intervalo.Acuerdo.Numero} pide actualizar {de} cada {intervalo.Valor.TotalMinutes:0.##} minutos: son menos de tres actualizaciones por hora, que es lo menos que permite la norma.",
                ClaseDeRechazo.Entrada);
        }
    }

    private static IEnumerable<Rechazo> DeSitios(IReadOnlyList<SitioAcordado> sitios, IEnumerable<string> catds)
    {
        if (sitios.FirstOrDefault(s => string.IsNullOrWhiteSpace(s.Clave) || s.Tipo is not ("CATD" or "CCV") || s.Equipos < 0 || s.Personas < 0) is { } mal)
        {
            yield return new("sitio_mal_escrito", $"El sitio «{mal.Clave}» no se entiende: lleva clave, tipo CATD o CCV, y sus equipos y personas en número.", ClaseDeRechazo.Entrada);
        }

        if (sitios.GroupBy(s => s.Clave, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } doble)
        {
            yield return new("sitio_repetido", $"El sitio «{doble.Key}» está dos veces.", ClaseDeRechazo.Entrada);
        }

        var hay = sitios.Where(s => s.Tipo == "CATD").Select(s => s.Clave).ToHashSet(StringComparer.Ordinal);
        if (catds.Where(c => !hay.Contains(c)).ToArray() is { Length: > 0 } faltan)
        {
            yield return new("falta_catd", $"El catálogo espera actas en {string.Join(", ", faltan)}: ese CATD no puede quitarse.", ClaseDeRechazo.Entrada);
        }
    }

    private static IEnumerable<Rechazo> DeDirecciones(DireccionesDelSitio direcciones) => direcciones.Difusores.Append(direcciones.Sitio)
        .Where(d => d.Length > 0 && !(Uri.TryCreate(d, UriKind.Absolute, out var uri) && uri.Scheme is ("https" or "http")))
        .Select(d => new Rechazo("direccion_mal_escrita", $"«{d}» no es una dirección: escríbala completa, como https://prep.ejemplo.mx.", ClaseDeRechazo.Entrada));
}
