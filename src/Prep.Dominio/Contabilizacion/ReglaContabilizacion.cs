using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Dominio.Contabilizacion;

/// <summary>Decides how each acta counts and what is observed of it.</summary>
public static class ReglaContabilizacion
{
    /// <summary>Decides a captured acta. The first case that holds wins.</summary>
    /// <param name="maximo">Largest allowed sum, in votes, inclusive (see <see cref="LimiteDeVotos"/>); null for no limit.</param>
    /// <remarks>Regla C-02. Fuente: RE, Anexo 13; LEEME INE 2024, campos 40 y 41; spec §5.2 y §14.</remarks>
    public static Conteo Decidir(DatosDeActa datos, int? maximo)
    {
        var (numeros, ilegibles, vacios) = Contar(datos.Votos);
        var incompletos = (ilegibles > 0 ? Observacion.AlgunoIlegible : 0) | (vacios > 0 ? Observacion.AlgunoSinDato : 0);

        return (numeros, ilegibles, vacios) switch
        {
            (0, 0, _) => new(Contabilizada.No, Observacion.TodosVacios),
            (0, _, 0) => new(Contabilizada.No, Observacion.TodosIlegibles),
            (0, _, _) => new(Contabilizada.No, Observacion.TodosIlegiblesOVacios),
            _ when datos.TotalCalculado > maximo => new(Contabilizada.No, Observacion.ExcedeListaNominal | incompletos),
            _ => new(Contabilizada.Si, incompletos),
        };
    }

    public static Conteo Decidir(DatosDeActa datos, Casilla casilla, AjustesDeEleccion ajustes) =>
        Decidir(datos, LimiteDeVotos.De(casilla, ajustes, datos.Representantes));

    /// <summary>Without acta: captured, not counted, not an inconsistency.</summary>
    /// <remarks>Regla C-07. Fuente: spec §5.2, filas B1 a B3 y §14 "Sin acta"; Oaxaca 2022, Puebla 2024.</remarks>
    public static Conteo Decidir(MotivoSinActa motivo) => new(Contabilizada.No, motivo switch
    {
        MotivoSinActa.PaqueteNoEntregado => Observacion.SinActaPaqueteNoEntregado,
        MotivoSinActa.CasillaNoInstalada => Observacion.SinActaCasillaNoInstalada,
        MotivoSinActa.PaqueteEntregadoSinBolsa => Observacion.SinActaPaqueteSinBolsa,
        _ => throw new ArgumentOutOfRangeException(nameof(motivo)),
    });

    /// <summary>Not matched to a casilla: registered, never captured nor counted.</summary>
    /// <remarks>Regla C-08. Fuente: LEEME INE 2024, campo 3; spec §14 "fuera de catálogo".</remarks>
    public static Conteo FueraDeCatalogo => new(Contabilizada.FueraDeCatalogo, Observacion.FueraDeCatalogo);

    // Regla C-06: only vote fields are looked at; a word in sobrantes, personas, representantes, sacados or the total has no effect.
    private static (int Numeros, int Ilegibles, int Vacios) Contar(IReadOnlyList<Cantidad> votos)
    {
        var (numeros, ilegibles, vacios) = (0, 0, 0);
        foreach (var voto in votos)
        {
            if (voto.EsNumero)
            {
                numeros++;
            }
            else if (voto.EsIlegible)
            {
                ilegibles++;
            }
            else if (voto.EsSinDato)
            {
                vacios++;
            }
        }

        return (numeros, ilegibles, vacios);
    }
}
