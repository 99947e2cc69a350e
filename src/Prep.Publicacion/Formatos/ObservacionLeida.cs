using System.Text;
using Prep.Dominio.Actas;
using Prep.Dominio.Contabilizacion;

namespace Prep.Publicacion.Formatos;

/// <summary>What an OBSERVACIONES cell says, in any institute's words.</summary>
/// <param name="Imprecisa">The words do not tell illegible from empty (<c>ALGUN CAMPO ILEGIBLE O SIN DATO</c>): both flags stand for either.</param>
/// <param name="Conocida">False for words that no known file uses.</param>
/// <remarks>Fuente: spec §5.2 "Text variants"; LEEME INE 2024, OPL 2024, Puebla 2019 (<c>Sin Acta(3)</c>).</remarks>
public readonly record struct ObservacionLeida(Observacion Observacion, bool Imprecisa, bool Conocida)
{
    public static readonly ObservacionLeida Ninguna = new(Observacion.Ninguna, false, true);

    public bool EsSinActa => (Observacion & Observaciones.DeSinActa) != 0;

    public MotivoSinActa? Motivo => (Observacion & Observaciones.DeSinActa) switch
    {
        0 => null,
        Observacion.SinActaCasillaNoInstalada => MotivoSinActa.CasillaNoInstalada,
        Observacion.SinActaPaqueteSinBolsa => MotivoSinActa.PaqueteEntregadoSinBolsa,
        _ => MotivoSinActa.PaqueteNoEntregado,
    };

    public static ObservacionLeida Leer(ReadOnlySpan<byte> celda)
    {
        if (Palabras.EsNada(celda))
        {
            return Ninguna;
        }

        var texto = Palabras.Normalizar(celda);
        bool Dice(string palabras) => texto.Contains(palabras, StringComparison.Ordinal);
        return texto.Trim(' ', '-', '.', ',') switch
        {
            "" or "NINGUNA" or "SIN OBSERVACION" or "SIN OBSERVACIONES" or "IDENTIFICACION FORZADA" or "CONTABILIZADA" => Ninguna,
            _ when Dice("FUERA DE") || Dice("FUERA DEL CATALOGO") || Dice("NO IDENTIFICADA") => new(Observacion.FueraDeCatalogo, false, true),
            _ when Dice("SIN ACTA") => SinActa(Dice),
            _ => DeVotos(Dice),
        };
    }

    private static ObservacionLeida SinActa(Func<string, bool> dice) => 0 switch
    {
        _ when dice("NO INSTALADA") || dice("(2)") => new(Observacion.SinActaCasillaNoInstalada, false, true),
        _ when dice("NO ENTREGADO") || dice("(1)") => new(Observacion.SinActaPaqueteNoEntregado, false, true),
        _ when dice("SIN BOLSA") || dice("SIN SOBRE") || dice("(3)") => new(Observacion.SinActaPaqueteSinBolsa, false, true),
        _ => new(Observacion.SinActaPaqueteNoEntregado, true, false),
    };

    private static ObservacionLeida DeVotos(Func<string, bool> dice)
    {
        var excede = dice("EXCEDE") ? Observacion.ExcedeListaNominal : 0;
        var ilegible = dice("ILEGIBLE");
        var vacio = dice("SIN DATO") || dice("VACI") || dice("EN BLANCO");
        if (dice("TODO"))
        {
            var todos = (ilegible, vacio) switch
            {
                (true, false) => Observacion.TodosIlegibles,
                (false, true) => Observacion.TodosVacios,
                _ => Observacion.TodosIlegiblesOVacios,
            };
            return new(excede | todos, ilegible && vacio, ilegible || vacio);
        }

        var algunos = (ilegible ? Observacion.AlgunoIlegible : 0) | (vacio ? Observacion.AlgunoSinDato : 0);
        return new(excede | algunos, ilegible && vacio && dice(" O "), (excede | algunos) != 0);
    }

    public static ObservacionLeida Leer(string texto) => Leer(Encoding.UTF8.GetBytes(texto));
}
