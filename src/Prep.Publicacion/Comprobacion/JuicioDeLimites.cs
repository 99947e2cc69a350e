using System.Runtime.CompilerServices;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;
using Prep.Publicacion.Formatos;

namespace Prep.Publicacion.Comprobacion;

/// <summary>Rows near their limit wait until the whole file has told which limit it used; then each is judged by it.</summary>
internal sealed class JuicioDeLimites
{
    private sealed record Pendiente(TipoDeCasilla Tipo, int? Lista, int? Representantes, int Votaron, int Suma, bool Excede, bool Contada, Hallazgo Lugar);

    private readonly ArchivoOficial _archivo;
    private readonly LectorDeFilas _fila;
    private readonly List<Hallazgo> _avisos;
    private readonly LimitesObservados _observados = new();
    private readonly List<Pendiente> _pendientes = [];
    private readonly int _tipo;
    private readonly int _lista;
    private readonly int _representantes;
    private readonly int _votaron;

    public JuicioDeLimites(ArchivoOficial archivo, LectorDeFilas fila, List<Hallazgo> avisos)
    {
        (_archivo, _fila, _avisos) = (archivo, fila, avisos);
        var esquema = archivo.Esquema;
        (_tipo, _lista, _representantes, _votaron) =
            (esquema[Columna.TipoCasilla], esquema[Columna.ListaNominal], esquema[Columna.Representantes], esquema[Columna.RepresentantesVotaron]);
    }

    /// <summary>The current row passes its lista nominal, or is said to exceed: it waits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Aplica()
    {
        var tipo = _tipo >= 0 && _fila.Escaner[_tipo] is [var letra] ? (TipoDeCasilla)(letra & 0xDF) : TipoDeCasilla.Basica;
        var lista = Numero(_lista);
        var representantes = Numero(_representantes);
        if (lista is { } ln && representantes is { } r)
        {
            _observados.Ver(tipo, ln, r);
        }

        var excede = _fila.Observacion.Observacion.HasFlag(Observacion.ExcedeListaNominal);
        if (!excede && (tipo == TipoDeCasilla.Especial ? _fila.Votos.Suma < 700 : lista is null || _fila.Votos.Suma <= lista))
        {
            return false;
        }

        var votaron = Math.Max(0, Numero(_votaron) ?? 0);
        _observados.Juzgar(tipo, lista, representantes, votaron, _fila.Votos.Suma, excede);
        _pendientes.Add(new(tipo, lista, representantes, votaron, _fila.Votos.Suma, excede, _fila.Contabilizada == Contabilizada.Si,
            _fila.Hallazgo("limite", Columna.Contabilizada, $"{(int)_fila.Contabilizada!.Value}", "", "")));
        return true;
    }

    public void Cerrar()
    {
        var ajustes = _observados.Ajustes;
        var esLimite = _observados.Sentido == SentidoDeRepresentantes.ElLimite;
        if (esLimite)
        {
            Avisar("representantes_es_el_limite", "REPRESENTANTES_PP_CI trae el límite mismo (lista nominal más representantes) y no los representantes: se juzga con él.");
        }

        if (ajustes.Especial != LimiteDeEspecial.BoletasMasRepresentantes || ajustes.BoletasDeEspecial != 1000 || ajustes.Ordinaria != LimiteDeOrdinaria.Acreditados)
        {
            Avisar("limite_deducido", $"Límites que mejor explican los renglones: especial, {ajustes.BoletasDeEspecial} boletas{(ajustes.Especial == LimiteDeEspecial.Boletas ? "" : " más representantes")}; ordinaria, lista nominal más representantes {(ajustes.Ordinaria == LimiteDeOrdinaria.Acreditados ? "acreditados" : "que votaron")}.");
        }

        foreach (var p in _pendientes)
        {
            var limite = esLimite && p.Representantes is { } directo ? directo : Limite(p, ajustes);
            var excede = p.Suma > limite;
            if (excede == p.Excede && excede != p.Contada)
            {
                continue;
            }

            _avisos.Add(p.Lugar with
            {
                Codigo = "juicio_distinto",
                Calculado = excede ? "0" : "1",
                Mensaje = excede
                    ? $"El acta {p.Lugar.ClaveActa} suma {p.Suma} votos y su límite es {limite}: excede la lista nominal y no se contabiliza."
                    : $"El acta {p.Lugar.ClaveActa} suma {p.Suma} votos y su límite es {(limite is null ? "ninguno" : limite)}: no excede y se contabiliza.",
            });
        }
    }

    private static int? Limite(Pendiente p, AjustesDeEleccion ajustes) => LimiteDeVotos.De(
        new("", "", p.Tipo, "", "", Ubicacion.Desconocida, null, p.Lista, p.Tipo.EsMesaEspecial() ? null : p.Representantes), ajustes, Dominio.Actas.Cantidad.Numero(p.Votaron));

    private int? Numero(int columna) => columna >= 0 && Celda.Leer(_fila.Escaner[columna]) is >= 0 and var n ? n : null;

    private void Avisar(string codigo, string mensaje) => _avisos.Add(_archivo.Hallazgo(codigo, _archivo.LineaDeColumnas, 0, "", "REPRESENTANTES_PP_CI", "", "", mensaje));
}
