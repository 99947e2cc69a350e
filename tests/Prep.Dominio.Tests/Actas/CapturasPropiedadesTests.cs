using FsCheck;
using FsCheck.Fluent;
using Prep.Dominio.Actas;

namespace Prep.Dominio.Tests.Actas;

/// <summary>Random captures against a model that only counts votes per field.</summary>
[Trait("Regla", "A-02")]
public sealed class CapturasPropiedadesTests
{
    private const int Campos = 4;
    private static readonly string[] Personas = ["ana", "luis", "eva", "sol"];

    private static readonly Arbitrary<(int[] Quienes, int[] Valores)> Noches =
        (from quienes in Gen.Choose(0, Personas.Length - 1).ArrayOf(6) from valores in Gen.Choose(-2, 2).ArrayOf(6 * Campos) select (quienes, valores)).ToArbitrary();

    [Fact]
    public void Dos_de_tres_deciden_cada_campo_y_nadie_captura_dos_veces() => Prop.ForAll(Noches, noche =>
    {
        var acta = new Expediente(0, new EstadoDeDatos.EnCola(new(1)));
        var aceptadas = new List<(string Persona, Cantidad[] Todos)>();
        for (var i = 0; i < noche.Quienes.Length; i++)
        {
            var persona = Personas[noche.Quienes[i]];
            var todos = noche.Valores[(i * Campos)..((i + 1) * Campos)].Select(Cantidad.DeCodigo).ToArray();
            var pedidos = acta.Datos is EstadoDeDatos.TerceraPendiente t ? ReglasDeCaptura.Diferencias(t.Primera, t.Segunda) : [0, 1, 2, 3];
            var resultado = MaquinaDeDatos.Capturar(acta, new(new(persona), [.. pedidos.Select(p => todos[p])], Caso.Noche), []);

            var repetida = aceptadas.Any(a => a.Persona == persona);
            var cerrada = Modelo(aceptadas) is not ("EnCola" or "UnaCaptura" or "TerceraPendiente");
            if (resultado.IsOk != (!repetida && !cerrada))
            {
                return false;
            }

            if (resultado.IsOk)
            {
                acta = resultado.Value;
                aceptadas.Add((persona, todos));
                if (acta.Datos.GetType().Name != Modelo(aceptadas))
                {
                    return false;
                }
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Resolver_da_lo_que_dicen_dos_o_lo_que_decide_supervision() => Prop.ForAll(Gen.Choose(-2, 2).ArrayOf(3 * Campos).ToArbitrary(), valores =>
    {
        var (a, b, c) = (Todos(valores, 0), Todos(valores, 1), Todos(valores, 2));
        var diferencias = Enumerable.Range(0, Campos).Where(i => a[i] != b[i]).ToList();
        CapturaDeActa primera = new(new("ana"), a, Caso.Noche), segunda = new(new("luis"), b, Caso.Noche);
        var tercera = new CapturaDeActa(new("eva"), [.. diferencias.Select(i => c[i])], Caso.Noche);
        var disputa = ReglasDeCaptura.EnDisputa(primera, segunda, tercera);
        var decididos = disputa.Select(i => Cantidad.Numero(100 + i)).ToList();

        var resueltos = ReglasDeCaptura.Resolver(primera, segunda, tercera, decididos);

        return ReglasDeCaptura.Diferencias(primera, segunda).SequenceEqual(diferencias)
            && Enumerable.Range(0, Campos).All(i => resueltos[i] == (a[i] == b[i] ? a[i] : c[i] == a[i] || c[i] == b[i] ? c[i] : Cantidad.Numero(100 + i)));
    }).QuickCheckThrowOnFailure();

    private static Cantidad[] Todos(int[] valores, int ronda) => [.. valores.Skip(ronda * Campos).Take(Campos).Select(Cantidad.DeCodigo)];

    private static string Modelo(List<(string Persona, Cantidad[] Todos)> capturas) => capturas.Count switch
    {
        0 => "EnCola",
        1 => "UnaCaptura",
        2 => capturas[0].Todos.SequenceEqual(capturas[1].Todos) ? "Verificada" : "TerceraPendiente",
        _ => Enumerable.Range(0, Campos).All(i => capturas.Take(3).Select(c => c.Todos[i]).Distinct().Count() < 3) ? "Verificada" : "Supervision",
    };
}
