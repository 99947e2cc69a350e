using Microsoft.AspNetCore.Http;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Acopio;

/// <summary>What an acopiador may say of one expected acta when the bolsa is opened.</summary>
public enum EnBolsa
{
    Viene,
    NoViene,

    /// <summary>In its place came the acta of another casilla.</summary>
    OtraCasilla,

    /// <summary>In its place came the acta of another election.</summary>
    OtraEleccion,

    /// <summary>Two different actas came for it (E6).</summary>
    Dos,

    /// <summary>Said before, and still so.</summary>
    Igual,
}

/// <summary>The form of a bolsa, from its boxes to the request: what came for each expected acta decides which are present.</summary>
public static class FormaDeBolsa
{
    /// <summary>Value of the election's list for one that this PREP does not process.</summary>
    public const string Ajena = "ajena";

    private sealed class Cuenta
    {
        public Dictionary<ActaId, RegistrarBolsa.ActaEnBolsa> Presentes { get; } = [];

        public List<ActaId> Ausentes { get; } = [];

        public List<RegistrarBolsa.ActaAjena> Ajenas { get; } = [];

        /// <summary>A second paper for the same acta is another acta of that casilla: both are kept, a supervisor decides.</summary>
        public void Poner(ActaId acta, string documento, ActaId? enLugarDe, bool dos) => Presentes[acta] = Presentes.TryGetValue(acta, out var otra)
            ? otra with { Dos = true }
            : new(acta, true, documento, enLugarDe, dos);
    }

    /// <returns>The request, or what is missing in words.</returns>
    public static Result<RegistrarBolsa.Request> Leer(IFormCollection forma, CasillaEnAcopio casilla, Contexto c)
    {
        Cuenta cuenta = new();
        foreach (var acta in casilla.Actas.Where(a => !a.EnPapel))
        {
            if (Decir(forma, acta, casilla, c, cuenta) is { } falta)
            {
                return falta;
            }
        }

        DateTimeOffset? acopio = null;
        if (forma["hora"].ToString() is { Length: > 0 } hora)
        {
            if (!c.Proceso.TryDeFormulario(hora, out var declarada))
            {
                return new Rechazo("hora_ilegible", "La hora de llegada no se entiende. Escriba día y hora, o déjela vacía si acaba de llegar.", ClaseDeRechazo.Entrada);
            }

            acopio = declarada;
        }

        RegistrarBolsa.ActaEnBolsa[] actas =
        [
            .. cuenta.Presentes.Values,
            .. cuenta.Ausentes.Where(a => !cuenta.Presentes.ContainsKey(a)).Select(a => new RegistrarBolsa.ActaEnBolsa(a, false)),
        ];
        return actas.Length == 0 && cuenta.Ajenas.Count == 0
            ? new Rechazo("sin_cambio", "No marcó ningún cambio: no hay qué registrar.", ClaseDeRechazo.Entrada)
            : new RegistrarBolsa.Request(actas, acopio, null, cuenta.Ajenas);
    }

    /// <summary>Name of a box of that acta.</summary>
    public static string Caja(string nombre, ActaEnAcopio acta) => $"{nombre}:{acta.Id}";

    private static Rechazo? Decir(IFormCollection forma, ActaEnAcopio acta, CasillaEnAcopio casilla, Contexto c, Cuenta cuenta)
    {
        string Valor(string nombre) => forma[Caja(nombre, acta)].ToString().Trim();
        if (!Enum.TryParse<EnBolsa>(Valor("como"), out var como))
        {
            return Falta(acta, "diga si viene en la bolsa o no.");
        }

        var documento = Valor("documento") is { Length: > 0 } d ? d : TiposDeDocumento.ActaPrep;
        switch (como)
        {
            case EnBolsa.Viene or EnBolsa.Dos:
                cuenta.Poner(acta.Id, documento, null, como == EnBolsa.Dos);
                return null;
            case EnBolsa.Igual:
                return null;
            case EnBolsa.NoViene:
                Ausente(acta, cuenta);
                return null;
            case EnBolsa.OtraCasilla:
                var otra = DeOtraCasilla(Valor("casilla"), acta, casilla, c);
                return otra.IsOk ? EnSuLugar(acta, otra.Value, documento, cuenta) : otra.Rechazo;
            default:
                return DeOtraEleccion(Valor, acta, casilla, documento, cuenta);
        }
    }

    private static void Ausente(ActaEnAcopio acta, Cuenta cuenta)
    {
        if (acta.Papel == EstadoDePapel.Esperado)
        {
            cuenta.Ausentes.Add(acta.Id);
        }
    }

    private static Rechazo? EnSuLugar(ActaEnAcopio acta, ActaId otra, string documento, Cuenta cuenta)
    {
        Ausente(acta, cuenta);
        cuenta.Poner(otra, documento, acta.Id, false);
        return null;
    }

    private static Result<ActaId> DeOtraCasilla(string texto, ActaEnAcopio acta, CasillaEnAcopio casilla, Contexto c)
    {
        if (texto.Length == 0)
        {
            return Falta(acta, "escriba de qué casilla es la que vino: sección, tipo y número.");
        }

        var halladas = BuscarCasilla.Ejecutar(texto, c);
        if (!halladas.IsOk)
        {
            return halladas.Rechazo;
        }

        if (halladas.Value.Count != 1 || halladas.Value[0].Clave == casilla.Clave)
        {
            return Falta(acta, $"«{texto}» {(halladas.Value.Count == 1 ? "es esta misma casilla" : "son varias casillas")}: escriba sección, tipo y número de la que vino.");
        }

        ActaId[] suyas = [.. c.Catalogo.DeCasilla(halladas.Value[0].Clave).Select(n => c.Catalogo.Acta(n)!.Value.Acta)
            .Where(a => a.Id.Eleccion == acta.Id.Eleccion && a.Principio == acta.Esperada.Principio).Select(a => a.Id)];
        return suyas.Length == 1 ? suyas[0] : Falta(acta, $"la casilla «{texto}» no espera un acta de esta elección. Llame a supervisión.");
    }

    private static Rechazo? DeOtraEleccion(Func<string, string> valor, ActaEnAcopio acta, CasillaEnAcopio casilla, string documento, Cuenta cuenta)
    {
        if (valor("eleccion") == Ajena)
        {
            Ausente(acta, cuenta);
            cuenta.Ajenas.Add(new(acta.Id, valor("quien"), valor("recibo")));
            return null;
        }

        return TextoDeActa.TryParse(valor("eleccion"), out var id) && casilla.Actas.FirstOrDefault(a => a.Id == id) is { } otra && otra.Id != acta.Id
            ? EnSuLugar(acta, otra.Id, documento, cuenta)
            : Falta(acta, "elija de qué elección es la que vino.");
    }

    private static Rechazo Falta(ActaEnAcopio acta, string que) => new("bolsa_incompleta", $"{acta.Eleccion.Titulo} ({acta.Esperada.TipoActa}): {que}", ClaseDeRechazo.Entrada);
}
