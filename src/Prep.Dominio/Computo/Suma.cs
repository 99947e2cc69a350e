using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;

namespace Prep.Dominio.Computo;

/// <summary>Accumulates actas into the figures and votes of one level. Checked arithmetic; order does not matter.</summary>
/// <remarks>
/// The figures take every acta of the level; the votes per row leave out those of <see cref="Principio.RepresentacionProporcional"/>,
/// which have a vector of their own (spec §14 "unit of the catalogue").
/// </remarks>
public sealed class Suma(int contendientes)
{
    private readonly long[] _votos = new long[contendientes];
    private readonly long[] _votosRp = new long[contendientes];
    private long _noRegistradas, _nulos, _noRegistradasRp, _nulosRp;
    private int _esperadas, _fuera, _capturadas, _contabilizadas, _inconsistencias;
    private long _lista, _conEspeciales, _sinEspeciales;

    /// <summary>Adds one expected acta and, if there is one, its vigente record.</summary>
    public void Agregar(ActaEsperada acta, Boleta boleta, RegistroDeActa? registro)
    {
        _esperadas++;
        if (registro is null)
        {
            return;
        }

        _capturadas++;
        if (registro.Conteo.Observacion.EsInconsistencia())
        {
            _inconsistencias++;
        }

        if (registro.Conteo.Contabilizada != Contabilizada.Si || registro.Datos is not { } datos)
        {
            return;
        }

        _contabilizadas++;
        _lista += acta.Casilla.ListaNominal ?? 0;
        _conEspeciales += datos.TotalCalculado;
        if (acta.Casilla.Tipo != TipoDeCasilla.Especial)
        {
            _sinEspeciales += datos.TotalCalculado;
        }

        if (datos.Votos.Count != boleta.CamposDeVotos)
        {
            throw new InvalidOperationException($"El acta {acta.Id} trae {datos.Votos.Count} campos de votos y su boleta tiene {boleta.CamposDeVotos}.");
        }

        var rp = acta.Principio == Principio.RepresentacionProporcional;
        var votos = rp ? _votosRp : _votos;
        for (var i = 0; i < boleta.Contendientes.Count; i++)
        {
            votos[boleta.Contendientes[i]] += datos.Votos[i].Suma;
        }

        if (rp)
        {
            _noRegistradasRp += datos.NoRegistradas.Suma;
            _nulosRp += datos.Nulos.Suma;
        }
        else
        {
            _noRegistradas += datos.NoRegistradas.Suma;
            _nulos += datos.Nulos.Suma;
        }
    }

    public void AgregarFueraDeCatalogo() => _fuera++;

    public Totales Cerrar(bool ultimo) => new(
        new(_esperadas, _fuera, _capturadas, _contabilizadas, _inconsistencias, _lista, _conEspeciales, _sinEspeciales, ultimo),
        new Votacion(_votos, _noRegistradas, _nulos),
        new Votacion(_votosRp, _noRegistradasRp, _nulosRp));
}

/// <summary>Votes per row of the election's columns, from counted actas.</summary>
/// <param name="PorContendiente">Aligned with the election's contendientes.</param>
public sealed record Votacion(IReadOnlyList<long> PorContendiente, long NoRegistradas, long Nulos)
{
    public long Total => PorContendiente.Sum() + NoRegistradas + Nulos;
}

/// <param name="Votos">Mayoría relativa: ordinary and MR actas.</param>
/// <param name="VotosRp">Only the RP actas of especiales; zeros where there are none.</param>
public sealed record Totales(Cifras Cifras, Votacion Votos, Votacion VotosRp);
