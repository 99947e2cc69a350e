using Prep.Datos;
using Prep.Dominio.Actas;

namespace Prep.Operacion.Tablero;

/// <summary>Where data and paper of an acta are not together as they should: each gap, since when, and which actas.</summary>
internal static class CustodiaDeTablero
{
    public static IReadOnlyList<HuecoDeCustodia> De(
        IReadOnlyList<CalculoDeTablero.Observada> actas, Func<CalculoDeTablero.Observada, long?> publicadaEn, DateTimeOffset hasta, TimeSpan espera) =>
    [
        .. Enum.GetValues<ClaseDeHueco>().Select(clase =>
        {
            var suyas = actas.Where(a => Tiene(clase, a)).Select(a => (De: a, Desde: Desde(clase, a.Fila, publicadaEn(a)))).OrderBy(x => (x.Desde ?? long.MaxValue, x.De.Fila.Numero))
                .Select(x => new ActaEnHueco(x.De.Acta.Id, x.De.Fila.Catd, Instante.DeMicros(x.Desde))).ToArray();
            return new HuecoDeCustodia(clase, suyas.Length, suyas.Count(a => hasta - a.Desde > espera), suyas.FirstOrDefault()?.Desde, suyas);
        }),
    ];

    private static bool Tiene(ClaseDeHueco clase, CalculoDeTablero.Observada a) => clase switch
    {
        ClaseDeHueco.FotoSinPapel => a.Fila is { Papel: EstadoDePapel.Esperado, PrimeraImagenEn: not null },
        ClaseDeHueco.PapelSinImagen => a.Fila is { Papel: EstadoDePapel.Recibido, PrimeraImagenEn: null },
        ClaseDeHueco.PublicadaSinCotejo => a is { Etapa: Etapa.Publicada, Fila.Papel: EstadoDePapel.Recibido },
        ClaseDeHueco.EnOtroCatd => a.Fila.Papel is EstadoDePapel.Recibido or EstadoDePapel.Cotejado && a.Acta.Catd is { } suyo && a.Fila.Catd != suyo,
        ClaseDeHueco.EmpaquetadaSinCotejo => a.Fila is { Papel: EstadoDePapel.Empaquetado, Cotejo: not ((int)Dominio.Actas.Cotejo.Aceptada or (int)Dominio.Actas.Cotejo.AceptadaTrasCorreccion) },
        _ => a is { Fila.Papel: EstadoDePapel.Empaquetado, Etapa: not Etapa.Publicada },
    };

    private static long? Desde(ClaseDeHueco clase, ActaObservada a, long? publicada) => clase switch
    {
        ClaseDeHueco.FotoSinPapel => a.PrimeraImagenEn,
        ClaseDeHueco.PublicadaSinCotejo => publicada > a.BolsaEn ? publicada : a.BolsaEn,
        _ => a.BolsaEn,
    };

    public static string Nombre(ClaseDeHueco clase) => clase switch
    {
        ClaseDeHueco.FotoSinPapel => "Con fotografía; su bolsa no ha llegado",
        ClaseDeHueco.PapelSinImagen => "En papel; sin imagen todavía",
        ClaseDeHueco.PublicadaSinCotejo => "Publicadas y en papel, sin cotejar",
        ClaseDeHueco.EnOtroCatd => "En papel en un CATD que no es el suyo",
        ClaseDeHueco.EmpaquetadaSinCotejo => "Empaquetadas sin cotejo aceptado",
        _ => "Empaquetadas sin estar publicadas",
    };
}
