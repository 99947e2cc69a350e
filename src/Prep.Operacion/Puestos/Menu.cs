using Prep.Operacion.Http;

namespace Prep.Operacion.Puestos;

/// <summary>A screen that a puesto may open.</summary>
/// <param name="Permiso">What the person needs to see it in the menu; the route asks for the same.</param>
/// <param name="Manual">The one of <c>docs/operacion</c> that its help opens.</param>
/// <param name="SinProceso">It works also months before the night, when no process is loaded.</param>
public sealed record EntradaDeMenu(string Ruta, string Nombre, string Permiso, string Para, string Manual, bool SinProceso = false);

/// <summary>The screens of the house, in the order of the night.</summary>
public static class Menu
{
    /// <summary>Address of the Commission's system, whose screens are in Prep.Seguimiento.</summary>
    public const string Seguimiento = "/seguimiento";

    public static readonly IReadOnlyList<EntradaDeMenu> Todas =
    [
        new(Acopio.MesaDeAcopio.Ruta, "Acopio", Permiso.Acopiar, "Reciba cada bolsa, diga qué actas trae, imprima sus etiquetas y vea qué falta por llegar.", "acopio"),
        new(Digitalizacion.MesaDeDigitalizacion.Ruta, "Digitalización", Permiso.Digitalizar, "Suba lo que da el escáner o la cámara, revise cada imagen y regístrela con su acta.", "digitalizacion"),
        new(Identificacion.MesaDeIdentificacion.Ruta, "Identificación", Permiso.Identificar, "Diga de qué acta es cada imagen sin etiqueta legible; otra persona lo dirá por su cuenta.", "identificacion"),
        new(Captura.VerMesa.Ruta, "Captura", Permiso.Capturar, "Escribir lo que dice cada acta, leyendo su imagen.", "captura"),
        new(Supervision.MesaDeSupervision.Ruta, "Supervisión", Permiso.Supervisar, "Decidir lo que nadie más puede: capturas distintas, imágenes que no sirven, actas sin identificar, sin acta, correcciones.", "supervision"),
        new(Cotejo.MesaDeCotejo.Ruta, "Cotejo", Permiso.Cotejar, "Comparar el acta en papel con lo que se publicó, renglón por renglón.", "cotejo"),
        new(Empaquetado.MesaDeEmpaquetado.Ruta, "Empaquetado", Permiso.Empaquetar, "Meter el papel en paquetes, ver qué falta y entregarlos al consejo con su recibo.", "empaquetado"),
        new("/puestos/catd", "CATD", Permiso.OperarSitio, "Abra y cierre su CATD, reporte incidentes y atienda observaciones.", "catd"),
        new("/puestos/central", "Central", Permiso.ResponderIncidente, "Responda los incidentes y vea cómo está cada CATD.", "central"),
        new(Tablero.VerTablero.Ruta, "Tablero", Permiso.VerTablero, "Vea cómo va la noche: qué llegó, qué se publicó, qué va tarde.", "tablero"),
        new(Hitos.MesaDeHitos.Ruta, "Hitos", Permiso.VerHitos, "Vea en qué momento va la noche y qué está acordado; proponga y confirme cambios.", "hitos"),
        new(Seguimiento, "Seguimiento", Permiso.VerSeguimiento, "El plan de la Comisión, sus sesiones y sus documentos: qué va, qué falta y qué va tarde.", "seguimiento", SinProceso: true),
        new("/puestos/consejo", "Consejo", Permiso.ObservarSitio, "Vea los CATD de su consejo y escriba sus observaciones.", "consejo"),
        new("/puestos/padron", "Padrón y equipos", Permiso.CuentasDeSitio, "Personas, credenciales, equipos inscritos y turnos.", "cuentas", SinProceso: true),
        new(Capacitacion.RutasDeCapacitacion.Raiz, "Capacitación", Permiso.CuentasDeSitio, "Quién está capacitado para su puesto y quién falta.", "capacitacion"),
    ];

    public static IEnumerable<EntradaDeMenu> De(Sesion sesion, Contexto contexto) => Todas.Where(e => sesion.Puede(e.Permiso) && (e.SinProceso || contexto.ProcesoCargado is not null));
}

/// <summary>The names of the puestos as people say them.</summary>
public static class NombreDePuesto
{
    private static readonly Dictionary<string, string> _nombres = new()
    {
        ["CAE_MOVIL"] = "CAE en casilla",
        ["ACOPIADOR"] = "Acopio",
        ["DIGITALIZADOR"] = "Digitalización",
        ["CAPTURA"] = "Captura",
        ["SUPERVISOR"] = "Supervisión",
        ["COORDINADOR_CATD"] = "Coordinación de CATD",
        ["COTEJADOR"] = "Cotejo",
        ["OPERADOR_PUBLICACION"] = "Operación central",
        ["INSTANCIA_INTERNA"] = "Instancia interna",
        ["ADMIN_TI"] = "Administración",
        ["AUDITOR"] = "Auditoría",
        ["CONSEJO"] = "Consejo",
        ["COTAPREP"] = "COTAPREP",
        ["PRESIDENCIA"] = "Presidencia de la Comisión",
        ["INTEGRANTE"] = "Comisión",
        ["SECRETARIA_TECNICA"] = "Secretaría Técnica",
        ["REPRESENTACION"] = "Representación",
        ["INE"] = "INE",
        ["INVITADO"] = "Invitación",
        ["OBSERVADOR"] = "Observación",
        ["DIFUSOR"] = "Difusión",
    };

    public static string De(string puesto) => _nombres.GetValueOrDefault(puesto, puesto);

    public static bool Existe(string puesto) => _nombres.ContainsKey(puesto);
}
