using FsCheck;
using FsCheck.Fluent;
using Prep.Dominio.Sitios;

namespace Prep.Dominio.Tests.Sitios;

public sealed class ReglasDeSitioTests
{
    private static readonly DateTimeOffset Ahora = new(2024, 6, 3, 2, 0, 0, TimeSpan.Zero);

    private static readonly HechoDeSitio[] Apertura = [.. ListaDeComprobacion.Apertura.Select(p => new HechoDeSitio.PuntoRevisado(MomentoDeLista.Apertura, p.Clave, RespuestaDeLista.Si))];
    private static readonly HechoDeSitio[] Cierre = [.. ListaDeComprobacion.Cierre.Select(p => new HechoDeSitio.PuntoRevisado(MomentoDeLista.Cierre, p.Clave, RespuestaDeLista.Si))];
    private static readonly HechoDeSitio Abrir = new HechoDeSitio.Apertura();
    private static readonly HechoDeSitio Cerrar = new HechoDeSitio.Cierre();

    /// <summary>What came before, what is tried, and the answer.</summary>
    public static TheoryData<string, HechoDeSitio[], HechoDeSitio, string> Casos => new()
    {
        { "abrir sin lista", [], Abrir, "faltan_puntos" },
        { "abrir con un punto menos", Apertura[1..], Abrir, "faltan_puntos" },
        { "abrir con la lista entera", Apertura, Abrir, "" },
        { "abrir dos veces", [.. Apertura, Abrir], Abrir, "ya_abierto" },
        { "un punto que no existe", [], new HechoDeSitio.PuntoRevisado(MomentoDeLista.Apertura, "otro", RespuestaDeLista.Si), "punto_desconocido" },
        { "un no sin decir por qué", [], new HechoDeSitio.PuntoRevisado(MomentoDeLista.Apertura, "energia", RespuestaDeLista.No), "falta_texto" },
        { "un no con su razón", [], new HechoDeSitio.PuntoRevisado(MomentoDeLista.Apertura, "energia", RespuestaDeLista.No, "llega a las 18:30"), "" },
        { "incidente antes de abrir", [], new HechoDeSitio.IncidenteAbierto(CategoriaDeIncidente.Energia, "no hay luz"), "" },
        { "incidente sin decir qué", [], new HechoDeSitio.IncidenteAbierto(CategoriaDeIncidente.Energia, " "), "falta_texto" },
        { "texto enorme", [], new HechoDeSitio.IncidenteAbierto(CategoriaDeIncidente.Energia, new string('x', ReglasDeSitio.LargoDeTexto + 1)), "texto_largo" },
        { "acción de un incidente que no hay", [], new HechoDeSitio.AccionTomada(4, "se llamó"), "incidente_desconocido" },
        { "acción sobre un número que no es de incidente", [Apertura[0]], new HechoDeSitio.AccionTomada(1, "se llamó"), "incidente_desconocido" },
        { "respuesta a un incidente abierto", [Incidente], new HechoDeSitio.RespuestaDelCentro(1, "va un técnico"), "" },
        { "acción sobre uno cerrado", [Incidente, new HechoDeSitio.IncidenteCerrado(1, "volvió")], new HechoDeSitio.AccionTomada(1, "más"), "incidente_cerrado" },
        { "sellar sin abrir", [], new HechoDeSitio.Sello("evacuación"), "no_esta_abierto" },
        { "sellar abierto", [.. Apertura, Abrir], new HechoDeSitio.Sello("evacuación"), "" },
        { "trasladar sin decir a dónde", [.. Apertura, Abrir], new HechoDeSitio.Traslado(" ", "evacuación"), "falta_texto" },
        { "reabrir lo que no está sellado", [.. Apertura, Abrir], new HechoDeSitio.Reapertura(3, "coincide"), "no_esta_sellado" },
        { "reabrir sin contar", [.. Apertura, Abrir, new HechoDeSitio.Sello("x")], new HechoDeSitio.Reapertura(-1, "coincide"), "conteo_negativo" },
        { "reabrir", [.. Apertura, Abrir, new HechoDeSitio.Sello("x"), new HechoDeSitio.Traslado("Escuela", "x")], new HechoDeSitio.Reapertura(0, "coincide"), "" },
        { "cerrar sin abrir", Cierre, Cerrar, "no_esta_abierto" },
        { "cerrar sin lista", [.. Apertura, Abrir], Cerrar, "faltan_puntos" },
        { "cerrar con incidente abierto", [Incidente, .. Apertura, Abrir, .. Cierre], Cerrar, "incidentes_abiertos" },
        { "cerrar", [.. Apertura, Abrir, .. Cierre], Cerrar, "" },
        { "incidente tras cerrar", [.. Apertura, Abrir, .. Cierre, Cerrar], Incidente, "sitio_cerrado" },
        { "observación tras cerrar", [.. Apertura, Abrir, .. Cierre, Cerrar], new HechoDeSitio.Observacion("todo bien"), "" },
        { "atender lo que no se observó", [], new HechoDeSitio.ObservacionAtendida(1, "hecho"), "observacion_desconocida" },
        { "atender dos veces", [new HechoDeSitio.Observacion("falta luz"), new HechoDeSitio.ObservacionAtendida(1, "hecho")], new HechoDeSitio.ObservacionAtendida(1, "hecho"), "observacion_atendida" },
    };

    private static HechoDeSitio Incidente => new HechoDeSitio.IncidenteAbierto(CategoriaDeIncidente.Energia, "no hay luz");

    [Theory, Trait("Regla", "S-01"), MemberData(nameof(Casos))]
    public void La_bitacora_admite_o_dice_por_que_no(string caso, HechoDeSitio[] antes, HechoDeSitio hecho, string codigo)
    {
        var admitido = ReglasDeSitio.Admitir(EstadoDeSitio.De(Bitacora(antes)), hecho, Ahora, Ahora, papelPendiente: 0);

        Assert.True((admitido.IsOk ? "" : admitido.Rechazo.Codigo) == codigo, $"{caso}: {(admitido.IsOk ? "admitido" : admitido.Rechazo.Mensaje)}");
    }

    [Fact, Trait("Regla", "S-01")]
    public void No_se_cierra_con_papel_fuera_de_su_paquete()
    {
        var abierto = EstadoDeSitio.De(Bitacora([.. Apertura, Abrir, .. Cierre]));

        Assert.Equal("papel_pendiente", ReglasDeSitio.Admitir(abierto, Cerrar, Ahora, Ahora, papelPendiente: 2).Rechazo.Codigo);
    }

    [Fact, Trait("Regla", "S-01")]
    public void Lo_declarado_no_es_del_futuro() =>
        Assert.Equal("en_el_futuro", ReglasDeSitio.Admitir(EstadoDeSitio.Nuevo, Incidente, Ahora.AddSeconds(1), Ahora, 0).Rechazo.Codigo);

    /// <summary>Any night: what the rules admit never leaves an open incident behind a closed door, and every incident has its entries in order.</summary>
    [Fact, Trait("Regla", "S-01")]
    public void Ninguna_noche_cierra_con_incidentes_abiertos() => Prop.ForAll(
        Gen.Elements<HechoDeSitio>([.. Apertura, Abrir, .. Cierre, Cerrar, Incidente, new HechoDeSitio.IncidenteCerrado(1, "fin"), new HechoDeSitio.AccionTomada(2, "x"), new HechoDeSitio.Sello("x"), new HechoDeSitio.Reapertura(1, "x")])
            .ListOf().ToArbitrary(),
        hechos =>
        {
            List<SucesoDeSitio> bitacora = [];
            foreach (var hecho in hechos)
            {
                if (ReglasDeSitio.Admitir(EstadoDeSitio.De(bitacora), hecho, Ahora, Ahora, 0).IsOk)
                {
                    bitacora.Add(new(bitacora.Count + 1, hecho, "ana", "COORDINADOR_CATD", Ahora, Ahora));
                }
            }

            var estado = EstadoDeSitio.De(bitacora);
            return (estado.Situacion != SituacionDeSitio.Cerrado || estado.Incidentes.All(i => !i.Abierto))
                && estado.Incidentes.All(i => i.Sucesos[0].Numero == i.Numero && i.Sucesos.Zip(i.Sucesos.Skip(1)).All(p => p.First.Numero < p.Second.Numero));
        }).QuickCheckThrowOnFailure();

    private static IEnumerable<SucesoDeSitio> Bitacora(IEnumerable<HechoDeSitio> hechos) =>
        hechos.Select((h, i) => new SucesoDeSitio(i + 1, h, "ana", "COORDINADOR_CATD", Ahora, Ahora));
}
