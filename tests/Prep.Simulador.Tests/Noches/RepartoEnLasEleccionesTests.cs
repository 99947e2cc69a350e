using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Dominio.Contabilizacion;
using Prep.Dominio.Cortes;

namespace Prep.Simulador.Tests.Noches;

/// <summary>Votes by candidature and by party on the elections that ship, against a model written another way.</summary>
public sealed class RepartoEnLasEleccionesTests(NochesDePrueba noches) : IClassFixture<NochesDePrueba>
{
    public static TheoryData<string, string> Elecciones => new() { { "oaxaca-2022", "gub" }, { "oaxaca-2024", "dip_loc" }, { "oaxaca-2024", "ayun" } };

    [Theory, MemberData(nameof(Elecciones)), Trait("Regla", "P-01")]
    public void El_reparto_de_cada_area_es_el_de_un_modelo_que_da_voto_por_voto(string proceso, string eleccion)
    {
        var corte = Corte(proceso, eleccion);
        var resultados = Resultados.De(corte);
        foreach (var area in corte.Eleccion.Areas)
        {
            Assert.Equal(VotoPorVoto(corte, area), resultados.PorPartidoDeArea[area.Id]);
        }

        Assert.Equal(Enumerable.Range(0, corte.Eleccion.Contendientes.Count).Select(i => resultados.PorPartidoDeArea.Values.Sum(a => a[i])), resultados.PorPartido);
    }

    [Theory, MemberData(nameof(Elecciones)), Trait("Regla", "P-02")]
    public void Partidos_y_candidaturas_suman_lo_mismo_en_cada_area(string proceso, string eleccion)
    {
        var corte = Corte(proceso, eleccion);
        var resultados = Resultados.De(corte);
        var areasConReparto = 0;
        foreach (var area in corte.Eleccion.Areas)
        {
            var votos = resultados.PorArea[area.Id].Votos;
            var porPartido = resultados.PorPartidoDeArea[area.Id];
            Assert.Equal(votos.Total - votos.NoRegistradas - votos.Nulos, area.Candidaturas.Sum(c => VotosDeCandidatura.De(c, votos)));
            Assert.Equal(votos.PorContendiente.Sum(), porPartido.Sum());
            foreach (var candidatura in area.Candidaturas)
            {
                // Whoever goes together keeps together what they won: rows of the candidature, and its partners that have no row of their own.
                var suyos = candidatura.Contendientes.Concat(candidatura.Contendientes.SelectMany(i => corte.Eleccion.Contendientes[i].Integrantes)).Distinct();
                Assert.Equal(VotosDeCandidatura.De(candidatura, votos), suyos.Sum(i => porPartido[i]));
            }

            areasConReparto += area.Boleta.Contendientes.Any(i => corte.Eleccion.Contendientes[i].Integrantes.Count > 0 && votos.PorContendiente[i] > 0) ? 1 : 0;
        }

        Assert.True(areasConReparto >= 20);
    }

    // Deals the votes of each combination one at a time, in rounds: everyone one, the last round to those with most votes of their own.
    private static long[] VotoPorVoto(CorteDeEleccion corte, Area area)
    {
        var columnas = corte.Eleccion.Contendientes;
        var sumas = new long[columnas.Count];
        for (var i = 0; i < corte.Registros.Count; i++)
        {
            if (corte.Eleccion.Actas[i].Area == area.Id && corte.Eleccion.Actas[i].Principio != Principio.RepresentacionProporcional
                && corte.Registros[i] is { Conteo.Contabilizada: Contabilizada.Si, Datos: { } datos })
            {
                foreach (var (columna, voto) in area.Boleta.Contendientes.Zip(datos.Votos))
                {
                    sumas[columna] += voto.Valor ?? 0;
                }
            }
        }

        var reparto = new long[columnas.Count];
        foreach (var columna in area.Boleta.Contendientes)
        {
            var socios = columnas[columna].Integrantes.OrderByDescending(s => sumas[s]).ThenBy(s => s).ToList();
            if (columnas[columna] is Contendiente.CandidaturaComun { Porcentajes: { Count: 2 } partes } comun)
            {
                // Two partners by percentage: half a vote or more goes up, which for two equals the largest remainder.
                var primero = (long)Math.Floor(((decimal)sumas[columna] * partes[0] / 10_000) + 0.5m);
                reparto[comun.Partidos[0]] += primero;
                reparto[comun.Partidos[1]] += sumas[columna] - primero;
            }
            else if (socios.Count == 0)
            {
                reparto[columna] += sumas[columna];
            }
            else
            {
                for (var voto = 0L; voto < sumas[columna]; voto++)
                {
                    reparto[socios[(int)(voto % socios.Count)]]++;
                }
            }
        }

        return reparto;
    }

    private CorteDeEleccion Corte(string proceso, string eleccion)
    {
        var noche = proceso == "oaxaca-2022" ? noches.De2022 : noches.De2024;
        return noche.CorteEn(noche.Proceso.Calendario.UltimaActualizacionEn).Elecciones.Single(e => e.Eleccion.Id.Valor == eleccion);
    }
}
