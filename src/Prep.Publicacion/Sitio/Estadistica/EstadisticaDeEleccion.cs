using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio.Textos;

namespace Prep.Publicacion.Sitio.Estadistica;

/// <summary>One kind of acta inside a table.</summary>
/// <param name="Votos">Of the counted ones.</param>
public sealed record FilaDeEstadistica(string Nombre, int Esperadas, int Capturadas, int Contabilizadas, long Votos)
{
    public int NoContabilizadas => Capturadas - Contabilizadas;
}

/// <summary>A way of dividing the actas: each expected acta falls in one row and only one, so that every column adds up to the figure of the corte.</summary>
public sealed record TablaDeEstadistica(string Titulo, string Columna, IReadOnlyList<FilaDeEstadistica> Filas)
{
    public FilaDeEstadistica Total => new("", Filas.Sum(f => f.Esperadas), Filas.Sum(f => f.Capturadas), Filas.Sum(f => f.Contabilizadas), Filas.Sum(f => f.Votos));
}

/// <summary>Where the actas come from and why some do not count.</summary>
/// <param name="Razones">Reasons of the actas not counted, sin acta among them; they add up to ACTAS_NO_CONTABILIZADAS.</param>
public sealed record EstadisticaDeEleccion(IReadOnlyList<TablaDeEstadistica> Tablas, IReadOnlyList<(string Razon, int Actas)> Razones)
{
    // First that holds: an acta that exceeds its limit and has an illegible field is not counted because it exceeds.
    private static readonly Observacion[] Orden =
    [
        Observacion.ExcedeListaNominal, Observacion.TodosIlegibles, Observacion.TodosVacios, Observacion.TodosIlegiblesOVacios,
        Observacion.SinActaPaqueteNoEntregado, Observacion.SinActaCasillaNoInstalada, Observacion.SinActaPaqueteSinBolsa,
    ];

    public static EstadisticaDeEleccion De(Idioma t, CorteDeEleccion corte)
    {
        var (sinCapturar, sinDecir) = (t["estadistica.sinCapturar"], t["estadistica.sinDecir"]);
        var actas = corte.Eleccion.Actas.Select((a, i) => (Acta: a, Registro: corte.Registros[i])).ToList();
        var razones = actas.Select(p => p.Registro).OfType<RegistroDeActa>().Where(r => r.Conteo.Contabilizada != Contabilizada.Si).CountBy(r => Razon(t, r)).ToDictionary();
        return new(
            [
                Tabla("ubicacion", p => p.Acta.Casilla.Ubicacion switch
                {
                    Ubicacion.Urbana => t["estadistica.ubicacion.urbana"],
                    Ubicacion.NoUrbana => t["estadistica.ubicacion.noUrbana"],
                    _ => sinDecir,
                }),
                Tabla("tipo", p => p.Acta.Casilla.Tipo switch
                {
                    TipoDeCasilla.Basica => t["casilla.basica"],
                    TipoDeCasilla.Contigua => t["casilla.contigua"],
                    TipoDeCasilla.Extraordinaria => t["casilla.extraordinaria"],
                    TipoDeCasilla.Especial => t["casilla.especial"],
                    TipoDeCasilla.UrnaElectronica => t["casilla.urnaElectronica"],
                    _ => t["estadistica.tipo.mesa"],
                }),
                Tabla("origen", p => DeImagen(t, p.Registro, i => i.Origen switch { Origen.Casilla => t["estadistica.origen.casilla"], Origen.Catd => t["estadistica.origen.catd"], _ => sinDecir })),
                Tabla("medio", p => DeImagen(t, p.Registro, i => i.Medio switch
                {
                    Medio.Movil => t["estadistica.medio.telefono"],
                    Medio.Escaner => t["estadistica.medio.escaner"],
                    Medio.UrnaElectronica => t["casilla.urnaElectronica"],
                    _ => sinDecir,
                })),
                Tabla("documento", p => p.Registro switch
                {
                    null => sinCapturar,
                    { Contenido: Contenido.SinActa } => t["sinActa.titulo"],
                    { Documento.Length: > 0 } r => r.Documento,
                    _ => sinDecir,
                }),
            ],
            [.. razones.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => (r.Key, r.Value))]);

        TablaDeEstadistica Tabla(string clave, Func<(ActaEsperada Acta, RegistroDeActa? Registro), string> clase) => new(t[$"estadistica.{clave}.titulo"], t[$"estadistica.{clave}.columna"],
        [
            .. actas.GroupBy(clase)
                .Select(g => new FilaDeEstadistica(g.Key, g.Count(), g.Count(p => p.Registro is not null), g.Count(p => Cuenta(p.Registro)), g.Sum(p => Cuenta(p.Registro) ? p.Registro!.Datos?.TotalCalculado ?? 0L : 0L)))
                .OrderBy(f => f.Nombre == sinCapturar).ThenByDescending(f => f.Esperadas).ThenBy(f => f.Nombre, StringComparer.Ordinal),
        ]);
    }

    private static bool Cuenta(RegistroDeActa? registro) => registro?.Conteo.Contabilizada == Contabilizada.Si;

    private static string DeImagen(Idioma t, RegistroDeActa? registro, Func<ImagenDeActa, string> clase) => registro switch
    {
        null => t["estadistica.sinCapturar"],
        { Imagen: { } imagen } => clase(imagen),
        { Contenido: Contenido.SinActa } => t["sinActa.titulo"],
        _ => t["estadistica.sinImagen"],
    };

    private static string Razon(Idioma t, RegistroDeActa registro) =>
        Orden.FirstOrDefault(o => registro.Conteo.Observacion.HasFlag(o)) is var primera && primera != Observacion.Ninguna ? Observado.De(primera)[0].Nombre(t) : t["estadistica.otraRazon"];
}
