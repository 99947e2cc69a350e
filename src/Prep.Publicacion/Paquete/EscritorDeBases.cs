using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Formatos;

namespace Prep.Publicacion.Paquete;

/// <summary>How the databases of one election are named and written: the layout, seen from the package.</summary>
public sealed record EscritorDeBases
{
    /// <summary>The official layouts, with the names of spec §6.1. A repetición of a file with other names changes them with <c>with</c>.</summary>
    public static EscritorDeBases De(Formato formato) => new()
    {
        NombreDeBase = NombresDeArchivo.BaseDeDatos,
        NombreDeCandidaturas = NombresDeArchivo.Candidaturas,
        Base = (corte, eleccion, resultados, flujo) => Formatos.BaseDeDatos.Escribir(formato, corte, eleccion, resultados, flujo),
        Candidaturas = (proceso, eleccion, flujo) => ArchivoDeCandidaturas.Escribir(formato, proceso, eleccion, flujo),
        Leeme = (corte, eleccion, archivos, flujo) => Formatos.Leeme.Escribir(formato, corte, eleccion, archivos, flujo),
    };

    /// <summary><c>OAX_GUB_2022.csv</c>.</summary>
    public required Func<Proceso, Eleccion, string> NombreDeBase { get; init; }

    /// <summary><c>OAX_GUB_CANDIDATURAS_2022.csv</c>.</summary>
    public required Func<Proceso, Eleccion, string> NombreDeCandidaturas { get; init; }

    public required Action<Corte, CorteDeEleccion, Resultados, Stream> Base { get; init; }

    public required Action<Proceso, Eleccion, Stream> Candidaturas { get; init; }

    /// <summary>The LEEME, given the other files of its folder with their SHA-256.</summary>
    public required Action<Corte, CorteDeEleccion, IReadOnlyList<(string Archivo, string Sha256)>, Stream> Leeme { get; init; }
}
