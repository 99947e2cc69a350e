using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;
using Prep.Publicacion.Comprobacion;

namespace Prep.Publicacion.Formatos;

/// <summary>First pass over a file: its expected actas, its areas and what its rows say of boletas and limits.</summary>
internal sealed class FilasDelCatalogo
{
    private readonly Dictionary<(EleccionId, string), int> _veces = [];
    private readonly List<(ActaEsperada Acta, int? Representantes)> _actas = [];

    private FilasDelCatalogo(ClaveDeArea claves) => Claves = claves;

    public ClaveDeArea Claves { get; }

    public Dictionary<AreaId, AreaInferida> Areas { get; } = [];

    public IReadOnlyList<ActaEsperada> Actas { get; private set; } = [];

    public LimitesObservados Limites { get; } = new();

    public List<Hallazgo> Avisos { get; } = [];

    public bool GuionEsAusente { get; private set; }

    /// <summary>Set while no row can be told from the others: where the first one is.</summary>
    public Hallazgo? SinNingunaClave { get; private set; }

    public TipoDeArea TipoDeArea => Claves.Tipo;

    public static FilasDelCatalogo Leer(ArchivoOficial archivo, IdentidadDeArchivo identidad)
    {
        var catalogo = new FilasDelCatalogo(new(archivo.Esquema, identidad.Tipo, identidad.Nacional));
        var filas = new LectorDeFilas(archivo);
        while (filas.Avanzar())
        {
            if (filas.Estado == LectorDeFilas.Forma.Bien && filas.Clase != ClaseDeHecho.FueraDeCatalogo)
            {
                catalogo.Agregar(archivo, identidad, filas);
            }
        }

        var limite = catalogo.Limites.Sentido == SentidoDeRepresentantes.ElLimite;
        catalogo.Actas = [.. catalogo._actas.Select(a => limite && a.Representantes is { } r ? a.Acta with { Casilla = SinElLimite(a.Acta.Casilla, r) } : a.Acta)];
        return catalogo;
    }

    private static Casilla SinElLimite(Casilla casilla, int representantes)
    {
        var propio = representantes - (casilla.Tipo == TipoDeCasilla.Especial ? AjustesDeEleccion.PorOmision.BoletasDeEspecial : casilla.ListaNominal ?? representantes);
        return casilla with { Representantes = propio >= 0 ? propio : null };
    }

    private void Agregar(ArchivoOficial archivo, IdentidadDeArchivo identidad, LectorDeFilas fila)
    {
        var area = Claves.De(fila);
        if (!Areas.TryGetValue(area, out var inferida))
        {
            Areas[area] = inferida = new(Claves.NombreDe(fila, area), archivo.Esquema.Boleta.Count);
        }

        inferida.Ver(fila);
        GuionEsAusente |= fila.Clase == ClaseDeHecho.Capturada && fila.Votos.Numeros > 0 && fila.Votos.Valores.Contains(Celda.Guion);
        var casilla = LeerCasilla(fila);
        var clave = fila.ClaveActa();
        SinNingunaClave = fila.TieneClave() ? null : _actas.Count == 0 ? SinClave(fila) : SinNingunaClave;
        var veces = _veces[(identidad.Eleccion, clave)] = _veces.GetValueOrDefault((identidad.Eleccion, clave)) + 1;
        if (veces > 1)
        {
            Avisos.Add(fila.Hallazgo("clave_repetida", Columna.ClaveActa, clave, $"{clave}~{veces}",
                $"La clave {clave} se repite: se conserva como acta aparte, {clave}~{veces}. Revise el catálogo de casillas."));
        }

        if (casilla.ListaNominal is null)
        {
            Avisos.Add(fila.Hallazgo("sin_lista_nominal", Columna.ListaNominal, fila.Texto(Columna.ListaNominal), "",
                $"La casilla {casilla.Clave} no tiene lista nominal: no se le aplica el límite."));
        }

        var tipoActa = fila.Texto(Columna.TipoActa) is var t && t.Length == 0 && clave.StartsWith(casilla.Clave, StringComparison.Ordinal) ? clave[casilla.Clave.Length..] : t;
        var traslado = fila.Texto(Columna.Mecanismos) is var m && Palabras.EsNada(fila.Celda(Columna.Mecanismos)) ? "" : m;
        _actas.Add((new(new(identidad.Eleccion, area, clave, veces), casilla, tipoActa, PrincipioDe(tipoActa), traslado), casilla.Representantes));
        VerLimites(fila, casilla);
    }

    private static Hallazgo SinClave(LectorDeFilas fila) => fila.Hallazgo("sin_claves", Columna.ClaveActa, fila.Texto(Columna.ClaveActa), "",
        $"CLAVE_ACTA y CLAVE_CASILLA no identifican ninguna acta («{fila.Texto(Columna.ClaveActa)}») y falta SECCION para formarlas. Vuelva a descargar el archivo, o impórtelo con esas columnas como texto si pasó por una hoja de cálculo.");

    private Casilla LeerCasilla(LectorDeFilas fila)
    {
        var clave = fila.ClaveCasilla();
        if (!TiposDeCasilla.TryParse(fila.Texto(Columna.TipoCasilla), out var tipo) && !(clave.Length > 6 && TiposDeCasilla.TryParse(clave[6..7], out tipo)))
        {
            Avisos.Add(fila.Hallazgo("tipo_desconocido", Columna.TipoCasilla, fila.Texto(Columna.TipoCasilla), "B",
                "Tipo de casilla desconocido: se toma como básica. Los tipos son B, C, E, S, A, P, M, U."));
            tipo = TipoDeCasilla.Basica;
        }

        var lista = fila.Celda(Columna.ListaNominal) is var l && Celda.Leer(l) is >= 0 and var ln ? ln : tipo == TipoDeCasilla.Especial ? 0 : (int?)null;
        var representantes = Celda.Leer(fila.Celda(Columna.Representantes)) is >= 0 and var r && !tipo.EsMesaEspecial() ? r : (int?)null;
        var ubicacion = Celda.Leer(fila.Celda(Columna.Ubicacion)) is >= 1 and <= 2 and var u ? (Ubicacion)u : Ubicacion.Desconocida;
        return new(clave, fila.Digitos(Columna.Seccion, 4), tipo, fila.Digitos(Columna.IdCasilla, 2), fila.Digitos(Columna.ExtContigua, 2),
            ubicacion, Claves.MunicipioDe(fila), lista, representantes);
    }

    private void VerLimites(LectorDeFilas fila, Casilla casilla)
    {
        if (casilla is { ListaNominal: { } lista, Representantes: { } representantes })
        {
            Limites.Ver(casilla.Tipo, lista, representantes);
        }

        if (fila.Clase == ClaseDeHecho.Capturada && fila.Votos.Numeros > 0 && fila.Contabilizada is not null)
        {
            Limites.Juzgar(casilla.Tipo, casilla.ListaNominal, casilla.Representantes, Math.Max(0, Celda.Leer(fila.Celda(Columna.RepresentantesVotaron))),
                fila.Votos.Suma, fila.Observacion.Observacion.HasFlag(Observacion.ExcedeListaNominal));
        }
    }

    private static Principio PrincipioDe(string tipoActa) => tipoActa.ToUpperInvariant() switch
    {
        var t when t.EndsWith("MR", StringComparison.Ordinal) => Principio.MayoriaRelativa,
        var t when t.EndsWith("RP", StringComparison.Ordinal) => Principio.RepresentacionProporcional,
        _ => Principio.Ambos,
    };
}
