using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Dominio.Contabilizacion;
using Prep.Dominio.Cortes;
using Prep.Operacion.Preparacion.Carpeta;
using Prep.Simulador.Catalogos;
using Prep.Simulador.Noches;

namespace Prep.Simulador.Tests.Noches;

/// <summary>One night of each process that ships, made once.</summary>
public sealed class NochesDePrueba
{
    public const int Semilla = 20240602;

    public NochesDePrueba()
    {
        var perfil = PerfilDeOaxaca.Leer(new(Path.Combine(Raiz.Datos, "reales")));
        De2022 = Noche.De(Leer("oaxaca-2022"), Semilla, new() { Votos = perfil });
        De2024 = Noche.De(Leer("oaxaca-2024"), Semilla, new() { Votos = perfil });
    }

    public Noche De2022 { get; }

    public Noche De2024 { get; }

    public static Proceso Leer(string nombre) => LectorDeCarpeta.Leer(Path.Combine(Raiz.Datos, nombre)).Resultado.Value;
}

public sealed class NocheTests(NochesDePrueba noches) : IClassFixture<NochesDePrueba>
{
    private static readonly DateTimeOffset Fin2024 = new(2024, 6, 4, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void La_misma_semilla_da_la_misma_noche_y_otra_da_otra()
    {
        var proceso = noches.De2024.Proceso;
        var una = Noche.Generar(proceso, 7);
        var misma = Noche.Generar(NochesDePrueba.Leer("oaxaca-2024"), 7);
        var otra = Noche.Generar(proceso, 8);

        Assert.Equal(una.Select(Escrito), misma.Select(Escrito));
        Assert.NotEqual(una.Select(Escrito), otra.Select(Escrito));
        static string Escrito(HechoDeNoche h) => h is HechoDeNoche.ActaCapturada c ? $"{c.En:O} {c.Acta} {c.Ronda} {c.Persona} {string.Join(',', c.Campos)}" : h.ToString();
    }

    [Fact]
    public void Quitar_un_acta_del_catalogo_no_cambia_lo_que_pasa_con_las_demas()
    {
        var proceso = noches.De2022.Proceso;
        var eleccion = proceso.Elecciones[0];
        var menos = proceso with { Elecciones = [eleccion with { Actas = [.. eleccion.Actas.Skip(1)] }] };
        var otra = Noche.De(menos, NochesDePrueba.Semilla);
        var esta = Noche.De(proceso, NochesDePrueba.Semilla);
        Assert.Equal(esta.Actas.Where(a => a.Acta.Id != eleccion.Actas[0].Id).Select(a => (a.Acta.Id, a.Datos, a.VerificadaEn)), otra.Actas.Select(a => (a.Acta.Id, a.Datos, a.VerificadaEn)));
    }

    [Fact]
    public void Los_hechos_van_en_orden_dentro_de_la_operacion()
    {
        var hechos = noches.De2024.Hechos();
        Assert.Equal(hechos.OrderBy(h => h.En).Select(h => h.En), hechos.Select(h => h.En));
        Assert.All(hechos, h => Assert.True(noches.De2024.Proceso.Calendario.EnOperacion(h.En)));
    }

    [Fact]
    public void De_cada_acta_capturan_personas_distintas_despues_de_llegar_e_identificarse_la_imagen()
    {
        foreach (var acta in noches.De2024.Hechos().OfType<HechoDeNoche.ActaCapturada>().GroupBy(h => h.Acta))
        {
            Assert.Equal(acta.Count(), acta.Select(c => c.Persona).Distinct().Count());
            Assert.Equal(Enumerable.Range(1, acta.Count()), acta.OrderBy(c => c.En).Select(c => c.Ronda));
        }

        var listas = new HashSet<ActaId>();
        foreach (var hecho in noches.De2024.Hechos())
        {
            switch (hecho)
            {
                case HechoDeNoche.ImagenRecibida { Acta: { } id }:
                    listas.Add(id);
                    break;
                case HechoDeNoche.ImagenIdentificada { Acta: { } id }:
                    listas.Add(id);
                    break;
                case HechoDeNoche.ActaCapturada captura:
                    Assert.Contains(captura.Acta, listas);
                    break;
            }
        }
    }

    [Fact]
    public void La_tercera_captura_decide_siempre_lo_que_dice_el_papel()
    {
        var terceras = 0;
        var papel = noches.De2024.Actas.ToDictionary(a => a.Acta.Id);
        foreach (var acta in noches.De2024.Hechos().OfType<HechoDeNoche.ActaCapturada>().GroupBy(h => h.Acta))
        {
            var rondas = acta.OrderBy(c => c.Ronda).Select(c => c.Campos).ToList();
            if (rondas.Count < 2)
            {
                continue;
            }

            var iguales = rondas[0].SequenceEqual(rondas[1]);
            Assert.Equal(papel[acta.Key].HayTercera, !iguales);
            if (rondas.Count == 3)
            {
                terceras++;
                for (var i = 0; i < rondas[0].Count; i++)
                {
                    Assert.True(rondas[0][i] == rondas[1][i] || rondas[2][i] == rondas[0][i] || rondas[2][i] == rondas[1][i]);
                }

                Assert.Equal(papel[acta.Key].Datos!.Campos, rondas[2]);
            }
        }

        Assert.InRange(terceras, 0.04 * papel.Count, 0.08 * papel.Count);
    }

    [Fact]
    public void Los_tiempos_se_parecen_a_los_de_una_noche_real()
    {
        var capturadas = noches.De2024.Actas.Where(a => a.Datos is not null).ToList();
        var espera = Minutos(capturadas.Select(a => a.CapturaEn - a.AcopioEn));
        var verificacion = Minutos(capturadas.Select(a => a.VerificadaEn - a.CapturaEn));

        Assert.InRange(Cuantil(espera, 0.5), 19, 23);
        Assert.InRange(Cuantil(espera, 0.95), 175, 225);
        Assert.InRange(Cuantil(verificacion, 0.5), 3.4, 4.2);
        Assert.InRange(Cuantil(verificacion, 0.95), 17, 23);
        Assert.InRange((double)capturadas.Count(a => a.Origen == Origen.Casilla) / capturadas.Count, 0.29, 0.67);
        Assert.All(capturadas, a => Assert.True(a.AcopioEn < a.RecibidaEn && a.RecibidaEn < a.CapturaEn && a.CapturaEn < a.VerificadaEn));
    }

    [Fact]
    public void Llegan_a_lo_largo_de_la_noche_como_en_2022()
    {
        double Parte(int hora, int minuto) => (double)noches.De2022.CorteEn(noches.De2022.Proceso.Calendario.AperturaEn.AddMinutes(((hora - 18) * 60) + minuto)).Elecciones[0].Registros.Count(r => r is not null) / 5707;

        Assert.Equal(0, Parte(18, 0));
        Assert.InRange(Parte(20, 0), 0.03, 0.2);
        Assert.InRange(Parte(21, 20), 0.2, 0.45);
        Assert.InRange(Parte(24, 0), 0.5, 0.8);
        Assert.InRange(Parte(39, 0), 0.96, 0.998);
    }

    [Theory]
    [InlineData("oaxaca-2022")]
    [InlineData("oaxaca-2024")]
    public void Los_defectos_son_tan_frecuentes_como_en_los_archivos_reales(string nombre)
    {
        var noche = nombre == "oaxaca-2022" ? noches.De2022 : noches.De2024;
        var corte = noche.CorteEn(noche.Proceso.Calendario.UltimaActualizacionEn);
        var registros = corte.Elecciones.SelectMany(e => e.Registros).OfType<RegistroDeActa>().ToList();
        double Parte(Func<RegistroDeActa, bool> cuales) => (double)registros.Count(cuales) / registros.Count;

        Assert.True(corte.Ultimo);
        Assert.InRange(Parte(r => r.Conteo.Observacion.HasFlag(Observacion.ExcedeListaNominal)), 0.001, 0.008);
        Assert.InRange(Parte(r => (r.Conteo.Observacion & (Observacion.AlgunoIlegible | Observacion.AlgunoSinDato)) != 0), 0.05, 0.1);
        Assert.InRange(Parte(r => (r.Conteo.Observacion & (Observacion.TodosIlegibles | Observacion.TodosVacios | Observacion.TodosIlegiblesOVacios)) != 0), 0.005, 0.02);
        Assert.InRange(Parte(r => r.Contenido is Contenido.SinActa), 0.008, 0.025);
        Assert.InRange(Parte(r => r.Datos is { } d && d.TotalAsentado.Suma != d.TotalCalculado), 0.1, 0.2);
        Assert.InRange(corte.Elecciones.Sum(e => e.FueraDeCatalogo.Count), 3, 20);
        Assert.Equal(Observacion.TodosIlegibles | Observacion.TodosVacios | Observacion.TodosIlegiblesOVacios,
            registros.Select(r => r.Conteo.Observacion).Aggregate((a, b) => a | b) & (Observacion.TodosIlegibles | Observacion.TodosVacios | Observacion.TodosIlegiblesOVacios));
    }

    [Fact]
    public void Los_votos_no_pasan_de_la_lista_nominal_salvo_los_que_exceden_y_caben_en_la_captura()
    {
        foreach (var acta in noches.De2024.Actas.Where(a => a.Datos is not null))
        {
            var eleccion = noches.De2024.Proceso.Eleccion(acta.Acta.Id.Eleccion)!;
            var conteo = ReglaContabilizacion.Decidir(acta.Datos!, acta.Acta.Casilla, eleccion.Ajustes);
            if (acta.Acta.Casilla is { Tipo: not TipoDeCasilla.Especial, ListaNominal: { } lista } && !conteo.Observacion.HasFlag(Observacion.ExcedeListaNominal))
            {
                Assert.True(acta.Datos!.TotalCalculado <= lista);
            }

            Assert.Equal(eleccion.Boleta(acta.Acta.Id).CamposDeVotos, acta.Datos!.Votos.Count);
            Assert.All(acta.Datos.Campos, c => Assert.True(c.Valor is null or <= Cantidad.Maximo));
        }
    }

    [Fact]
    public void Una_casilla_no_instalada_no_tiene_acta_en_ninguna_eleccion()
    {
        var instaladas = noches.De2024.Actas.Where(a => a.Motivo != MotivoSinActa.CasillaNoInstalada).Select(a => a.Acta.Casilla.Clave).ToHashSet();
        var noInstaladas = noches.De2024.Actas.Where(a => a.Motivo == MotivoSinActa.CasillaNoInstalada).ToList();
        Assert.NotEmpty(noInstaladas);
        Assert.Contains(noInstaladas.GroupBy(a => a.Acta.Casilla.Clave), g => g.Count() > 1);
        Assert.All(noInstaladas, a => Assert.DoesNotContain(a.Acta.Casilla.Clave, instaladas));
    }

    [Fact]
    public void La_participacion_y_el_primer_lugar_se_parecen_a_2022()
    {
        var resultados = Resultados.De(noches.De2022.CorteEn(noches.De2022.Proceso.Calendario.UltimaActualizacionEn).Elecciones[0]);
        Assert.InRange(resultados.Estado.Cifras.Participacion.Diezmilesimas, 340_000, 430_000);
        var votos = resultados.Estado.Votos.PorContendiente;
        Assert.Equal("MOR", noches.De2022.Proceso.Elecciones[0].Contendientes[votos.ToList().IndexOf(votos.Max())].Clave);
    }

    [Fact]
    public void Cada_corte_agrega_lo_verificado_desde_el_anterior()
    {
        var proceso = noches.De2024.Proceso;
        var vistas = new HashSet<(EleccionId, string)>();
        DateTimeOffset? anterior = null;
        foreach (var instante in proceso.Calendario.Cortes())
        {
            var corte = noches.De2024.CorteEn(instante, anterior);
            foreach (var eleccion in corte.Elecciones)
            {
                Assert.All(eleccion.Agregadas, r => Assert.True(vistas.Add((r.Id.Eleccion, r.Id.Nombre))));
                Assert.Equal(eleccion.Registros.Count(r => r is not null) + eleccion.FueraDeCatalogo.Count, vistas.Count(v => v.Item1 == eleccion.Eleccion.Id));
            }

            Assert.Equal(instante == proceso.Calendario.UltimaActualizacionEn, corte.Ultimo);
            anterior = instante;
        }

        Assert.Equal(Fin2024, anterior);
    }

    private static List<double> Minutos(IEnumerable<TimeSpan> tiempos) => [.. tiempos.Select(t => t.TotalMinutes).Order()];

    private static double Cuantil(List<double> ordenados, double p) => ordenados[(int)(p * (ordenados.Count - 1))];
}
