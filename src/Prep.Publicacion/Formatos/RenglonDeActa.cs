using System.Globalization;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;

namespace Prep.Publicacion.Formatos;

/// <summary>Writes one row, column by column, as the layout says.</summary>
internal sealed class RenglonDeActa
{
    private readonly Formato _formato;
    private readonly Proceso _proceso;
    private readonly Eleccion _eleccion;
    private readonly EscritorCsv _csv;
    private readonly Action[] _columnas;
    private readonly Dictionary<AreaId, int[]> _lugares = [];

    // The row being written.
    private ActaEsperada? _acta;
    private RegistroDeActa? _registro;
    private int[] _lugarEnBoleta = [];

    public RenglonDeActa(Formato formato, Proceso proceso, Eleccion eleccion, EscritorCsv csv)
    {
        (_formato, _proceso, _eleccion, _csv) = (formato, proceso, eleccion, csv);
        _columnas = [.. formato.Columnas.Select(Columna)];
        foreach (var area in eleccion.Areas)
        {
            var lugares = _lugares[area.Id] = new int[eleccion.Contendientes.Count];
            Array.Fill(lugares, -1);
            for (var i = 0; i < area.Boleta.Contendientes.Count; i++)
            {
                lugares[area.Boleta.Contendientes[i]] = i;
            }
        }
    }

    private Casilla? Casilla => _acta?.Casilla;

    // A national file holds several entidades: each acta says its own, and the key of an area is entidad-distrito.
    private Entidad Entidad => _proceso.Entidad.Id == 0 && Casilla?.Clave is { Length: > 2 } clave && int.TryParse(clave.AsSpan(0, 2), out var id)
        ? Entidades.PorId(id) ?? _proceso.Entidad
        : _proceso.Entidad;

    public void Escribir(ActaEsperada acta, RegistroDeActa? registro)
    {
        (_acta, _registro, _lugarEnBoleta) = (acta, registro, _lugares[acta.Area]);
        Escribir();
    }

    public void EscribirFueraDeCatalogo(RegistroDeActa registro)
    {
        (_acta, _registro, _lugarEnBoleta) = (null, registro, []);
        Escribir();
    }

    private void Escribir()
    {
        foreach (var columna in _columnas)
        {
            columna();
        }

        _csv.FinDeLinea();
    }

    // What stands instead of the value in this state; null for the value.
    private string? EnVez(ColumnaDeFormato c) => (_acta, _registro?.Contenido) switch
    {
        (null, _) or (_, Contenido.FueraDeCatalogo) => c.FueraDeCatalogo,
        (_, null) => c.SinCaptura,
        (_, Contenido.SinActa) => c.SinActa,
        _ => null,
    };

    private Action Columna(ColumnaDeFormato c) => c.Campo switch
    {
        "clave_casilla" => Texto(c, () => Casilla?.Clave),
        "clave_acta" => Texto(c, () => _acta?.Id.ClaveActa),
        "id_entidad" => Texto(c, () => Entidad.Clave),
        "entidad" => Texto(c, () => Entidad.Nombre),
        "id_area" => Texto(c, () => _acta is { Area.EsSinArea: true } ? null : _acta?.Area.Clave is { } clave ? clave[(clave.IndexOf('-') + 1)..] : null, c.SinArea),
        "area" => Texto(c, () => _acta is { Area.EsSinArea: true } && c.SinArea is not null ? null : _acta is null ? null : _eleccion.Area(_acta.Area).Nombre, c.SinArea),
        "seccion" => Texto(c, () => Casilla?.Seccion, c.NoAplica),
        "id_casilla" => Texto(c, () => Casilla is { Tipo: TipoDeCasilla.VotoAnticipado or TipoDeCasilla.PrisionPreventiva } ? "" : Casilla?.Numero, c.NoAplica),
        "tipo_casilla" => Texto(c, () => Casilla?.Tipo.Letra()),
        "ext_contigua" => Texto(c, () => Casilla?.ExtContigua is { Length: > 0 } e ? e : "00"),
        "ubicacion" => Texto(c, () => Casilla is null or { Ubicacion: Ubicacion.Desconocida } ? "" : $"{(int)Casilla.Ubicacion}"),
        "tipo_acta" => Texto(c, () => _acta?.TipoActa),
        "sobrantes" => Numero(c, d => d.Sobrantes),
        "personas" => Numero(c, d => d.Personas),
        "representantes_votaron" => Numero(c, d => d.Representantes),
        "sacados" => Numero(c, d => d.Sacados),
        "votos" => () => Votos(c),
        "no_registradas" => Numero(c, d => d.NoRegistradas),
        "nulos" => Numero(c, d => d.Nulos),
        "asentado" => Numero(c, d => d.TotalAsentado),
        "calculado" => () => Calculado(c),
        "lista_nominal" => Entero(c, () => Casilla?.ListaNominal, c.Desconocido),
        "representantes" => () => Entero(c, Casilla?.Representantes, Casilla?.Tipo.EsMesaEspecial() == true ? c.NoAplica : c.Desconocido),
        "observaciones" => Texto(c, () => Observaciones(_registro!.Conteo.Observacion)),
        "contabilizada" => Entero(c, () => (int?)_registro?.Conteo.Contabilizada, ""),
        "mecanismos" => Texto(c, () => _acta?.MecanismoDeTraslado),
        "codigo" => Texto(c, () => _registro?.Imagen?.Codigo.Hex),
        "acopio" => Fecha(c, () => _registro?.AcopioEn),
        "captura" => Fecha(c, () => _registro?.CapturaEn),
        "verificacion" => Fecha(c, () => _registro?.VerificadaEn),
        "origen" => Texto(c, () => _registro?.Imagen?.Origen switch { Origen.Catd => "CATD", Origen.Casilla => "CASILLA", _ => "" }),
        "digitalizacion" => Texto(c, () => _registro?.Imagen?.Medio switch { Medio.Escaner => "ESCANER", Medio.Movil => "MOVIL", Medio.UrnaElectronica => "URNA ELECTRONICA", _ => "" }),
        "tipo_documento" => Texto(c, () => _registro?.Documento),
        _ => throw new InvalidOperationException($"El formato {_formato.Nombre} pide un campo desconocido: {c.Campo}."),
    };

    private Action Texto(ColumnaDeFormato c, Func<string?> valor, string? siFalta = null) => () =>
    {
        if (EnVez(c) is { } palabra)
        {
            _csv.Celda(palabra);
        }
        else if (valor() is { Length: > 0 } texto)
        {
            texto = c.Ancho > 0 && texto.Length < c.Ancho ? texto.PadLeft(c.Ancho, '0') : texto;
            _csv.Celda(c.Antes.Length == 0 ? texto : c.Antes + texto);
        }
        else
        {
            _csv.Celda(siFalta);
        }
    };

    private Action Entero(ColumnaDeFormato c, Func<int?> valor, string? siFalta) => () => Entero(c, valor(), siFalta);

    private void Entero(ColumnaDeFormato c, int? valor, string? siFalta)
    {
        if (EnVez(c) is { } palabra)
        {
            _csv.Celda(palabra);
        }
        else if (valor is { } n)
        {
            _csv.Celda(n);
        }
        else
        {
            _csv.Celda(siFalta);
        }
    }

    private Action Fecha(ColumnaDeFormato c, Func<DateTimeOffset?> valor) => Texto(c, () => valor() is { } en
        ? TimeZoneInfo.ConvertTime(en, _proceso.Calendario.Zona).ToString(_formato.FormaDeFecha, CultureInfo.InvariantCulture)
        : null);

    private Action Numero(ColumnaDeFormato c, Func<DatosDeActa, Cantidad> campo) => () =>
    {
        if (EnVez(c) is { } palabra)
        {
            _csv.Celda(palabra);
        }
        else
        {
            Cantidad(campo(_registro!.Datos!));
        }
    };

    private void Votos(ColumnaDeFormato c)
    {
        var enVez = EnVez(c);
        for (var i = 0; i < _eleccion.Contendientes.Count; i++)
        {
            if (_acta is not null && _lugarEnBoleta[i] < 0)
            {
                _csv.Celda(c.Ausente);
            }
            else if (enVez is not null)
            {
                _csv.Celda(enVez);
            }
            else
            {
                Cantidad(_registro!.Datos!.Votos[_lugarEnBoleta[i]]);
            }
        }
    }

    private void Calculado(ColumnaDeFormato c)
    {
        const Observacion Todos = Observacion.TodosIlegibles | Observacion.TodosVacios | Observacion.TodosIlegiblesOVacios;
        if (EnVez(c) is { } palabra)
        {
            _csv.Celda(palabra);
        }
        else if (_formato.TotalDeTodosEsPalabra && (_registro!.Conteo.Observacion & Todos) != 0)
        {
            _csv.Celda(_registro.Conteo.Observacion.HasFlag(Observacion.TodosIlegibles) ? _formato.Palabras.Ilegible : _formato.Palabras.SinDato);
        }
        else
        {
            _csv.Celda(_registro!.Datos!.TotalCalculado);
        }
    }

    private void Cantidad(Cantidad cantidad)
    {
        if (cantidad.Valor is { } numero)
        {
            _csv.Celda(numero);
        }
        else
        {
            _csv.Celda(cantidad switch
            {
                { EsIlegible: true } => _formato.Palabras.Ilegible,
                { EsNoAplica: true } => _formato.Palabras.NoAplica,
                _ => _formato.Palabras.SinDato,
            });
        }
    }

    private string Observaciones(Observacion observacion) => TextoDeObservaciones.De(_formato, observacion);
}

/// <summary>The words of a layout for what is observed of an acta.</summary>
public static class TextoDeObservaciones
{
    public static string De(Formato formato, Observacion observacion)
    {
        const Observacion Algunos = Observacion.AlgunoIlegible | Observacion.AlgunoSinDato;
        const Observacion Todos = Observacion.TodosIlegibles | Observacion.TodosVacios | Observacion.TodosIlegiblesOVacios;
        var o = formato.Observaciones;
        return observacion switch
        {
            Observacion.Ninguna => o.Ninguna,
            Observacion.FueraDeCatalogo => o.FueraDeCatalogo,
            Observacion.SinActaCasillaNoInstalada => o.NoInstalada,
            Observacion.SinActaPaqueteNoEntregado => o.NoEntregado,
            Observacion.SinActaPaqueteSinBolsa => o.SinBolsa,
            _ when (observacion & Todos) != 0 => o.Todos,
            _ => (observacion.HasFlag(Observacion.ExcedeListaNominal), (observacion & Algunos) != 0) switch
            {
                (true, true) => o.Excede + o.Union + o.Alguno,
                (true, false) => o.Excede,
                _ => o.Alguno,
            },
        };
    }
}
