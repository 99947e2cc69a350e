namespace Prep.Operacion.Http;

/// <summary>Permissions, by name: a route asks for one, a role has some. Persons are separated by person besides, inside each use case.</summary>
public static class Permiso
{
    public const string EnviarImagen = "imagen.enviar";
    public const string Digitalizar = "imagen.digitalizar";
    public const string VerImagen = "imagen.ver";
    public const string RetirarImagen = "imagen.retirar";
    public const string Acopiar = "acopio.registrar";
    public const string ProponerSinActa = "sin-acta.proponer";
    public const string ConfirmarSinActa = "sin-acta.confirmar";
    public const string Identificar = "imagen.identificar";
    public const string Capturar = "acta.capturar";
    public const string Supervisar = "acta.supervisar";
    public const string Cotejar = "acta.cotejar";
    public const string Empaquetar = "papel.empaquetar";
    public const string VerPendientes = "pendientes.ver";
    public const string OperarSitio = "sitio.operar";
    public const string VerSitios = "sitio.ver";
    public const string ObservarSitio = "sitio.observar";
    public const string ResponderIncidente = "incidente.responder";
    public const string VerCortes = "corte.ver";
    public const string OperarCortes = "corte.operar";
    public const string VerTablero = "tablero.ver";

    /// <summary>Where the night is, the agreed values of the process and the documents it gave.</summary>
    public const string VerHitos = "hitos.ver";

    /// <summary>Proposes the agreed values of the process, and decides what another person proposed.</summary>
    public const string ConfigurarHitos = "hitos.configurar";

    /// <summary>Asks for the close before the last planned update, and confirms what another person asked.</summary>
    public const string CerrarHitos = "hitos.cerrar";

    /// <summary>Persons, credentials and computers of one's own site.</summary>
    public const string CuentasDeSitio = "cuentas.sitio";

    /// <summary>The roster and the accounts of every site.</summary>
    public const string AdministrarCuentas = "cuentas.administrar";

    /// <summary>The plan of the Commission, its sessions and its documents, also what is not published.</summary>
    public const string VerSeguimiento = "seguimiento.ver";

    /// <summary>Keeps the plan, the sessions and the documents of the Commission.</summary>
    public const string LlevarSeguimiento = "seguimiento.llevar";

    /// <summary>Writes observations on what concerns one's puesto in the follow-up.</summary>
    public const string ObservarSeguimiento = "seguimiento.observar";

    /// <summary>Asks for an extraordinary session of the organ in which one votes.</summary>
    public const string PedirSesion = "seguimiento.pedir-sesion";

    /// <summary>Writes down the visits to the places of one's area, or to all for who keeps the follow-up.</summary>
    public const string VisitarSitio = "seguimiento.visitar";

    /// <summary>What the ente auditor found, which says how to hurt the system: for who corrects it or answers for it.</summary>
    public const string VerHallazgos = "auditoria.ver";

    /// <summary>Plans the tests of the audit, writes its findings and proves them again.</summary>
    public const string Auditar = "auditoria.hacer";

    /// <summary>Signs the papers of a session that one attended.</summary>
    public const string FirmarSesion = "seguimiento.firmar";

    public static readonly IReadOnlyList<string> Todos =
    [
        EnviarImagen, Digitalizar, VerImagen, RetirarImagen, Acopiar, ProponerSinActa, ConfirmarSinActa, Identificar, Capturar, Supervisar, Cotejar, Empaquetar, VerPendientes,
        OperarSitio, VerSitios, ObservarSitio, ResponderIncidente, VerCortes, OperarCortes, VerTablero,
        VerHitos, ConfigurarHitos, CerrarHitos,
        CuentasDeSitio, AdministrarCuentas,
        VerSeguimiento, LlevarSeguimiento, ObservarSeguimiento, PedirSesion, FirmarSesion, VisitarSitio, VerHallazgos, Auditar,
    ];
}

/// <summary>What each post may do. Posts without a line here only read monitors and publications.</summary>
/// <remarks>Fuente: spec §2.2.</remarks>
public static class Puesto
{
    // Who looks at the night and changes nothing of it.
    private static readonly string[] Observa = [Permiso.VerPendientes, Permiso.VerSitios, Permiso.VerCortes, Permiso.VerTablero, Permiso.VerHitos];

    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Permisos = new Dictionary<string, IReadOnlyList<string>>
    {
        ["CAE_MOVIL"] = [Permiso.EnviarImagen],
        ["ACOPIADOR"] = [Permiso.Acopiar, Permiso.ProponerSinActa],
        ["DIGITALIZADOR"] = [Permiso.EnviarImagen, Permiso.Digitalizar, Permiso.Identificar, Permiso.VerImagen],
        ["CAPTURA"] = [Permiso.Capturar],
        ["SUPERVISOR"] = [Permiso.Supervisar, Permiso.ProponerSinActa, Permiso.ConfirmarSinActa, Permiso.Identificar, Permiso.RetirarImagen, Permiso.VerImagen, Permiso.VerPendientes, Permiso.VerTablero],
        ["COORDINADOR_CATD"] = [Permiso.Empaquetar, Permiso.RetirarImagen, Permiso.VerPendientes, Permiso.OperarSitio, Permiso.VerSitios, Permiso.CuentasDeSitio, Permiso.VerTablero],
        ["COTEJADOR"] = [Permiso.Cotejar, Permiso.VerImagen],
        ["OPERADOR_PUBLICACION"] = [Permiso.VerPendientes, Permiso.VerSitios, Permiso.ResponderIncidente, Permiso.VerCortes, Permiso.OperarCortes, Permiso.VerTablero, Permiso.VerHitos, Permiso.CerrarHitos],
        ["INSTANCIA_INTERNA"] = [Permiso.VerSitios, Permiso.VerCortes, Permiso.VerTablero, Permiso.VerHitos, Permiso.ConfigurarHitos, Permiso.CerrarHitos, Permiso.VerSeguimiento, Permiso.VerHallazgos],
        ["CONSEJO"] = [Permiso.VerSitios, Permiso.ObservarSitio, Permiso.VerTablero, Permiso.VerSeguimiento, Permiso.ObservarSeguimiento, Permiso.VisitarSitio],
        ["ADMIN_TI"] = [Permiso.CuentasDeSitio, Permiso.AdministrarCuentas],
        ["AUDITOR"] = [.. Observa, Permiso.VerSeguimiento, Permiso.ObservarSeguimiento, Permiso.VerHallazgos, Permiso.Auditar],
        ["COTAPREP"] = [.. Observa, Permiso.VerSeguimiento, Permiso.ObservarSeguimiento, Permiso.PedirSesion, Permiso.VerHallazgos, Permiso.FirmarSesion],
        ["PRESIDENCIA"] = [.. Observa, Permiso.VerSeguimiento, Permiso.ObservarSeguimiento, Permiso.PedirSesion, Permiso.VerHallazgos, Permiso.FirmarSesion],
        ["INTEGRANTE"] = [.. Observa, Permiso.VerSeguimiento, Permiso.ObservarSeguimiento, Permiso.PedirSesion, Permiso.VerHallazgos, Permiso.FirmarSesion],
        ["SECRETARIA_TECNICA"] = [.. Observa, Permiso.VerSeguimiento, Permiso.LlevarSeguimiento, Permiso.VisitarSitio, Permiso.VerHallazgos, Permiso.FirmarSesion],
        ["REPRESENTACION"] = [.. Observa, Permiso.VerSeguimiento, Permiso.ObservarSeguimiento],
        ["INE"] = [Permiso.VerSeguimiento, Permiso.ObservarSeguimiento, Permiso.VerHallazgos],
        ["INVITADO"] = [Permiso.VerSeguimiento],
        ["OBSERVADOR"] = Observa,
        ["DIFUSOR"] = [],
    };
}

/// <summary>Claims that a sign-in must give: who the person is, in which puesto and where, and one claim per permission of that puesto.</summary>
public static class Reclamo
{
    public const string Persona = "persona";
    public const string Nombre = "nombre";

    /// <summary>The active puesto, a key of <see cref="Http.Puesto.Permisos"/>.</summary>
    public const string Puesto = "puesto";

    /// <summary>Each puesto that the person may take, the active one among them.</summary>
    public const string OtroPuesto = "puesto-posible";
    public const string Sitio = "sitio";
    public const string Sesion = "sesion";
    public const string Equipo = "equipo";
    public const string Permiso = "permiso";
}
