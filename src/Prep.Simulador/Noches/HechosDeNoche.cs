using Prep.Dominio.Actas;

namespace Prep.Simulador.Noches;

/// <summary>Lays the script of a night out as facts in order of time.</summary>
internal static class HechosDeNoche
{
    /// <summary>From this number on, persons at desks that never capture: identification, sin acta.</summary>
    public const int Mesa = 10_000;

    public static IReadOnlyList<HechoDeNoche> De(Noche noche)
    {
        var calendario = noche.Proceso.Calendario;
        return
        [
            .. noche.Actas.SelectMany(DeActa).Concat(noche.Ajenas.SelectMany(DeAjena))
                .Where(h => calendario.EnOperacion(h.En))
                .Select((h, i) => (Hecho: h, Lugar: i))
                .OrderBy(h => h.Hecho.En).ThenBy(h => h.Lugar)
                .Select(h => h.Hecho),
        ];
    }

    public static string ImagenAjena(AjenaDeNoche ajena) => $"{ajena.Eleccion}/ajena-{ajena.Numero:0000}";

    private static IEnumerable<HechoDeNoche> DeActa(ActaDeNoche a) => a.Datos is null ? SinActa(a) : Capturada(a);

    private static IEnumerable<HechoDeNoche> SinActa(ActaDeNoche a)
    {
        yield return new HechoDeNoche.SinActaPropuesta(a.AcopioEn, a.Acta.Id, a.Motivo!.Value, Mesa + a.Personas[0]);
        yield return new HechoDeNoche.SinActaConfirmada(a.VerificadaEn, a.Acta.Id, a.Motivo.Value, Mesa + a.Personas[1]);
    }

    private static IEnumerable<HechoDeNoche> Capturada(ActaDeNoche a)
    {
        var (id, imagen) = (a.Acta.Id, Noche.Imagen(a.Acta.Id));
        if (a.Origen == Origen.Catd)
        {
            yield return new HechoDeNoche.BolsaRecibida(a.AcopioEn, id, a.Documento, a.AcopioEn, a.Acta.Catd);
        }

        yield return new HechoDeNoche.ImagenRecibida(a.RecibidaEn, imagen, id.Eleccion, a.ConEtiqueta ? id : null, a.Origen, a.Medio, a.Documento, a.AcopioEn, false);
        if (!a.ConEtiqueta)
        {
            yield return new HechoDeNoche.ImagenIdentificada(Entre(a.RecibidaEn, a.CapturaEn, 3), imagen, id.Eleccion, id, Mesa + a.Personas[0]);
            yield return new HechoDeNoche.ImagenIdentificada(Entre(a.RecibidaEn, a.CapturaEn, 2), imagen, id.Eleccion, id, Mesa + a.Personas[1]);
        }

        yield return Captura(a, 1, a.CapturaEn);
        yield return Captura(a, 2, a.HayTercera ? Entre(a.CapturaEn, a.VerificadaEn, 2) : a.VerificadaEn);
        if (a.HayTercera)
        {
            yield return Captura(a, 3, a.VerificadaEn);
        }

        if (a.BolsaEn is { } bolsa)
        {
            yield return new HechoDeNoche.BolsaRecibida(bolsa, id, a.Documento, bolsa, a.Acta.Catd);
        }

        if (a.DuplicadaEn is { } duplicada)
        {
            yield return new HechoDeNoche.ImagenRecibida(duplicada, imagen + "/2", id.Eleccion, id, Origen.Catd, Medio.Escaner, a.Documento, a.BolsaEn!.Value, true);
        }
    }

    /// <summary>What the captor of that round types: the paper, with the errors of the script.</summary>
    public static Cantidad[] Escritos(ActaDeNoche a, int ronda)
    {
        var campos = a.Datos!.Campos.ToArray();
        foreach (var error in a.Errores.Where(e => e.Ronda == ronda))
        {
            campos[error.Campo] = error.Escrito;
        }

        return campos;
    }

    private static HechoDeNoche.ActaCapturada Captura(ActaDeNoche a, int ronda, DateTimeOffset en) => new(en, a.Acta.Id, ronda, a.Personas[ronda - 1], Escritos(a, ronda));

    private static IEnumerable<HechoDeNoche> DeAjena(AjenaDeNoche a)
    {
        var imagen = ImagenAjena(a);
        var medio = a.Origen == Origen.Casilla ? Medio.Movil : Medio.Escaner;
        yield return new HechoDeNoche.ImagenRecibida(a.AcopioEn, imagen, a.Eleccion, null, a.Origen, medio, TiposDeDocumento.ActaPrep, a.AcopioEn, false);
        yield return new HechoDeNoche.ImagenIdentificada(Entre(a.AcopioEn, a.FueraEn, 2), imagen, a.Eleccion, null, Mesa + a.Personas[0]);
        yield return new HechoDeNoche.ImagenIdentificada(a.FueraEn, imagen, a.Eleccion, null, Mesa + a.Personas[1]);
    }

    private static DateTimeOffset Entre(DateTimeOffset desde, DateTimeOffset hasta, int parte) => desde + TimeSpan.FromTicks((hasta - desde).Ticks / parte);
}
