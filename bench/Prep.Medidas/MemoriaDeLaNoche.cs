using Prep.Datos;
using Prep.Datos.Cortes;
using Prep.Dominio.Cortes;

namespace Prep.Medidas;

/// <summary>
/// Live memory of a night, looked at while nobody works: before each corte and at the end. What the program must keep is one record per
/// published acta; that is weighed apart, by making the last corte again alone, and taken away. What remains must be flat.
/// </summary>
public sealed class MemoriaDeLaNoche
{
    private readonly List<(double Viva, double Residente)> _vistas = [];
    private readonly List<int> _publicadas = [0];
    private double _megasDelCorte;

    /// <summary>MB that something still refers to.</summary>
    public static double Viva()
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true) / 1e6;
    }

    public void Mirar() => _vistas.Add((Viva(), Environment.WorkingSet / 1e6));

    /// <summary>How many actas each corte carried, and what the last one weighs alone.</summary>
    public async Task ExplicarAsync(Almacen almacen, IReadOnlyList<CorteId> cortes, CancellationToken ct)
    {
        foreach (var id in cortes)
        {
            var antes = Viva();
            var corte = await new LectorDeCorte(almacen).RehacerAsync(id, ct);
            _megasDelCorte = Viva() - antes;
            _publicadas.Add(corte!.Elecciones.Sum(e => e.Registros.Count(r => r is not null) + e.FueraDeCatalogo.Count));
        }
    }

    public IEnumerable<Toma> Tomas()
    {
        for (var i = 0; i < _vistas.Count; i++)
        {
            yield return Toma.Aparte($"viva_tras_{i}_cortes", _vistas[i].Viva, "MB", _vistas[i].Residente, $"residente; {_publicadas[i]:N0} actas publicadas");
        }

        // From the third corte on everything that is made once has been made. Pooled buffers come and go inside the live heap.
        const int desde = 3;
        var porActa = _megasDelCorte / _publicadas[^1];
        var sinExplicar = _vistas.Select((v, i) => v.Viva - (porActa * _publicadas[i])).Skip(desde).ToList();
        yield return Toma.AloMas("crecimiento_residente", _vistas[^1].Residente - _vistas[0].Residente, "MB", 100);
        yield return Toma.Aparte("por_acta", porActa * 1e3, "KB", 1, "uno; lo que pesa un corte solo, entre sus actas");
        yield return Toma.Aparte("sin_explicar_al_final", sinExplicar[^1] - sinExplicar[0], "MB", sinExplicar.Max() - sinExplicar[0], "lo más en algún corte, desde el tercero");
    }
}
