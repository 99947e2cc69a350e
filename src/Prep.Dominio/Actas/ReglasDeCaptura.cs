using Prep.Dominio.Catalogo;

namespace Prep.Dominio.Actas;

/// <summary>Compares blind captures field by field and decides what the acta says.</summary>
/// <remarks>Regla A-02. Fuente: Anexo 13; spec §3.1 y §3.2, fases 4 y 5; design §1: two equal of three decide a field.</remarks>
public static class ReglasDeCaptura
{
    /// <summary>Positions where two captures differ, ascending; empty when they are equal.</summary>
    public static IReadOnlyList<int> Diferencias(CapturaDeActa primera, CapturaDeActa segunda)
    {
        List<int> campos = [];
        for (var i = 0; i < primera.Campos.Count; i++)
        {
            if (primera.Campos[i] != segunda.Campos[i])
            {
                campos.Add(i);
            }
        }

        return campos;
    }

    /// <summary>Positions of the third capture, inside the acta, that neither of the first two support.</summary>
    public static IReadOnlyList<int> EnDisputa(CapturaDeActa primera, CapturaDeActa segunda, CapturaDeActa tercera)
    {
        var campos = Diferencias(primera, segunda);
        return [.. campos.Where((campo, i) => tercera.Campos[i] != primera.Campos[campo] && tercera.Campos[i] != segunda.Campos[campo])];
    }

    /// <summary>What each of the three typed in a field where the first two differ.</summary>
    public static IReadOnlyList<Cantidad> Tecleados(CapturaDeActa primera, CapturaDeActa segunda, CapturaDeActa tercera, int campo)
    {
        var lugar = Diferencias(primera, segunda).TakeWhile(c => c != campo).Count();
        return [primera.Campos[campo], segunda.Campos[campo], tercera.Campos[lugar]];
    }

    /// <summary>The values of the acta: first and second agree, or the third decides, or <paramref name="decididos"/> does.</summary>
    /// <param name="decididos">Aligned with <see cref="EnDisputa"/>.</param>
    public static IReadOnlyList<Cantidad> Resolver(CapturaDeActa primera, CapturaDeActa segunda, CapturaDeActa tercera, IReadOnlyList<Cantidad> decididos)
    {
        var campos = primera.Campos.ToArray();
        var diferencias = Diferencias(primera, segunda);
        for (var i = 0; i < diferencias.Count; i++)
        {
            campos[diferencias[i]] = tercera.Campos[i];
        }

        var disputa = EnDisputa(primera, segunda, tercera);
        for (var i = 0; i < disputa.Count; i++)
        {
            campos[disputa[i]] = decididos[i];
        }

        return campos;
    }

    /// <summary>Refuses what cannot be on an acta: a wrong count of fields, a number out of the boxes, "no aplica" where it does apply.</summary>
    /// <param name="posiciones">Place in the acta of each value.</param>
    /// <param name="estricta">False only in a repetición, whose values are facts of the original.</param>
    /// <remarks>Regla A-04. Fuente: spec §4.1: 0..9999, Ilegible o Sin dato; §5.4: mesas A, P y M print no sobrantes, personas nor sacados.</remarks>
    public static Rechazo? Validar(IReadOnlyList<Cantidad> valores, IReadOnlyList<int> posiciones, Casilla casilla, bool estricta)
    {
        if (valores.Count != posiciones.Count)
        {
            return RechazosDeActa.NumeroDeCampos(posiciones.Count, valores.Count);
        }

        if (!estricta)
        {
            return null;
        }

        for (var i = 0; i < valores.Count; i++)
        {
            if (valores[i].Valor > Cantidad.Maximo)
            {
                return RechazosDeActa.CampoFueraDeRango(posiciones[i]);
            }

            if (valores[i].EsNoAplica && !(posiciones[i] < 4 && casilla.Tipo.EsMesaEspecial()))
            {
                return RechazosDeActa.CampoNoAplica(posiciones[i]);
            }
        }

        return null;
    }

    /// <summary>Every position of an acta of that boleta, in capture order.</summary>
    public static IReadOnlyList<int> Todos(Boleta boleta) => [.. Enumerable.Range(0, boleta.CamposDeVotos + 5)];
}
