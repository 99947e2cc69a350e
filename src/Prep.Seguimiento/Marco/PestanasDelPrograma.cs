using Prep.Operacion.Http;
using Prep.Operacion.Puestos;
using Prep.Seguimiento.Calendario;
using Prep.Seguimiento.Contratos;
using Prep.Seguimiento.Cotaprep;
using Prep.Seguimiento.Difusores;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Entregables;
using Prep.Seguimiento.Informes;
using Prep.Seguimiento.Instalacion;
using Prep.Seguimiento.Linea;
using Prep.Seguimiento.Observaciones;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Sesiones;
using Prep.Seguimiento.Tablero;

namespace Prep.Seguimiento.Marco;

/// <summary>One of the parts of a programme, in the bar that all its screens share.</summary>
/// <param name="Camino">Below the address of the programme; empty for the board.</param>
/// <param name="Permiso">Who is shown it; its route asks for the same.</param>
public sealed record Pestana(string Camino, string Nombre, string Permiso);

/// <summary>The parts of a programme, in the order of the bar. A new part adds its line.</summary>
public static class PestanasDelPrograma
{
    public static readonly Pestana Tablero = new("", "Tablero", Permiso.VerSeguimiento);

    public static readonly IReadOnlyList<Pestana> Todas =
    [
        Tablero,
        VerPlan.Pestana,
        VerSesiones.Pestana,
        VerAcuerdos.Pestana,
        VerCalendario.Pestana,
        VerEntregable.Pestana,
        VerLinea.Pestana,
        VerInformes.Pestana,
        VerDocumentos.Pestana,
        VerObservaciones.Pestana,
        VerInstalacion.Pestana,
        VerContrato.Pestana,
        VerDifusores.Pestana,
        VerCotaprep.Pestana,
    ];

    public static IEnumerable<Pestana> De(Sesion sesion) => Todas.Where(p => sesion.Puede(p.Permiso));

    public static string Ruta(string programa, Pestana pestana) => pestana.Camino.Length == 0 ? VerTableroDelPrograma.Ruta(programa) : $"{VerTableroDelPrograma.Ruta(programa)}/{pestana.Camino}";
}
