using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Dominio.Contabilizacion;
using Prep.Publicacion.Formatos;

namespace Prep.Simulador.Repeticion;

/// <summary>What one row adds to the figures; rows of the original add what the original says of them.</summary>
public readonly record struct Aporte(int Esperadas, int Fuera, int Capturadas, int Contabilizadas, int Inconsistencias, int SoloExcede, int SinActa, long Lista, long ConEspeciales, long SinEspeciales)
{
    public static Aporte operator +(Aporte a, Aporte b) => new(
        a.Esperadas + b.Esperadas, a.Fuera + b.Fuera, a.Capturadas + b.Capturadas, a.Contabilizadas + b.Contabilizadas, a.Inconsistencias + b.Inconsistencias,
        a.SoloExcede + b.SoloExcede, a.SinActa + b.SinActa, a.Lista + b.Lista, a.ConEspeciales + b.ConEspeciales, a.SinEspeciales + b.SinEspeciales);

    public static Aporte operator -(Aporte a, Aporte b) => new(
        a.Esperadas - b.Esperadas, a.Fuera - b.Fuera, a.Capturadas - b.Capturadas, a.Contabilizadas - b.Contabilizadas, a.Inconsistencias - b.Inconsistencias,
        a.SoloExcede - b.SoloExcede, a.SinActa - b.SinActa, a.Lista - b.Lista, a.ConEspeciales - b.ConEspeciales, a.SinEspeciales - b.SinEspeciales);

    /// <summary>Of a row as published.</summary>
    public static Aporte De(ActaEsperada? acta, Hecho hecho)
    {
        if (hecho.Clase == ClaseDeHecho.FueraDeCatalogo)
        {
            return new() { Fuera = 1 };
        }

        var cuenta = hecho.Publicado.Contabilizada == Contabilizada.Si;
        var votos = cuenta ? hecho.Publicado.TotalCalculado ?? hecho.Datos?.TotalCalculado ?? 0 : 0;
        return new(
            1, 0, hecho.Clase == ClaseDeHecho.NoCapturada ? 0 : 1, cuenta ? 1 : 0,
            hecho.Publicado.Observacion.Observacion.EsInconsistencia() ? 1 : 0,
            hecho.Publicado.Observacion.Observacion.HasFlag(Observacion.ExcedeListaNominal) ? 1 : 0, hecho.Clase == ClaseDeHecho.SinActa ? 1 : 0,
            cuenta ? hecho.Publicado.ListaNominal ?? 0 : 0, votos, acta?.Casilla.Tipo == TipoDeCasilla.Especial ? 0 : votos);
    }

    /// <summary>Of an acta in a corte of ours.</summary>
    public static Aporte De(ActaEsperada acta, RegistroDeActa? registro)
    {
        if (registro is null)
        {
            return new() { Esperadas = 1 };
        }

        var cuenta = registro.Conteo.Contabilizada == Contabilizada.Si;
        var votos = cuenta ? registro.Datos?.TotalCalculado ?? 0 : 0;
        return new(
            1, 0, 1, cuenta ? 1 : 0, registro.Conteo.Observacion.EsInconsistencia() ? 1 : 0,
            registro.Conteo.Observacion.HasFlag(Observacion.ExcedeListaNominal) ? 1 : 0, registro.Contenido is Contenido.SinActa ? 1 : 0,
            cuenta ? acta.Casilla.ListaNominal ?? 0 : 0, votos, acta.Casilla.Tipo == TipoDeCasilla.Especial ? 0 : votos);
    }

    /// <summary>Of the figures that we publish: what they do not tell apart (<see cref="SoloExcede"/>, <see cref="SinActa"/>) stays at zero.</summary>
    public static Aporte De(Cifras c) =>
        new(c.Esperadas, c.FueraDeCatalogo, c.Capturadas, c.Contabilizadas, c.Inconsistencias, 0, 0, c.ListaNominal, c.VotosConEspeciales, c.VotosSinEspeciales);

    public Cifras ComoCifras(bool ultimo) => new(Esperadas, Fuera, Capturadas, Contabilizadas, Inconsistencias, Lista, ConEspeciales, SinEspeciales, ultimo);
}
