using System.Globalization;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Operacion.Preparacion.Carpeta;
using Prep.Simulador.Noches;

namespace Prep.Medidas;

/// <summary>The two elections of <c>datos/oaxaca-2024</c> with a seeded night, as cortes: the size of a state.</summary>
public sealed class Estado
{
    /// <summary>Cortes of a night of 24 hours; <c>PREP_MEDIR_CORTES</c> takes fewer, for a quick look.</summary>
    public static int CortesDeLaNoche { get; } = int.TryParse(Environment.GetEnvironmentVariable("PREP_MEDIR_CORTES"), CultureInfo.InvariantCulture, out var n) ? n : 72;

    private const int Semilla = 2024;
    private readonly Noche _noche;
    private readonly int _cortes;
    private DateTimeOffset? _anterior;
    private Corte? _ultimo;
    private int _hechos;
    private int _corrimiento;

    // Only in a repetición may an image have a hash and no bytes: drawing 9,400 would measure something else.
    public Estado(string carpeta, int? cortes = null)
    {
        _cortes = cortes ?? CortesDeLaNoche;
        var proceso = LectorDeCarpeta.Leer(carpeta).Resultado.Value with { Clase = ClaseDeProceso.Repeticion };
        _noche = Noche.De(proceso, Semilla, new() { ImagenAjena = true });
    }

    public Proceso Proceso => _noche.Proceso;

    /// <summary>The next of the night's cortes, at equal intervals: the last carries all of it.</summary>
    public Corte Siguiente()
    {
        var instante = Proceso.Calendario.InicioEn + ((Proceso.Calendario.UltimaActualizacionEn - Proceso.Calendario.InicioEn) * (++_hechos / (double)_cortes));
        var corte = SinCierre(_noche.CorteEn(instante, _anterior));
        _anterior = instante;
        return _ultimo = corte;
    }

    /// <summary>All the night at once, as a first corte.</summary>
    public Corte Toda() => _ultimo = SinCierre(_noche.CorteEn(Proceso.Calendario.UltimaActualizacionEn));

    /// <summary>One more corte, where every acta has a new version.</summary>
    public Corte Completo() => ConVersionesNuevas((_, _) => true);

    /// <summary>One more corte, where so many actas have a new version, spread over the state.</summary>
    public Corte ConNuevas(int cuantas)
    {
        var paso = _ultimo!.Elecciones.Sum(e => e.Registros.Count(r => r is not null)) / cuantas;
        var van = 0;
        var corrida = _corrimiento++ % paso;
        return ConVersionesNuevas((_, lugar) => lugar % paso == corrida && van++ < cuantas);
    }

    private Corte ConVersionesNuevas(Func<CorteDeEleccion, int, bool> toca)
    {
        var anterior = _ultimo!;
        var instante = anterior.InstanteEn.AddMinutes(1);
        var elecciones = anterior.Elecciones.Select(e =>
        {
            var registros = e.Registros.ToArray();
            var agregadas = new List<RegistroDeActa>();
            for (var i = 0; i < registros.Length; i++)
            {
                if (registros[i] is { } registro && toca(e, i))
                {
                    agregadas.Add(registros[i] = registro with { Version = registro.Version + 1 });
                }
            }

            return e with { InstanteEn = instante, Registros = registros, Agregadas = agregadas };
        });
        return _ultimo = anterior with { Id = CorteId.De(instante, Proceso.Calendario.Zona), InstanteEn = instante, Elecciones = [.. elecciones] };
    }

    // The last corte of a night compresses for years; every other is made in a hurry, and those are measured.
    private static Corte SinCierre(Corte corte) =>
        corte with { Ultimo = false, Elecciones = [.. corte.Elecciones.Select(e => e with { Ultimo = false })] };
}
