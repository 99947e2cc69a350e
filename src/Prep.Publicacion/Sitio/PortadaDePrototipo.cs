using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Formatos;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio.Paginas;

namespace Prep.Publicacion.Sitio;

/// <summary>One of the two sites of a prototype.</summary>
/// <param name="Carpeta">Beside the front page.</param>
/// <param name="Corte">Its last one.</param>
public sealed record CopiaDePrototipo(string Carpeta, CorteId Corte);

/// <summary>A page that whoever reviews can cite by its number.</summary>
/// <param name="EnCeros">From the front page; empty when that copy has none.</param>
/// <param name="ConDatos">The same in the other copy.</param>
public sealed record PaginaPorRevisar(int Numero, string Titulo, string EnCeros, string ConDatos);

/// <param name="Titulo">Empty for those of the whole process.</param>
public sealed record PaginasPorRevisar(string Titulo, IReadOnlyList<PaginaPorRevisar> Paginas);

/// <summary>What a prototype shows first to who must approve it: its two copies, its pages by number, how to comment on them, the format of the databases.</summary>
public sealed record PortadaDePrototipo(ContextoDeSitio Contexto, EscritorDeBases Bases, CopiaDePrototipo EnCeros, CopiaDePrototipo ConDatos, IReadOnlyList<PaginasPorRevisar> Paginas)
{
    public const string Observaciones = "observaciones.csv";

    /// <summary>The only page outside a publication: it borrows the style of the first copy.</summary>
    public async Task<byte[]> DibujarAsync() => (await Dibujo.PaginaAsync<PrototipoPagina>(new(Contexto, Rutas.Raiz, Contexto.Idioma["prototipo.titulo"], ConAvance: false) { Datos = "" }, ("Portada", this))).Bytes;

    /// <summary>Files of the databases of an election in a copy, from the front page: table, candidaturas, LEEME.</summary>
    public IReadOnlyList<string> BasesDe(CopiaDePrototipo copia, Eleccion eleccion)
    {
        var proceso = Contexto.Corte.Proceso;
        var lugar = $"{copia.Carpeta}/{Rutas.DelCorte(copia.Corte, RutasDePaquete.BaseDeDatos)}/{copia.Corte}_PREP_{eleccion.CodigoDeArchivo}_{proceso.Entidad.Abreviatura}/";
        return [lugar + Bases.NombreDeBase(proceso, eleccion), lugar + Bases.NombreDeCandidaturas(proceso, eleccion), lugar + "LEEME.txt"];
    }

    internal IReadOnlyList<(string Nombre, string Significado)> Columnas(Eleccion eleccion) =>
        [.. Leeme.Columnas(Formato.Buscar(Contexto.Corte.Proceso.Formato).Value, eleccion)];
}
