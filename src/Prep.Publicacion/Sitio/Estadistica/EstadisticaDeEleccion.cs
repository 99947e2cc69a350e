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
    public FilaDeEstadistica Total => new("Total", Filas.Sum(f => f.Esperadas), Filas.Sum(f => f.Capturadas), Filas.Sum(f => f.Contabilizadas), Filas.Sum(f => f.Votos));
}

/// <summary>Where the actas come from and why some do not count.</summary>
/// <param name="Razones">Reasons of the actas not counted, sin acta among them; they add up to ACTAS_NO_CONTABILIZADAS.</param>
public sealed record EstadisticaDeEleccion(IReadOnlyList<TablaDeEstadistica> Tablas, IReadOnlyList<(string Razon, int Actas)> Razones)
{
    private const string SinCapturar = "Por capturar";
    private const string SinDecir = "No se dice";

    // First that holds: an acta that exceeds its limit and has an illegible field is not counted because it exceeds.
    private static readonly Observacion[] Orden =
    [
        Observacion.ExcedeListaNominal, Observacion.TodosIlegibles, Observacion.TodosVacios, Observacion.TodosIlegiblesOVacios,
        Observacion.SinActaPaqueteNoEntregado, Observacion.SinActaCasillaNoInstalada, Observacion.SinActaPaqueteSinBolsa,
    ];

    public static EstadisticaDeEleccion De(CorteDeEleccion corte)
    {
        var actas = corte.Eleccion.Actas.Select((a, i) => (Acta: a, Registro: corte.Registros[i])).ToList();
        var razones = actas.Select(p => p.Registro).OfType<RegistroDeActa>().Where(r => r.Conteo.Contabilizada != Contabilizada.Si).CountBy(Razon).ToDictionary();
        return new(
            [
                Tabla("Por ubicación de la casilla", "Ubicación", p => p.Acta.Casilla.Ubicacion switch
                {
                    Ubicacion.Urbana => "Urbana",
                    Ubicacion.NoUrbana => "No urbana",
                    _ => SinDecir,
                }),
                Tabla("Por tipo de casilla", "Tipo", p => p.Acta.Casilla.Tipo switch
                {
                    TipoDeCasilla.Basica => "Básica",
                    TipoDeCasilla.Contigua => "Contigua",
                    TipoDeCasilla.Extraordinaria => "Extraordinaria",
                    TipoDeCasilla.Especial => "Especial",
                    TipoDeCasilla.UrnaElectronica => "Urna electrónica",
                    _ => "Mesa especial (anticipado, prisión preventiva, extranjero)",
                }),
                Tabla("Por lugar donde se hizo la imagen", "Origen", p => DeImagen(p.Registro, i => i.Origen switch { Origen.Casilla => "En la casilla", Origen.Catd => "En el CATD", _ => SinDecir })),
                Tabla("Por medio con que se hizo la imagen", "Medio", p => DeImagen(p.Registro, i => i.Medio switch
                {
                    Medio.Movil => "Teléfono",
                    Medio.Escaner => "Escáner",
                    Medio.UrnaElectronica => "Urna electrónica",
                    _ => SinDecir,
                })),
                Tabla("Por documento", "Documento", p => p.Registro switch
                {
                    null => SinCapturar,
                    { Contenido: Contenido.SinActa } => "Sin acta",
                    { Documento.Length: > 0 } r => r.Documento,
                    _ => SinDecir,
                }),
            ],
            [.. razones.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => (r.Key, r.Value))]);

        TablaDeEstadistica Tabla(string titulo, string columna, Func<(ActaEsperada Acta, RegistroDeActa? Registro), string> clase) => new(titulo, columna,
        [
            .. actas.GroupBy(clase)
                .Select(g => new FilaDeEstadistica(g.Key, g.Count(), g.Count(p => p.Registro is not null), g.Count(p => Cuenta(p.Registro)), g.Sum(p => Cuenta(p.Registro) ? p.Registro!.Datos?.TotalCalculado ?? 0L : 0L)))
                .OrderBy(f => f.Nombre == SinCapturar).ThenByDescending(f => f.Esperadas).ThenBy(f => f.Nombre, StringComparer.Ordinal),
        ]);
    }

    private static bool Cuenta(RegistroDeActa? registro) => registro?.Conteo.Contabilizada == Contabilizada.Si;

    private static string DeImagen(RegistroDeActa? registro, Func<ImagenDeActa, string> clase) => registro switch
    {
        null => SinCapturar,
        { Imagen: { } imagen } => clase(imagen),
        { Contenido: Contenido.SinActa } => "Sin acta",
        _ => "Sin imagen",
    };

    private static string Razon(RegistroDeActa registro) =>
        Orden.FirstOrDefault(o => registro.Conteo.Observacion.HasFlag(o)) is var primera && primera != Observacion.Ninguna ? Observado.De(primera)[0].Nombre : "Otra razón";
}
