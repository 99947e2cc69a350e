using Prep.Dominio.Computo;
using Prep.Publicacion.Formatos;

namespace Prep.Publicacion.Comprobacion;

/// <summary>Compares the published figures with the rows (integers) and with themselves (percentages).</summary>
internal sealed class RevisorDeEncabezado(ArchivoOficial archivo, Recuento recuento, OpcionesDeBase opciones)
{
    private readonly IReadOnlyDictionary<string, CifraPublicada> _cifras = archivo.Encabezado.Cifras;
    private List<Hallazgo> _faltas = [];
    private List<Hallazgo> _avisos = [];

    public void Revisar(List<Hallazgo> faltas, List<Hallazgo> avisos)
    {
        (_faltas, _avisos) = (faltas, avisos);
        if (_cifras.Count == 0)
        {
            _faltas.Add(archivo.Hallazgo("encabezado_ausente", 1, 0, "", "ACTAS_ESPERADAS", "", "", "El archivo no trae las cifras del encabezado (ACTAS_ESPERADAS…): no hay con qué comparar los renglones."));
            return;
        }

        if (archivo.Encabezado.CorteLocal is null)
        {
            _avisos.Add(archivo.Hallazgo("sin_hora_de_corte", 1, 0, "", "", "", "", "El encabezado no trae fecha y hora del corte."));
        }

        foreach (var nombre in Cifras.Nombres)
        {
            if (!_cifras.ContainsKey(nombre))
            {
                _avisos.Add(archivo.Hallazgo("cifra_ausente", _cifras.Values.Min(c => c.Linea), 0, "", nombre, "", "", $"El encabezado no trae {nombre}: no hay qué comparar."));
            }
        }

        Entera("ACTAS_ESPERADAS", recuento.Esperadas);
        Entera("ACTAS_REGISTRADAS", recuento.Capturadas + recuento.Fuera);
        Entera("ACTAS_FUERA_CATALOGO", recuento.Fuera);
        Entera("ACTAS_CAPTURADAS", recuento.Capturadas);
        Entera("ACTAS_CONTABILIZADAS", recuento.Contabilizadas);
        Entera("ACTAS_NO_CONTABILIZADAS", recuento.NoContabilizadas);
        Entera("LISTA_NOMINAL_ACTAS_CONTABILIZADAS", recuento.ListaNominal);
        Entera("TOTAL_VOTOS_C_CS", recuento.ConEspeciales);
        Entera("TOTAL_VOTOS_S_CS", recuento.SinEspeciales);

        var esperadas = Propia("ACTAS_ESPERADAS", recuento.Esperadas);
        Porcentual("PORCENTAJE_ACTAS_CAPTURADAS", [("", Propia("ACTAS_CAPTURADAS", recuento.Capturadas), esperadas)]);
        Porcentual("PORCENTAJE_ACTAS_CONTABILIZADAS", [("", Propia("ACTAS_CONTABILIZADAS", recuento.Contabilizadas), esperadas)]);
        Porcentual("PORCENTAJE_ACTAS_INCONSISTENCIAS",
            [.. Enum.GetValues<DefinicionDeInconsistencias>().Select(d => (Nombre(d), (long)recuento.Inconsistencias[(int)d], esperadas))]);
        Participacion();
    }

    private void Participacion()
    {
        var lista = Propia("LISTA_NOMINAL_ACTAS_CONTABILIZADAS", recuento.ListaNominal);
        (string, long, long) sin = ("TOTAL_VOTOS_S_CS entre la lista nominal, aunque en la última actualización entran las casillas especiales", Propia("TOTAL_VOTOS_S_CS", recuento.SinEspeciales), lista);
        (string, long, long) con = ("TOTAL_VOTOS_C_CS entre la lista nominal, aunque las casillas especiales solo entran en la última actualización", Propia("TOTAL_VOTOS_C_CS", recuento.ConEspeciales), lista);
        Porcentual("PORCENTAJE_PARTICIPACION_CIUDADANA", opciones.Ultimo == true ? [con, sin] : [sin, con]);
    }

    private void Entera(string nombre, long calculada)
    {
        if (!_cifras.TryGetValue(nombre, out var cifra))
        {
            return;
        }

        if (cifra.Vacia && calculada == 0)
        {
            _avisos.Add(De("cifra_vacia", cifra, "0", $"{cifra.Nombre} está vacía y debe ser 0."));
        }
        else if (cifra.Entero != calculada)
        {
            _faltas.Add(De("cifra_distinta", cifra, $"{calculada}", $"{cifra.Nombre} dice {(cifra.Vacia ? "nada" : cifra.Texto)} y los renglones dan {calculada}."));
        }
    }

    // The first formula is the one that is due; the others are known practices.
    private void Porcentual(string nombre, IReadOnlyList<(string Formula, long Parte, long Todo)> formulas)
    {
        if (!_cifras.TryGetValue(nombre, out var cifra))
        {
            return;
        }

        var debida = Porcentaje.De(Math.Max(0, formulas[0].Parte), Math.Max(0, formulas[0].Todo));
        if (cifra.Vacia && debida == Porcentaje.Cero)
        {
            _avisos.Add(De("cifra_vacia", cifra, "0.0000", $"{cifra.Nombre} está vacía y debe ser 0.0000."));
            return;
        }

        if (cifra.Valor is not { } publicada)
        {
            _faltas.Add(De("porcentaje_inexplicable", cifra, $"{debida}", $"{cifra.Nombre} dice {(cifra.Vacia ? "nada" : $"«{cifra.Texto}»")} y debe ser {debida}."));
            return;
        }

        if (publicada == debida.Diezmilesimas)
        {
            return;
        }

        // exact matches of any known formula come before those that miss by 0.0001
        foreach (var tolerancia in (int[])[0, 1])
        {
            for (var i = 0; i < formulas.Count; i++)
            {
                var (formula, parte, todo) = formulas[i];
                if (parte < 0 || todo < 0 || !Coincide(cifra, publicada, parte, todo, tolerancia))
                {
                    continue;
                }

                if (i > 0)
                {
                    var codigo = nombre == "PORCENTAJE_ACTAS_INCONSISTENCIAS" ? "inconsistencias_otra_definicion" : "participacion_otra_formula";
                    _avisos.Add(De(codigo, cifra, $"{debida}", $"{cifra.Nombre} dice {cifra.Texto} y debe ser {debida}: el archivo toma {formula}."));
                }
                else
                {
                    _avisos.Add(De("diezmilesima", cifra, $"{debida}", $"{cifra.Nombre} dice {cifra.Texto} y truncado a cuatro decimales es {debida}."));
                }

                return;
            }
        }

        _faltas.Add(De("porcentaje_inexplicable", cifra, $"{debida}", $"{cifra.Nombre} dice {cifra.Texto} y ninguna fórmula conocida da eso: debe ser {debida}."));
    }

    private static bool Coincide(CifraPublicada cifra, long publicada, long parte, long todo, int tolerancia)
    {
        var exacta = Porcentaje.De(parte, todo).Diezmilesimas;
        if (Math.Abs(publicada - exacta) <= tolerancia)
        {
            return true;
        }

        // Fewer decimals than four: cut or rounded at those it has.
        var paso = cifra.Decimales switch { 0 => 10_000, 1 => 1_000, 2 => 100, 3 => 10, _ => 1 };
        return paso > 1 && publicada % paso == 0 && (exacta / paso * paso == publicada || (exacta + (paso / 2)) / paso * paso == publicada);
    }

    // The file's own integer, so that one wrong figure is not charged twice.
    private long Propia(string nombre, long calculada) => _cifras.TryGetValue(nombre, out var cifra) && cifra.Entero is { } entero ? entero : calculada;

    private static string Nombre(DefinicionDeInconsistencias definicion) => definicion switch
    {
        DefinicionDeInconsistencias.SoloExcede => "solo las que exceden la lista nominal",
        DefinicionDeInconsistencias.ConSinActa => "también las de sin acta",
        DefinicionDeInconsistencias.SinTodos => "todas menos las de todos ilegibles o sin dato",
        DefinicionDeInconsistencias.SinExcede => "solo las ilegibles o sin dato, sin las que exceden",
        DefinicionDeInconsistencias.SoloNoContabilizadas => "solo las que no se contabilizan",
        DefinicionDeInconsistencias.ConObservacion => "todas las que tienen alguna observación",
        _ => "la definición de la norma",
    };

    private Hallazgo De(string codigo, CifraPublicada cifra, string calculado, string mensaje) =>
        archivo.Hallazgo(codigo, cifra.Linea, cifra.Columna, "", cifra.Nombre, cifra.Texto, calculado, mensaje);
}
