using System.Collections.Concurrent;

namespace Prep.Servicios;

/// <summary>What the site has read, up to a bound of bytes: past it, what was not asked for again since the last turn leaves first.</summary>
/// <remarks>A hit takes no lock. Each entry weighs a little besides its bytes, so that many small ones are bounded too.</remarks>
public sealed class MemoriaDeSitio(long maximo)
{
    private const int PesoPropio = 1024;

    private readonly ConcurrentDictionary<ClaveDeCuerpo, Cuerpo> _cuerpos = new();
    private readonly Queue<ClaveDeCuerpo> _turnos = new();
    private readonly Lock _candado = new();
    private long _ocupado;

    public long Ocupado => Interlocked.Read(ref _ocupado);

    public Cuerpo? Buscar(ClaveDeCuerpo clave)
    {
        if (!_cuerpos.TryGetValue(clave, out var cuerpo))
        {
            return null;
        }

        if (!cuerpo.Usado)
        {
            cuerpo.Usado = true;
        }

        return cuerpo;
    }

    public void Guardar(ClaveDeCuerpo clave, Cuerpo cuerpo)
    {
        var peso = Peso(clave, cuerpo);
        lock (_candado)
        {
            if (_cuerpos.TryGetValue(clave, out var anterior))
            {
                _ocupado -= Peso(clave, anterior);
            }
            else
            {
                _turnos.Enqueue(clave);
            }

            _cuerpos[clave] = cuerpo;
            _ocupado += peso;
            while (_ocupado > maximo && _turnos.TryDequeue(out var candidata))
            {
                var visto = _cuerpos[candidata];
                if (visto.Usado)
                {
                    visto.Usado = false;
                    _turnos.Enqueue(candidata);
                }
                else if (_cuerpos.TryRemove(candidata, out _))
                {
                    _ocupado -= Peso(candidata, visto);
                }
            }
        }
    }

    private static long Peso(ClaveDeCuerpo clave, Cuerpo cuerpo) => cuerpo.Bytes.Length + (2 * clave.Ruta.Length) + PesoPropio;
}

/// <summary>How a body travels.</summary>
public enum Forma : byte
{
    Plana,
    Gzip,
    Brotli,
}

/// <summary>A path as it was asked for, without its query, in the form that the reader understands.</summary>
public readonly record struct ClaveDeCuerpo(string Ruta, Forma Forma);

/// <summary>What is said of a body in its headers.</summary>
/// <param name="Vida">Its <c>Cache-Control</c>.</param>
public sealed record Descripcion(string Tipo, Forma Forma, bool Comprimible, string Etiqueta, DateTimeOffset Modificado, string Vida)
{
    public string ModificadoEnTexto { get; } = Modificado.ToString("r", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A file of the publication in memory.</summary>
/// <param name="Fuente">The file that must still be the same for these bytes to stand; <c>null</c> for what never changes.</param>
public sealed record Cuerpo(Descripcion Descripcion, byte[] Bytes, Fuente? Fuente)
{
    public bool Usado { get; set; }

    public bool Vigente => Fuente is null || Fuente.SigueIgual();
}

/// <summary>A file as it was when it was read.</summary>
public sealed record Fuente(string Archivo, DateTime Modificado, long Largo)
{
    public bool SigueIgual()
    {
        var ahora = new FileInfo(Archivo);
        return ahora.Exists && ahora.LastWriteTimeUtc == Modificado && ahora.Length == Largo;
    }
}
