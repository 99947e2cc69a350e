using FsCheck;
using FsCheck.Fluent;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Dominio.Contabilizacion;
using Prep.Dominio.Cortes;

namespace Prep.Dominio.Tests.Computo;

/// <summary>Random nights against a second model that reads the rows once per figure, as a stranger would from the CSV.</summary>
[Trait("Regla", "F-14")]
public sealed class ResultadosPropiedadesTests
{
    private static readonly Arbitrary<(int Semilla, int Actas, bool Ultimo)> Noches =
        (from semilla in Gen.Choose(0, int.MaxValue) from actas in Gen.Choose(0, 60) from ultimo in Gen.Elements(true, false) select (semilla, actas, ultimo)).ToArbitrary();

    [Fact]
    public void El_estado_es_lo_que_sale_de_leer_los_renglones() => Prop.ForAll(Noches, noche =>
    {
        var corte = Inventar(noche.Semilla, noche.Actas, noche.Ultimo);
        var resultados = Resultados.De(corte);
        return Iguales(resultados.Estado, Ingenuo(corte, corte.FueraDeCatalogo.Count, _ => true))
            && corte.Eleccion.Areas.All(a => Iguales(resultados.PorArea[a.Id], Ingenuo(corte, 0, x => x.Area == a.Id)))
            && resultados.PorMunicipio.All(m => Iguales(m.Value, Ingenuo(corte, 0, x => x.Casilla.Municipio?.Clave == m.Key)))
            && resultados.PorSeccion.All(s => Iguales(s.Value, Ingenuo(corte, 0, x => (x.Area, x.Casilla.Seccion) == s.Key)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Las_areas_suman_el_estado_y_el_reparto_no_pierde_votos() => Prop.ForAll(Noches, noche =>
    {
        var r = Resultados.De(Inventar(noche.Semilla, noche.Actas, noche.Ultimo));
        var areas = r.PorArea.Values.ToList();
        return areas.Sum(a => a.Cifras.Esperadas) == r.Estado.Cifras.Esperadas
            && areas.Sum(a => a.Cifras.Contabilizadas) == r.Estado.Cifras.Contabilizadas
            && areas.Sum(a => a.Votos.Total + a.VotosRp.Total) == r.Estado.Cifras.VotosConEspeciales
            && r.Estado.Votos.Total + r.Estado.VotosRp.Total == r.Estado.Cifras.VotosConEspeciales
            && r.PorPartido.Sum() == r.Estado.Votos.PorContendiente.Sum()
            && r.PorPartidoDeArea.All(p => p.Value.Sum() == r.PorArea[p.Key].Votos.PorContendiente.Sum());
    }).QuickCheckThrowOnFailure();

    private static bool Iguales(Totales nuestros, (Cifras Cifras, long[] Votos, long[] Rp) suyos) =>
        nuestros.Cifras == suyos.Cifras
        && nuestros.Votos.PorContendiente.Append(nuestros.Votos.NoRegistradas).Append(nuestros.Votos.Nulos).SequenceEqual(suyos.Votos)
        && nuestros.VotosRp.PorContendiente.Append(nuestros.VotosRp.NoRegistradas).Append(nuestros.VotosRp.Nulos).SequenceEqual(suyos.Rp);

    private static (Cifras Cifras, long[] Votos, long[] Rp) Ingenuo(CorteDeEleccion corte, int fuera, Func<ActaEsperada, bool> entra)
    {
        var eleccion = corte.Eleccion;
        var filas = eleccion.Actas.Zip(corte.Registros).Where(f => entra(f.First)).ToList();
        var captadas = filas.Where(f => f.Second is not null).Select(f => (Acta: f.First, Registro: f.Second!)).ToList();
        var contadas = captadas.Where(f => f.Registro.Conteo.Contabilizada == Contabilizada.Si).ToList();
        const Observacion Malas = Observacion.AlgunoIlegible | Observacion.AlgunoSinDato | Observacion.ExcedeListaNominal
            | Observacion.TodosIlegibles | Observacion.TodosVacios | Observacion.TodosIlegiblesOVacios;
        long Votos(IEnumerable<(ActaEsperada Acta, RegistroDeActa Registro)> de) => de.Sum(f => f.Registro.Datos!.Votos.Sum(v => (long)(v.Valor ?? 0)));
        long[] Vector(bool rp) =>
        [
            .. Enumerable.Range(0, eleccion.Contendientes.Count).Select(c => Columna(rp, f => eleccion.Boleta(f.Id).Contendientes.ToList().IndexOf(c))),
            Columna(rp, f => eleccion.Boleta(f.Id).Contendientes.Count),
            Columna(rp, f => eleccion.Boleta(f.Id).Contendientes.Count + 1),
        ];
        long Columna(bool rp, Func<ActaEsperada, int> lugar) => contadas
            .Where(f => f.Acta.Principio == Principio.RepresentacionProporcional == rp && lugar(f.Acta) >= 0)
            .Sum(f => (long)(f.Registro.Datos!.Votos[lugar(f.Acta)].Valor ?? 0));

        return (new(filas.Count, fuera, captadas.Count, contadas.Count, captadas.Count(f => (f.Registro.Conteo.Observacion & Malas) != 0),
                contadas.Sum(f => (long)(f.Acta.Casilla.ListaNominal ?? 0)), Votos(contadas),
                Votos(contadas.Where(f => f.Acta.Casilla.Tipo.Letra() != "S")), corte.Ultimo),
            Vector(false), Vector(true));
    }

    private static CorteDeEleccion Inventar(int semilla, int cuantas, bool ultimo)
    {
        var azar = new Random(semilla);
        Contendiente[] contendientes =
        [
            Caso.Partido("A"), Caso.Partido("B"), Caso.Partido("C"),
            new Contendiente.Combinacion("C_A_B", "C_A_B", [0, 1]), new Contendiente.Combinacion("C_A_B_C", "C_A_B_C", [0, 1, 2]),
            new Contendiente.CandidaturaComun("CC", "CC", [1, 2], ModoDeCandidaturaComun.EmblemaUnico, RepartoDeCandidaturaComun.PorcentajesDelConvenio, [6_250, 3_750]),
            new Contendiente.Independiente("CI", "CI"),
        ];
        Area[] areas = [.. new[] { "001", "002", "000" }.Select(a => Caso.Area(a, [.. Enumerable.Range(0, 7).Where(_ => azar.Next(4) > 0).OrderBy(_ => azar.Next())]))];
        var actas = new List<ActaEsperada>();
        for (var i = 1; i <= cuantas; i++)
        {
            var tipo = azar.GetItems(Enum.GetValues<TipoDeCasilla>(), 1)[0];
            var casilla = Caso.Casilla(tipo, tipo == TipoDeCasilla.Especial ? 0 : azar.Next(6) == 0 ? null : azar.Next(800), azar.Next(2) == 0 ? 22 : null,
                seccion: azar.Next(9) == 0 ? "" : $"{azar.Next(5):0000}", municipio: azar.Next(3) == 0 ? null : $"{azar.Next(3):000}");
            var principio = tipo == TipoDeCasilla.Especial ? azar.GetItems(Enum.GetValues<Principio>(), 1)[0] : Principio.Ambos;
            actas.Add(Caso.Acta(areas[azar.Next(areas.Length)].Id.Clave, casilla, principio, ordinal: i));
        }

        var eleccion = Caso.Eleccion(contendientes, areas, actas);
        return Caso.Corte(eleccion, [.. actas.Select(a => Registrar(a, eleccion, azar))], azar.Next(3), ultimo);
    }

    private static RegistroDeActa? Registrar(ActaEsperada acta, Eleccion eleccion, Random azar) => azar.Next(8) switch
    {
        0 => null,
        1 => Caso.SinActa(acta, azar.GetItems(Enum.GetValues<MotivoSinActa>(), 1)[0]),
        var forma => Caso.Registro(acta, new(default, default, default, default,
            [.. Enumerable.Range(0, eleccion.Boleta(acta.Id).CamposDeVotos).Select(_ => Inventar(forma, azar))], default)),
    };

    private static Cantidad Inventar(int forma, Random azar) => (forma, azar.Next(10)) switch
    {
        (2, < 5) or (_, 0) => Cantidad.Ilegible,
        (2, _) or (_, 1) => Cantidad.SinDato,
        _ => Cantidad.Numero(azar.Next(forma == 3 ? 900 : 90)),
    };
}
