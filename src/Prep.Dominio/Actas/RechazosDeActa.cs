namespace Prep.Dominio.Actas;

/// <summary>Every way in which the operation of an acta says no.</summary>
public static class RechazosDeActa
{
    public static readonly Rechazo ActaDesconocida = new("acta_desconocida", "Esa acta no está en el catálogo. Revise la clave.", ClaseDeRechazo.NoExiste);

    public static readonly Rechazo ImagenDesconocida = new("imagen_desconocida", "Esa imagen no está registrada.", ClaseDeRechazo.NoExiste);

    public static readonly Rechazo ColaVacia = new("cola_vacia", "No hay actas por capturar en este momento. Espere unos segundos y pida otra.", ClaseDeRechazo.NoExiste);

    public static readonly Rechazo TurnoDesconocido = new("turno_desconocido", "Ese turno no es suyo o no existe. Pida otra acta.", ClaseDeRechazo.NoExiste);

    public static readonly Rechazo TurnoVencido = new("turno_vencido", "El turno venció y el acta volvió a la cola. Pida otra acta.", ClaseDeRechazo.Conflicto);

    public static readonly Rechazo TurnoConOtroContenido = new("turno_con_otro_contenido",
        "Con ese turno ya se entregó otra cosa, y eso es lo que vale. Pida otra acta.", ClaseDeRechazo.Conflicto);

    public static readonly Rechazo MismaPersona = new("misma_persona",
        "Usted ya intervino en esta versión del acta: debe hacerlo otra persona.", ClaseDeRechazo.NoPermitido);

    public static readonly Rechazo NoSeCaptura = new("no_se_captura", "El acta ya no espera capturas. Pida otra acta.", ClaseDeRechazo.Conflicto);

    public static readonly Rechazo YaTieneImagen = new("ya_tiene_imagen", "El acta ya tiene una imagen legible: no puede declararse sin acta.");

    public static readonly Rechazo YaTieneRegistro = new("ya_tiene_registro", "El acta ya tiene un registro verificado.", ClaseDeRechazo.Conflicto);

    public static readonly Rechazo SinPropuesta = new("sin_propuesta", "Nadie ha propuesto eso todavía, o se propuso otro motivo.", ClaseDeRechazo.Conflicto);

    public static readonly Rechazo NoEstaEnSupervision = new("no_esta_en_supervision", "El acta no espera una decisión de supervisión.", ClaseDeRechazo.Conflicto);

    public static readonly Rechazo FaltaMotivo = new("falta_motivo", "Escriba el motivo de la decisión.", ClaseDeRechazo.Entrada);

    public static readonly Rechazo NoEsperaImagen = new("no_espera_imagen", "El acta no espera una imagen nueva.", ClaseDeRechazo.Conflicto);

    public static readonly Rechazo NoPorIdentificar = new("no_por_identificar", "La imagen ya está identificada.", ClaseDeRechazo.Conflicto);

    public static readonly Rechazo ImagenAjenaNoPermitida = new("imagen_ajena_no_permitida",
        "Sólo en una repetición puede registrarse el código de una imagen sin la imagen.");

    public static readonly Rechazo ImagenDeOtraActa = new("imagen_de_otra_acta",
        "Esos mismos bytes ya están registrados para otra acta. Revise la etiqueta.", ClaseDeRechazo.Conflicto);

    public static readonly Rechazo AcopioEnElFuturo = new("acopio_en_el_futuro",
        "La hora de acopio es posterior a la del servidor. Revise la hora declarada.", ClaseDeRechazo.Entrada);

    public static readonly Rechazo SinAcopio = new("sin_acopio",
        "Un acta que se digitaliza en el CATD llegó en una bolsa: registre primero esa bolsa, o declare con la imagen su hora de acopio.");

    public static readonly Rechazo NoPublicada = new("no_publicada", "Sólo se coteja la versión que ya está publicada.", ClaseDeRechazo.Conflicto);

    public static readonly Rechazo OtraVersion = new("otra_version", "El acta ya tiene otra versión. Recargue y compare de nuevo.", ClaseDeRechazo.Conflicto);

    public static readonly Rechazo ImagenDeOtra = new("imagen_de_otra", "Esa imagen no es de esta acta.", ClaseDeRechazo.Entrada);

    public static readonly Rechazo YaRetirada = new("ya_retirada", "La imagen ya está retirada.", ClaseDeRechazo.Conflicto);

    public static Rechazo NumeroDeCampos(int esperados, int recibidos) => new("numero_de_campos",
        $"Se esperaban {esperados} campos y llegaron {recibidos}. Recargue la pantalla y capture de nuevo.", ClaseDeRechazo.Entrada);

    public static Rechazo ValorDeNadie(int campo) => new("valor_de_nadie",
        $"Nadie capturó ese valor en el campo {campo + 1}. Si es lo que dice la imagen, escriba por qué se lee así.", ClaseDeRechazo.Entrada);

    public static Rechazo CampoFueraDeRango(int campo) => new("campo_fuera_de_rango",
        $"El campo {campo + 1} debe ser un número de 0 a {Cantidad.Maximo}, Ilegible o Sin dato.", ClaseDeRechazo.Entrada);

    public static Rechazo CampoNoAplica(int campo) => new("campo_no_aplica",
        $"El campo {campo + 1} sí está en esta acta: escriba un número, Ilegible o Sin dato.", ClaseDeRechazo.Entrada);
}
