namespace Prep.Publicacion.Tests.Formatos.Forasteros;

/// <summary>The actas of a small election in which everything happens once or more; the same for the same seed.</summary>
internal static class NocheForastera
{
    private const int Areas = 3;
    private const int PorArea = 16;

    public static IReadOnlyList<Acta> De(Familia f, int semilla = 7)
    {
        var actas = new List<Acta>();
        var azar = semilla;
        int Azar(int tope)
        {
            azar = unchecked((azar * 1103515245) + 12345) & 0x7FFFFFFF;
            return (azar >> 8) % tope;
        }

        foreach (var entidad in f.Entidades)
        {
            for (var area = 1; area <= Areas; area++)
            {
                for (var i = 0; i < PorArea; i++)
                {
                    actas.Add(DeCasilla(f, entidad, area, i, Azar));
                }

                actas.AddRange(DeEspecial(f, entidad, area, Azar));
            }

            actas.AddRange(f.Mesas.Select((tipo, i) => Capturada(f, entidad, 0, i + 1, tipo, 300 + i, Azar, f.TipoActa + "V" + tipo) with { Lista = tipo == 'M' ? 400 : null }));
        }

        actas.AddRange(Enumerable.Range(0, 2).Select(i => new Acta(f.Entidades[0], 0, 0, ' ', 0, "", null, 0, Suerte.Fuera, [], 0, 200 + (i * 7)) { SinCodigo = i == 1 }));
        return actas;
    }

    private static Acta DeCasilla(Familia f, int entidad, int area, int i, Func<int, int> azar)
    {
        var acta = Capturada(f, entidad, area, (area * 100) + i, i % 3 == 0 ? 'B' : 'C', 30 + (i * 11) + area, azar, f.TipoActa);
        var limite = acta.Lista!.Value + acta.Representantes;
        return (i, area) switch
        {
            (1, _) => ConSuma(acta, limite),
            (2, 1 or 2) => ConSuma(acta, limite + 1) with { Excede = true },
            (3, 1) => Con(acta, _ => Acta.Ilegible),
            (3, 2) => Con(acta, _ => Acta.SinDato),
            (3, 3) => Con(acta, v => v % 2 == 0 ? Acta.Ilegible : Acta.SinDato),
            (4, _) => acta with { Votos = Cambiado(acta.Votos, 0, Acta.Ilegible) },
            (5, _) => acta with { Votos = Cambiado(acta.Votos, 1, Acta.SinDato) },
            (6, _) => acta with { Suerte = Suerte.SinActa, Motivo = area - 1 },
            (7, 2 or 3) => acta with { Suerte = Suerte.NoCapturada },
            _ => acta,
        };
    }

    private static IEnumerable<Acta> DeEspecial(Familia f, int entidad, int area, Func<int, int> azar)
    {
        foreach (var tipoActa in f.Rp ? [f.TipoActa + "EMR", f.TipoActa + "ERP"] : new[] { f.TipoActa + "E" })
        {
            var acta = Capturada(f, entidad, area, area * 100, 'S', 120 + area, azar, tipoActa) with { Lista = 0 };
            var limite = f.Especial.Boletas + (f.Especial.MasRepresentantes ? acta.Representantes : 0);
            yield return area switch
            {
                1 => ConSuma(acta, limite),
                2 => ConSuma(acta, limite + 1) with { Excede = true },
                _ => acta,
            };
        }
    }

    private static Acta Capturada(Familia f, int entidad, int area, int seccion, char tipo, int minuto, Func<int, int> azar, string tipoActa)
    {
        var votos = Enumerable.Range(0, f.Votos.Length + 2).Select(i => azar(i < 3 ? 60 : 12)).ToArray();
        if (f.UltimaSoloEnImpares && area % 2 == 0)
        {
            votos[f.Votos.Length - 1] = Acta.Ausente;
        }

        return new(entidad, area, seccion, tipo, 1, tipoActa, 400 + azar(300), 14, Suerte.Capturada, votos, 0, minuto);
    }

    private static Acta Con(Acta acta, Func<int, int> palabra) => acta with { Votos = [.. acta.Votos.Select((v, i) => v == Acta.Ausente ? v : palabra(i))] };

    private static Acta ConSuma(Acta acta, int suma) => acta with { Votos = Cambiado(acta.Votos, 0, acta.Votos[0] + suma - acta.Suma) };

    private static int[] Cambiado(int[] votos, int lugar, int valor) => [.. votos.Select((v, i) => i == lugar ? valor : v)];
}
