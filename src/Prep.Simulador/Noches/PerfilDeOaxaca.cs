using Prep.Dominio.Catalogo;
using Prep.Operacion.Preparacion.Carpeta;
using Prep.Simulador.Catalogos;

namespace Prep.Simulador.Noches;

/// <summary>Votes as they fell: by district in 2022 (gubernatura, diputaciones), by municipality in 2018 (ayuntamientos).</summary>
public sealed class PerfilDeOaxaca : PerfilDeVotos
{
    private static readonly Dictionary<string, string> Columnas = new()
    {
        ["NO_REGISTRADAS"] = "NO_REGISTRADOS", ["C_PT_PVEM_MOR"] = "C_PT_PV_MOR", ["C_PVEM_MOR"] = "C_PV_MOR", ["C_PT_PVEM"] = "C_PT_PV",
    };

    private readonly Dictionary<(TipoDeArea Tipo, string Clave), Dictionary<string, long>> _votos = [];
    private readonly Dictionary<(TipoDeArea Tipo, string Clave), (long Votos, long Lista)> _participacion = [];

    private PerfilDeOaxaca(FuentesDeOaxaca fuentes)
    {
        foreach (var fila in fuentes.BaseOficialDe2022.Where(f => f["TIPO_CASILLA"] is "B" or "C" or "E"))
        {
            var clave = (TipoDeArea.Distrito, fila["ID_DISTRITO_LOCAL"].Trim('\'').TrimStart('0').PadLeft(3, '0'));
            foreach (var columna in Oaxaca2022.ColumnasDeVotos)
            {
                Sumar(clave, columna, fila[columna]);
            }

            SumarParticipacion(clave, fila["TOTAL_VOTOS_CALCULADO"], fila["LISTA_NOMINAL"]);
        }

        foreach (var fila in fuentes.ComputosDe2018)
        {
            var clave = (TipoDeArea.Municipio, fila["municipio"]);
            foreach (var (partido, columnas) in PartidosDeOaxaca.ColumnasDe2018)
            {
                foreach (var columna in columnas)
                {
                    Sumar(clave, partido, fila[columna]);
                }
            }

            Sumar(clave, "NO_REGISTRADOS", fila["ele_noreg_pm_18"]);
            Sumar(clave, "NULOS", fila["ele_nulos_pm_18"]);
            SumarParticipacion(clave, fila["ele_total_pm_18"], fila["ele_nominal_pm_18"]);
        }
    }

    public static PerfilDeOaxaca Leer(FuentesDeOaxaca fuentes) => new(fuentes);

    internal override double[] Pesos(Eleccion eleccion, Area area, int semilla)
    {
        if (!_votos.TryGetValue((area.Tipo, area.Id.Clave), out var votos))
        {
            return base.Pesos(eleccion, area, semilla);
        }

        var suma = (double)votos.Values.Sum();
        double De(string nombre) => votos.GetValueOrDefault(Columnas.GetValueOrDefault(nombre, nombre)) / suma;
        return
        [
            .. area.Boleta.Contendientes.Select(i => eleccion.Contendientes[i] switch
            {
                Contendiente.CandidaturaComun { Modo: ModoDeCandidaturaComun.EmblemaUnico } c => c.Partidos.Sum(p => De(eleccion.Contendientes[p].Nombre)),
                var c => De(c.Nombre),
            } is var peso and > 0 ? peso : Base(eleccion.Contendientes, i)),
            Math.Max(De("NO_REGISTRADAS"), 0.0003),
            Math.Max(De("NULOS"), 0.005),
        ];
    }

    internal override double Participacion(Eleccion eleccion, Area area, int semilla) =>
        _participacion.TryGetValue((area.Tipo, area.Id.Clave), out var p) && p.Lista > 0
            ? Math.Clamp((double)p.Votos / p.Lista, 0.1, 0.9)
            : base.Participacion(eleccion, area, semilla);

    private void Sumar((TipoDeArea, string) clave, string columna, string celda)
    {
        if (!_votos.TryGetValue(clave, out var votos))
        {
            _votos[clave] = votos = [];
        }

        votos[columna] = votos.GetValueOrDefault(columna) + (int.TryParse(celda, out var valor) ? valor : 0);
    }

    private void SumarParticipacion((TipoDeArea, string) clave, string votos, string lista)
    {
        if (int.TryParse(votos, out var v) && int.TryParse(lista, out var l) && v <= l)
        {
            var (antesV, antesL) = _participacion.GetValueOrDefault(clave);
            _participacion[clave] = (antesV + v, antesL + l);
        }
    }
}
