using System.Collections.Immutable;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Documentos;

/// <summary>The documents of a programme.</summary>
public sealed record DocumentosDelPrograma(ImmutableSortedDictionary<int, Documento> Todos)
{
    public static readonly DocumentosDelPrograma Vacio = new(ImmutableSortedDictionary<int, Documento>.Empty);

    public IEnumerable<Documento> De(Asunto asunto) => Todos.Values.Where(d => d.Asunto == asunto);

    public DocumentosDelPrograma Con(Asiento a) => a.Suceso switch
    {
        DocumentoEntregado s => new(Todos.Add(a.Numero, new(a.Numero, s.Asunto, [new(1, s.Titulo, s.Archivo, s.Bytes, s.Sha256, s.Clase, s.Reservado, s.MotivoDeReserva, a.En, a.Persona)]))),
        DocumentoSustituido s => Cambiar(s.Numero, d => d with { Versiones = d.Versiones.Add(new(d.Versiones.Count + 1, s.Titulo, s.Archivo, s.Bytes, s.Sha256, s.Clase, s.Reservado, s.MotivoDeReserva, a.En, a.Persona)) }),
        DocumentoAprobado s => CambiarVersion(s.Numero, s.Version, v => v with { Aprobacion = s.Aprobacion }),
        DocumentoFirmado s => CambiarVersion(s.Numero, s.Version, v => v with { Firmas = v.Firmas.Add(new(s.Persona, a.En, a.Persona)) }),
        ReservaDeDocumento s => CambiarVersion(s.Numero, s.Version, v => v with { Reservado = s.Reservado, MotivoDeReserva = s.Motivo }),
        _ => this,
    };

    private DocumentosDelPrograma Cambiar(int numero, Func<Documento, Documento> cambio) => new(Todos.SetItem(numero, cambio(Todos[numero])));

    private DocumentosDelPrograma CambiarVersion(int numero, int version, Func<VersionDeDocumento, VersionDeDocumento> cambio) =>
        Cambiar(numero, d => d with { Versiones = d.Versiones.SetItem(version - 1, cambio(d.Versiones[version - 1])) });
}
