using FsCheck;
using FsCheck.Fluent;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Operacion.Acopio;
using Prep.Operacion.Captura;
using Prep.Operacion.Identificacion;
using Prep.Operacion.Supervision;

namespace Prep.Operacion.Tests.Captura;

/// <summary>Random work over the real use cases, step by step against a second model that keeps plain lists, and the totals at the end.</summary>
[Trait("Regla", "A-01")]
public sealed class CaminataTests
{
    private static readonly string[] _obras = ["imagen", "captura", "captura", "captura", "captura", "duda", "reporte", "resuelve", "sinActa", "confirma", "corrige", "pideOtra", "esta", "deOtra", "acepta"];

    private static readonly Gen<(string Obra, int Acta, int Persona, int Valor)> _paso =
        from obra in Gen.Elements(_obras)
        from acta in Gen.Choose(0, 1)
        from persona in Gen.Choose(0, 8)
        from valor in Gen.Choose(1, 3)
        select (obra, acta, persona, valor);

    [Fact]
    public void Los_casos_de_uso_y_el_modelo_ingenuo_dicen_lo_mismo() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(25),
        Prop.ForAll(_paso.ListOf(40).Select(l => l.ToArray()).ToArbitrary(), pasos => AndarAsync(pasos).GetAwaiter().GetResult()));

    private static async Task AndarAsync((string Obra, int Acta, int Persona, int Valor)[] pasos)
    {
        await using var a = await AlmacenDePrueba.CrearAsync(ClaseDeProceso.Repeticion);
        Modelo[] modelos = [new(), new()];
        foreach (var (i, (obra, acta, p, valor)) in pasos.Index())
        {
            var persona = $"p{p}";
            var esperado = modelos[acta].Hacer(obra, persona, valor, i + 1);
            var hecho = await HacerAsync(a, obra, acta, persona, valor, i + 1);
            var fila = await a.Almacen.Base.LeerAsync(tx => tx.UnoAsync("SELECT estado, vigente FROM acta WHERE numero = @p0", f => $"{f.GetString(0)} v{f.GetInt32(1)}", acta + 1), default);
            Assert.Equal($"{i} {obra} {persona} {esperado} {modelos[acta].Estado} v{modelos[acta].Vigente}", $"{i} {obra} {persona} {hecho} {fila}");
        }

        var corte = (await a.CorteAsync()).Elecciones[0];
        var totales = Dominio.Computo.Resultados.De(corte).Estado;
        Assert.Equal(modelos.Sum(m => m.Publicado ?? 0), totales.Votos.PorContendiente[0]);
        Assert.Equal(modelos.Count(m => m.Vigente > 0), totales.Cifras.Capturadas);
        Assert.Equal(modelos.Count(m => m.Publicado is not null), totales.Cifras.Contabilizadas);
    }

    private static async Task<bool> HacerAsync(AlmacenDePrueba a, string obra, int i, string persona, int valor, int paso)
    {
        var (c, id) = (a.Como(persona), a.Acta(i));
        SinActa.Request sinActa = new([id], MotivoSinActa.PaqueteNoEntregado);
        switch (obra)
        {
            case "imagen":
                return (await a.ImagenAsync(id, $"imagen {paso}")).Estado == EstadoDeImagen.Vigente;
            case "captura" or "duda" or "reporte":
                var tomada = await TomarActa.EjecutarAsync(c, default, id);
                if (!tomada.IsOk)
                {
                    return false;
                }

                if (obra == "reporte")
                {
                    return (await ReportarImagen.EjecutarAsync(new(tomada.Value.Turno, DefectoDeImagen.Ilegible), c, default)).IsOk;
                }

                var valores = AlmacenDePrueba.Valores(valor);
                return (await CapturarActa.EjecutarAsync(
                    new(tomada.Value.Turno, ClaveEscrita.De(a.Proceso.Dip().Actas[obra == "duda" ? 2 : i].Casilla), [.. tomada.Value.Campos.Select(f => Cantidad.DeCodigo(valores[f.Campo]))]), c, default)).IsOk;
            case "resuelve":
                return (await ResolverEnSupervision.EjecutarAsync(id, new([new(4, Cantidad.Numero(valor), "así se ve")], "se lee"), c, default)).IsOk;
            case "sinActa":
                return (await SinActa.ProponerAsync(sinActa, c, default)).IsOk;
            case "confirma":
                return (await SinActa.ConfirmarAsync(sinActa, c, default)).IsOk;
            case "esta" or "deOtra":
                return await IdentificarAsync(a, i, obra == "esta" ? id : a.Acta(2));
            case "acepta":
                return (await AceptarImagen.EjecutarAsync(id, new("así está el papel"), c, default)).IsOk;
            default:
                return (await AbrirCorreccion.EjecutarAsync(id, new("mal publicada", ConOtraImagen: obra == "pideOtra"), c, default)).IsOk;
        }
    }

    // Two persons say which acta shows the image that this one has.
    private static async Task<bool> IdentificarAsync(AlmacenDePrueba a, int i, ActaId es)
    {
        var imagen = await a.Almacen.Base.LeerAsync(tx => tx.EscalarAsync<long>("SELECT COALESCE(imagen, 0) FROM acta WHERE numero = @p0", i + 1), default);
        return (await Identificar.EjecutarAsync(imagen, es, a.Como("d1"), default)).IsOk
            && (await Identificar.EjecutarAsync(imagen, es, a.Como("d2"), default)).Debe().Resuelta;
    }

    /// <summary>The same rules said again as lists and ifs, without looking at the machine.</summary>
    private sealed class Modelo
    {
        private readonly List<(string Persona, int Valor, int Version, int Imagen)> _capturas = [];
        private string _propuso = "";
        private bool _sinActa;
        private readonly List<int> _duplicadas = [];
        private int _imagen;
        private int? _publicada;

        public string Estado { get; private set; } = "Esperada";

        public int Vigente { get; private set; }

        /// <summary>Votes of the version that stands; null if there is none or it is without acta.</summary>
        public int? Publicado { get; private set; }

        public bool Hacer(string obra, string persona, int valor, int paso)
        {
            var vivas = _capturas.Where(c => c.Version == Vigente + 1 && c.Imagen == _imagen).Select(c => c.Valor).ToList();
            var enCola = Estado is "EnCola" or "UnaCaptura" or "TerceraPendiente";
            var nueva = _capturas.All(c => c.Persona != persona);
            switch (obra)
            {
                case "imagen" when Estado is "Esperada" or "SinActaPropuesta" or "Redigitalizar" || (Estado == "Verificada" && _sinActa):
                    (Estado, _imagen) = ("EnCola", paso);
                    return true;
                case "imagen":
                    _duplicadas.Add(paso);
                    return false;
                case "duda" when enCola && nueva:
                    Estado = "PorIdentificar";
                    return true;
                case "esta" when Estado == "PorIdentificar":
                    Estado = EnColaCon(vivas.Count);
                    return true;
                case "deOtra" when Estado == "PorIdentificar":
                    Perder();
                    return true;
                case "acepta" when Estado == "Redigitalizar":
                    Estado = EnColaCon(vivas.Count);
                    return true;
                case "captura" when enCola && nueva:
                    _capturas.Add((persona, valor, Vigente + 1, _imagen));
                    if (vivas.Contains(valor))
                    {
                        Verificar(valor);
                    }
                    else
                    {
                        Estado = EnColaCon(vivas.Count + 1);
                    }

                    return true;
                case "reporte" when enCola && nueva:
                    Estado = "Redigitalizar";
                    return true;
                case "resuelve" when Estado == "Supervision" && nueva:
                    Verificar(valor);
                    return true;
                case "sinActa" when (Estado == "Esperada" && Vigente == 0) || Estado == "SinActaPropuesta":
                    (Estado, _propuso) = ("SinActaPropuesta", persona);
                    return true;
                case "confirma" when Estado == "SinActaPropuesta" && _propuso != persona:
                    (Estado, _sinActa, Vigente) = ("Verificada", true, Vigente + 1);
                    return true;
                case "corrige" when Estado == "Verificada" && !_sinActa:
                    Estado = "EnCola";
                    return true;
                case "pideOtra" when Estado == "Verificada" && !_sinActa:
                    Estado = "Redigitalizar";
                    return true;
                default:
                    return false;
            }
        }

        private static string EnColaCon(int capturas) => capturas switch { 0 => "EnCola", 1 => "UnaCaptura", 2 => "TerceraPendiente", _ => "Supervision" };

        private void Verificar(int valor) => (Estado, _sinActa, Publicado, Vigente, _publicada) = ("Verificada", false, valor, Vigente + 1, _imagen);

        // The image goes to another acta; what takes its place is what was published, or the first that was linked.
        private void Perder()
        {
            var (perdida, vuelve) = (_imagen, _publicada is { } p && p != _imagen);
            _publicada = vuelve ? _publicada : null;
            (Estado, _imagen) = (vuelve ? "Redigitalizar" : _sinActa ? "Verificada" : "Esperada", _publicada ?? 0);
            if (_duplicadas.Find(d => !vuelve || d > perdida) is > 0 and var otra)
            {
                _duplicadas.Remove(otra);
                (Estado, _imagen) = ("EnCola", otra);
            }
        }
    }
}
