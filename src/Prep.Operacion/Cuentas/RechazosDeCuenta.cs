using Prep.Dominio;

namespace Prep.Operacion.Cuentas;

/// <summary>Every way in which accounts say no, on one screen.</summary>
public static class RechazosDeCuenta
{
    /// <summary>The same for a credential that nobody has and for a PIN that is not the person's.</summary>
    public static readonly Rechazo NoCoincide = new("no_coincide", "La credencial o el PIN no coinciden. Revise que la credencial sea la suya y escriba el PIN otra vez.", ClaseDeRechazo.NoPermitido);
    public static readonly Rechazo EquipoNoInscrito = new("equipo_no_inscrito", "Este equipo no está inscrito. Pida un código a su coordinación e inscríbalo en la pantalla «Este equipo».", ClaseDeRechazo.NoPermitido);
    public static readonly Rechazo EquipoRevocado = new("equipo_revocado", "Este equipo ya no puede usarse: la coordinación le quitó el permiso. Use otro equipo inscrito o pida un código nuevo.", ClaseDeRechazo.NoPermitido);
    public static readonly Rechazo EquipoNoComprobado = new("equipo_no_comprobado", "No se pudo comprobar que éste sea el equipo inscrito. Vuelva a intentarlo; si sigue, inscríbalo de nuevo.", ClaseDeRechazo.NoPermitido);
    public static readonly Rechazo RetoVencido = new("reto_vencido", "Pasó demasiado tiempo o ya se había usado. Vuelva a intentarlo.", ClaseDeRechazo.Conflicto);
    public static readonly Rechazo CodigoDeEquipo = new("codigo_de_equipo", "El código no sirve: está mal escrito, venció o ya se usó. Pida otro a su coordinación.", ClaseDeRechazo.NoPermitido);
    public static readonly Rechazo ClaveDeEquipo = new("clave_de_equipo", "El navegador no entregó una clave que se pueda usar. Use un navegador reciente.", ClaseDeRechazo.Entrada);
    public static readonly Rechazo EquipoDesconocido = new("equipo_desconocido", "No hay un equipo con ese número.", ClaseDeRechazo.NoExiste);
    public static readonly Rechazo PasoVencido = new("paso_vencido", "Pasaron más de cinco minutos. Empiece otra vez con su credencial.", ClaseDeRechazo.Conflicto);
    public static readonly Rechazo CodigoNoCoincide = new("codigo_no_coincide", "El código no coincide o ya se usó. Espere a que el teléfono muestre el siguiente y escríbalo.", ClaseDeRechazo.NoPermitido);
    public static readonly Rechazo FaltaSegundoFactor = new("falta_segundo_factor", "Para esto hace falta haber entrado con su segundo factor. Salga y entre de nuevo con él.", ClaseDeRechazo.NoPermitido);
    public static readonly Rechazo SesionTerminada = new("sesion_terminada", "Su sesión terminó. Entre de nuevo.", ClaseDeRechazo.NoPermitido);
    public static readonly Rechazo SesionDesconocida = new("sesion_desconocida", "Esa sesión no existe o ya está cerrada.", ClaseDeRechazo.NoExiste);
    public static readonly Rechazo SesionEnReposo = new("sesion_en_reposo", "La pantalla está en reposo. Escriba su PIN para seguir: nada se perdió.", ClaseDeRechazo.NoPermitido);
    public static readonly Rechazo PuestoAjeno = new("puesto_ajeno", "El padrón no le da ese puesto. Si debería tenerlo, pida a la administración que lo corrija.", ClaseDeRechazo.NoPermitido);
    public static readonly Rechazo PinDebil = new("pin_debil", "El PIN son seis dígitos que no se adivinen: ni todos iguales ni seguidos.", ClaseDeRechazo.Entrada);
    public static readonly Rechazo PersonaDesconocida = new("persona_desconocida", "Esa persona no está en el padrón.", ClaseDeRechazo.NoExiste);
    public static readonly Rechazo DeOtroSitio = new("de_otro_sitio", "Sólo puede hacerlo con las personas y los equipos de su sitio.", ClaseDeRechazo.NoPermitido);
    public static readonly Rechazo SitioInvalido = new("sitio_invalido", "Escriba el sitio como en el padrón: mayúsculas, dígitos y guiones, hasta 40.", ClaseDeRechazo.Entrada);
    public static readonly Rechazo NombreDeEquipo = new("nombre_de_equipo", "Escriba cómo se llama el equipo, hasta 60 caracteres: «captura 3».", ClaseDeRechazo.Entrada);
    public static readonly Rechazo YaEntro = new("ya_entro", "Su entrada ya estaba registrada.", ClaseDeRechazo.Conflicto);
    public static readonly Rechazo NoHaEntrado = new("no_ha_entrado", "No hay una entrada registrada que cerrar.", ClaseDeRechazo.Conflicto);
    public static readonly Rechazo TotpSinPreparar = new("totp_sin_preparar", "Empiece de nuevo: muestre primero el código QR.", ClaseDeRechazo.Conflicto);
    public static readonly Rechazo LlaveNoValida = new("llave_no_valida", "La llave de acceso no se pudo comprobar. Vuelva a intentarlo, o use el código del teléfono.", ClaseDeRechazo.NoPermitido);
    public static readonly Rechazo NadieQueEmitir = new("nadie_que_emitir", "No hay personas a quienes emitir credencial con lo que pidió.", ClaseDeRechazo.NoExiste);

    /// <summary>Says for how long: a person waits better when she knows.</summary>
    public static Rechazo Espere(TimeSpan tiempo) => new("espere",
        $"Demasiados intentos de esta persona en este equipo. Espere {Math.Max(1, (int)Math.Ceiling(tiempo.TotalSeconds))} segundos e intente otra vez; la coordinación puede desbloquearla antes. Los demás pueden entrar.", ClaseDeRechazo.Conflicto);
}
