using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Prep.Dominio;
using Prep.Operacion.Puestos;
using Prep.Seguimiento.Marco;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Sesiones;

/// <summary>What the forms of the sessions bring, as requests; what cannot be understood says which box it was.</summary>
internal static class FormaDeSesion
{
    /// <summary>Rows for points that a form offers besides those written.</summary>
    public const int RenglonesLibres = 6;

    private const string Aparte = " · ";

    public static string Texto(IFormCollection campos, string campo) => campos[campo].ToString().Trim();

    /// <returns><c>hora_ilegible</c>; null when the box is empty.</returns>
    public static Result<DateTimeOffset?> HoraOpcional(IFormCollection campos, string campo, DefinicionDePrograma definicion) => Texto(campos, campo) switch
    {
        "" => default(DateTimeOffset?),
        var texto when definicion.Husos.TryDeFormulario(texto, out var en) => en,
        _ => new Rechazo("hora_ilegible", "La fecha y la hora no se entienden. Escríbalas como 21/11/2023 12:00.", ClaseDeRechazo.Entrada),
    };

    /// <returns><c>fecha_ilegible</c>; null when the box is empty.</returns>
    public static Result<DateOnly?> DiaOpcional(IFormCollection campos, string campo) => Texto(campos, campo) switch
    {
        "" => default(DateOnly?),
        var texto when DeForma.Dia(texto) is { } dia => dia,
        _ => new Rechazo("fecha_ilegible", "La fecha no se entiende. Escríbala como 21/11/2023.", ClaseDeRechazo.Entrada),
    };

    /// <summary>The rows with something written: <c>punto-0</c>, <c>vota-0</c>, <c>actividad-0</c>…</summary>
    public static ImmutableArray<PuntoDelOrden> Orden(IFormCollection campos) =>
    [
        .. campos.Keys.Where(k => k.StartsWith("punto-", StringComparison.Ordinal) && int.TryParse(k.AsSpan(6), out _)).OrderBy(k => int.Parse(k.AsSpan(6), System.Globalization.CultureInfo.InvariantCulture))
            .Where(k => Texto(campos, k).Length > 0)
            .Select(k => new PuntoDelOrden(Texto(campos, k), campos["vota-" + k[6..]] == "si", Clave(Texto(campos, "actividad-" + k[6..])) is { Length: > 0 } actividad ? actividad : null)),
    ];

    /// <summary>An activity as its box offers it: the key, and what it is.</summary>
    public static string Opcion(Actividad a) => $"{a.Id}{Aparte}{(a.Texto.Length > 70 ? a.Texto[..69] + "…" : a.Texto)}";

    // What was chosen of the list, or the key alone.
    private static string Clave(string actividad) => actividad.Split(Aparte, 2)[0].Trim();

    public static Result<ConvocarSesion.Request> Convocatoria(IFormCollection campos, DefinicionDePrograma definicion)
    {
        var (notificada, inicio) = (HoraOpcional(campos, "notificada", definicion), HoraOpcional(campos, "inicio", definicion));
        return !notificada.IsOk ? notificada.Rechazo
            : !inicio.IsOk ? inicio.Rechazo
            : inicio.Value is not { } cuando ? FaltaHora
            : DeForma.Opcion<TipoDeSesion>(campos["tipo"]) is not { } tipo ? new Rechazo("falta_tipo", "Elija qué tipo de sesión es.", ClaseDeRechazo.Entrada)
            : new ConvocarSesion.Request(
                DeForma.Opcion<OrganoColegiado>(campos["organo"]) ?? OrganoColegiado.Comision,
                tipo,
                Texto(campos, "prevista") is { Length: > 0 } prevista ? prevista : null,
                Texto(campos, "nombre"),
                notificada.Value,
                cuando,
                Texto(campos, "lugar"),
                Texto(campos, "enlace"),
                Orden(campos),
                int.TryParse(campos["peticion"], out var peticion) ? peticion : null);
    }

    public static Result<PasosDeSesion.Reprogramacion> Reprogramacion(int sesion, IFormCollection campos, DefinicionDePrograma definicion)
    {
        var (notificada, inicio) = (HoraOpcional(campos, "notificada", definicion), HoraOpcional(campos, "inicio", definicion));
        return !notificada.IsOk ? notificada.Rechazo
            : !inicio.IsOk ? inicio.Rechazo
            : inicio.Value is not { } cuando ? FaltaHora
            : new PasosDeSesion.Reprogramacion(sesion, notificada.Value, cuando, Texto(campos, "lugar"), Texto(campos, "enlace"), Texto(campos, "motivo"));
    }

    /// <summary>Who came: the members marked, and a person a line as <c>Nombre, cargo</c>.</summary>
    public static Result<AbrirSesion.Request> Lista(int sesion, IFormCollection campos, DefinicionDePrograma definicion) =>
        HoraOpcional(campos, "hora", definicion).Luego<AbrirSesion.Request>(hora => new AbrirSesion.Request(
            sesion,
            hora,
            campos["presente"].OfType<string>().ToHashSet(StringComparer.Ordinal),
            [.. Texto(campos, "otras").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Persona)]));

    /// <summary>Fields <c>voto-CLAVE</c>.</summary>
    public static Result<VotarPunto.Request> Votos(int sesion, int punto, IFormCollection campos, DefinicionDePrograma definicion)
    {
        List<Voto> votos = [];
        foreach (var (campo, valores) in campos.Where(c => c.Key.StartsWith("voto-", StringComparison.Ordinal)))
        {
            foreach (var valor in valores)
            {
                if (DeForma.Opcion<SentidoDelVoto>(valor) is not { } sentido)
                {
                    return new Rechazo("voto_ilegible", "Elija a favor, en contra o abstención.", ClaseDeRechazo.Entrada);
                }

                votos.Add(new(campo["voto-".Length..], sentido));
            }
        }

        return DiaOpcional(campos, "vence").Luego(vence => HoraOpcional(campos, "hora", definicion)
            .Luego<VotarPunto.Request>(hora => new VotarPunto.Request(sesion, punto, votos, Texto(campos, "acuerdo"), Texto(campos, "responsable"), vence, hora)));
    }

    public static Result<SeguirAcuerdo.Request> Acuerdo(int acuerdo, IFormCollection campos) =>
        DeForma.Opcion<EstadoDeAcuerdo>(campos["estado"]) is not { } estado
            ? new Rechazo("falta_estado", "Elija en qué va el acuerdo.", ClaseDeRechazo.Entrada)
            : DiaOpcional(campos, "vence").Luego<SeguirAcuerdo.Request>(vence => new SeguirAcuerdo.Request(acuerdo, estado, Texto(campos, "responsable"), vence, Texto(campos, "nota")));

    public static CorregirAcuerdo.Request Correccion(int acuerdo, IFormCollection campos) =>
        new(acuerdo, Texto(campos, "texto"), Texto(campos, "motivo"), int.TryParse(campos["sesion"], out var sesion) ? sesion : null);

    private static Rechazo FaltaHora => new("falta_hora", "Diga qué día y a qué hora será.", ClaseDeRechazo.Entrada);

    private static (string Nombre, string Cargo) Persona(string renglon) => renglon.Split(',', 2, StringSplitOptions.TrimEntries) is [var nombre, var cargo] ? (nombre, cargo) : (renglon, "");
}
