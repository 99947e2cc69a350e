using System.Collections.Immutable;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Informes;

/// <summary>What people wrote in the reports; the rest of them is worked out from the data.</summary>
public sealed record InformesDelPrograma(ImmutableDictionary<(string Informe, string Seccion), string> Textos)
{
    public static readonly InformesDelPrograma Vacio = new(ImmutableDictionary<(string, string), string>.Empty);

    public string Texto(ClaveDeInforme informe, string seccion) => Textos.GetValueOrDefault(($"{informe}", seccion), "");

    /// <summary>What must still be written before it is issued.</summary>
    public IEnumerable<SeccionDeInforme> Faltan(ClaveDeInforme informe) => informe.Secciones.Where(s => s.Obligatoria && Texto(informe, s.Clave).Length == 0);

    /// <summary>What was issued of it, with its versions; null while nothing was.</summary>
    public static Documento? Emitido(Programa programa, ClaveDeInforme informe) => programa.Documentos.De(informe.Asunto).FirstOrDefault(d => d.Vigente.Clase == ClaseDeDocumento.Informe);

    public InformesDelPrograma Con(Asiento a) => a.Suceso is InformeEscrito s ? this with { Textos = Textos.SetItem((s.Informe, s.Seccion), s.Texto) } : this;
}
