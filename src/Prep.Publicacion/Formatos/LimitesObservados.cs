using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Formatos;

/// <summary>What REPRESENTANTES_PP_CI holds in a file.</summary>
public enum SentidoDeRepresentantes
{
    Acreditados,

    /// <summary>The limit itself, LN included (Puebla 2024, first simulacro).</summary>
    ElLimite,
}

/// <summary>The settings of the limit that agree best with what a file judged, row by row.</summary>
/// <remarks>
/// Regla L-03: the setting with fewest contradictions between "excede" and the sum; the usual one when rows decide nothing.
/// Fuente: spec §14 "limit excede lista nominal": Oaxaca 2022 excluded an especial from 1,001 on, OPL 2024 add representatives.
/// </remarks>
public sealed class LimitesObservados
{
    private static readonly (LimiteDeEspecial Modo, int Boletas)[] Especiales =
    [
        (LimiteDeEspecial.BoletasMasRepresentantes, 1000), (LimiteDeEspecial.Boletas, 1000),
        (LimiteDeEspecial.BoletasMasRepresentantes, 750), (LimiteDeEspecial.Boletas, 750),
        (LimiteDeEspecial.BoletasMasRepresentantes, 1500), (LimiteDeEspecial.Boletas, 1500),
    ];

    private readonly int[] _deEspecial = new int[Especiales.Length];
    private readonly int[] _deOrdinaria = new int[2];
    private int _conLista;
    private int _comoLimite;

    /// <summary>Rows that told one setting from another.</summary>
    public int Testigos { get; private set; }

    public SentidoDeRepresentantes Sentido =>
        _comoLimite * 10 > _conLista * 9 && _conLista > 0 ? SentidoDeRepresentantes.ElLimite : SentidoDeRepresentantes.Acreditados;

    public AjustesDeEleccion Ajustes
    {
        get
        {
            var especial = Especiales[Array.IndexOf(_deEspecial, _deEspecial.Min())];
            var ordinaria = _deOrdinaria[1] < _deOrdinaria[0] && Sentido == SentidoDeRepresentantes.Acreditados ? LimiteDeOrdinaria.Votaron : LimiteDeOrdinaria.Acreditados;
            return new(especial.Modo, ordinaria, especial.Boletas);
        }
    }

    /// <summary>More than one setting contradicts as few rows as the chosen one, though some rows had to choose.</summary>
    public bool Ambiguo => Testigos > 0 && (Contradicciones > 0);

    /// <summary>Rows that the chosen settings would judge otherwise.</summary>
    public int Contradicciones => _deEspecial.Min() + (Sentido == SentidoDeRepresentantes.ElLimite ? 0 : _deOrdinaria.Min());

    /// <summary>Learns what the column means: one call per row with both numbers.</summary>
    public void Ver(TipoDeCasilla tipo, int lista, int representantes)
    {
        if (tipo == TipoDeCasilla.Especial || lista < 60)
        {
            return;
        }

        _conLista++;
        _comoLimite += representantes >= lista ? 1 : 0;
    }

    /// <summary>One captured row. <paramref name="excede"/> is what the file says of it.</summary>
    public void Juzgar(TipoDeCasilla tipo, int? lista, int? representantes, int votaron, int suma, bool excede)
    {
        if (tipo == TipoDeCasilla.Especial)
        {
            if (suma < 700 && !excede)
            {
                return;
            }

            Testigos++;
            for (var i = 0; i < Especiales.Length; i++)
            {
                var limite = Especiales[i].Boletas + (Especiales[i].Modo == LimiteDeEspecial.Boletas ? 0 : representantes ?? 0);
                _deEspecial[i] += suma > limite != excede ? 1 : 0;
            }
        }
        else if (!tipo.EsMesaEspecial() && lista is { } ln && (excede || suma > ln))
        {
            Testigos++;
            _deOrdinaria[0] += suma > ln + (representantes ?? 0) != excede ? 1 : 0;
            _deOrdinaria[1] += suma > ln + votaron != excede ? 1 : 0;
        }
    }
}
