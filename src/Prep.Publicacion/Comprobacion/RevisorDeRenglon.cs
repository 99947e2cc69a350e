using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;
using Prep.Publicacion.Formatos;

namespace Prep.Publicacion.Comprobacion;

/// <summary>Looks at the current row: its total, its judgement, its times, its key and its words.</summary>
internal sealed class RevisorDeRenglon
{
    private const Observacion Algunos = Observacion.AlgunoIlegible | Observacion.AlgunoSinDato;
    private const Observacion Todos = Observacion.TodosIlegibles | Observacion.TodosVacios | Observacion.TodosIlegiblesOVacios;

    /// <summary>Columns without which a figure or a judgement cannot be recomputed, as every layout has them.</summary>
    private static readonly (Columna Columna, string Nombre, string Para)[] Necesarias =
    [
        (Columna.TipoCasilla, "TIPO_CASILLA", "qué votos son de casillas especiales"), (Columna.Calculado, "TOTAL_VOTOS_CALCULADO", "el total de cada acta"),
        (Columna.ListaNominal, "LISTA_NOMINAL", "la participación ni el límite de votos"), (Columna.Observaciones, "OBSERVACIONES", "qué actas tienen inconsistencias"),
        (Columna.Contabilizada, "CONTABILIZADA", "qué actas se contabilizan"),
    ];

    private static readonly SearchValues<byte> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF"u8);

    private readonly LectorDeFilas _fila;
    private readonly List<Hallazgo> _faltas;
    private readonly List<Hallazgo> _avisos;
    private readonly ClavesVistas _claves = new();
    private readonly ClavesVistas _codigos = new();
    private readonly JuicioDeLimites _limites;
    private readonly PalabrasDeColumna[] _palabras;
    private readonly LectorDeFechas _fechas = new();
    private readonly HashSet<string> _observaciones = [];
    private readonly long _corte;
    private readonly int _calculado;
    private readonly int _lista;
    private readonly int _clave;
    private readonly int _codigo;
    private readonly int _acopio;
    private readonly int _captura;
    private readonly int _verificacion;

    public RevisorDeRenglon(ArchivoOficial archivo, LectorDeFilas fila, List<Hallazgo> faltas, List<Hallazgo> avisos)
    {
        (_fila, _faltas, _avisos) = (fila, faltas, avisos);
        var esquema = archivo.Esquema;
        _corte = archivo.Encabezado.CorteLocal?.AddMinutes(1).Ticks ?? long.MaxValue;
        (_calculado, _lista, _codigo) = (esquema[Columna.Calculado], esquema[Columna.ListaNominal], esquema[Columna.Codigo]);
        (_acopio, _captura, _verificacion) = (esquema[Columna.Acopio], esquema[Columna.Captura], esquema[Columna.Verificacion]);
        _clave = esquema[Columna.ClaveActa];
        _limites = new(archivo, fila, avisos);
        _palabras =
        [
            new(esquema[Columna.TipoCasilla], "B", "C", "E", "S", "A", "P", "M", "U"),
            new(esquema[Columna.Origen], "CATD", "CASILLA", "CCV"),
            new(esquema[Columna.Digitalizacion], "ESCANER", "MOVIL", "URNA ELECTRONICA", "MULTIFUNCIONAL", "CELULAR"),
            new(esquema[Columna.TipoDocumento], "ACTA PREP", "RPP", "CC", "PPC", "ACTA VA", "ACTA VPPP", "ACTA VMRE", "ACTA UE", "ACTA EXTRANJERO", "AEC"),
        ];
        foreach (var (columna, nombre, para) in Necesarias)
        {
            if (esquema[columna] < 0)
            {
                avisos.Add(archivo.Hallazgo("columna_ausente", archivo.LineaDeColumnas, 1, "", nombre, "", "", $"El archivo no trae la columna {nombre}: no se puede revisar {para}."));
            }
        }

        foreach (var i in esquema.Desconocidas)
        {
            avisos.Add(archivo.Hallazgo("columna_desconocida", archivo.LineaDeColumnas, i + 1, "", esquema.Nombres[i], esquema.Nombres[i], "",
                $"La columna «{esquema.Nombres[i]}» no es conocida: no se revisa."));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Revisar()
    {
        LeerClaves();
        if (_fila.Votos.Raras > 0)
        {
            RevisarPalabrasDeVotos();
        }

        if (_fila.Clase != ClaseDeHecho.FueraDeCatalogo)
        {
            RevisarTotal();
            RevisarLista();
            RevisarJuicio();
            if (_claves.Repetida() && _fila.ClaveActa() is { Length: > 0 } clave)
            {
                _avisos.Add(_fila.Hallazgo("clave_repetida", Columna.ClaveActa, clave, "", $"La clave {clave} ya apareció en otro renglón: se cuenta como acta aparte. Revise el catálogo de casillas."));
            }
        }

        else if (_fila.FueraConClave)
        {
            _avisos.Add(FallaDeForma.DeFueraConClave(_fila));
        }

        if (_fila.Clase != ClaseDeHecho.NoCapturada)
        {
            RevisarTiempos();
            RevisarCodigo();
            foreach (var columna in _palabras)
            {
                columna.Revisar(_fila, _avisos);
            }
        }

        if (!_fila.Observacion.Conocida && _observaciones.Add(_fila.Texto(Columna.Observaciones)))
        {
            var texto = _fila.Texto(Columna.Observaciones);
            _avisos.Add(_fila.Hallazgo("observacion_desconocida", Columna.Observaciones, texto, "", $"«{texto}» no es una observación conocida (primer renglón en que aparece)."));
        }

        if (_fila.ContabilizadaRara)
        {
            _avisos.Add(_fila.Hallazgo("contabilizada_desconocida", Columna.Contabilizada, _fila.Texto(Columna.Contabilizada), "", "CONTABILIZADA debe ser 0, 1, 2 o guion: se toma como no capturada."));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LeerClaves()
    {
        var clave = _clave >= 0 ? Palabras.Clave(_fila.Escaner[_clave]) : default;
        _claves.Leer(ClavesDeFila.EsUtil(clave) ? clave : Encoding.UTF8.GetBytes(_fila.ClaveActa()));
        if (_codigo >= 0)
        {
            _codigos.Leer(Palabras.Clave(_fila.Escaner[_codigo]));
        }
    }

    public void Cerrar() => _limites.Cerrar();

    private void RevisarPalabrasDeVotos()
    {
        for (var i = 0; i < _fila.Votos.Columnas.Count; i++)
        {
            if (_fila.Votos.Valores[i] is Celda.MalNumero or Celda.Palabra)
            {
                (_fila.Votos.Valores[i] == Celda.MalNumero ? _faltas : _avisos).Add(FallaDeForma.DeCelda(_fila, _fila.Votos.Columnas[i], _fila.Votos.Valores[i]));
            }
        }
    }

    // TOTAL_VOTOS_CALCULADO is the sum of the numbers; a word stands for 0.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RevisarTotal()
    {
        if (_calculado < 0)
        {
            return;
        }

        var publicado = Celda.Leer(_fila.Escaner[_calculado]);
        if (publicado == _fila.Votos.Suma || (publicado < 0 && _fila.Votos.Suma == 0 && publicado != Celda.MalNumero))
        {
            return;
        }

        var texto = FallaDeForma.Recortado(_fila.Escaner[_calculado]);
        _faltas.Add(_fila.Hallazgo("total_distinto", _calculado, texto, $"{_fila.Votos.Suma}", $"El acta {_fila.ClaveActa()} dice {texto} en el total calculado y sus votos suman {_fila.Votos.Suma}."));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RevisarLista()
    {
        if (_lista >= 0 && Celda.Leer(_fila.Escaner[_lista]) is Celda.SinActa or Celda.SinDato or Celda.Ilegible or Celda.Palabra or Celda.MalNumero)
        {
            var texto = FallaDeForma.Recortado(_fila.Escaner[_lista]);
            _avisos.Add(_fila.Hallazgo("palabra_en_lista_nominal", _lista, texto, "", $"LISTA_NOMINAL dice «{texto}»: no se suma y no se aplica el límite."));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RevisarJuicio()
    {
        var publicada = _fila.Contabilizada;
        if (_fila.Clase == ClaseDeHecho.SinActa)
        {
            if (publicada == Contabilizada.Si)
            {
                _avisos.Add(_fila.Hallazgo("sin_acta_contabilizada", Columna.Contabilizada, "1", "0", $"El acta {_fila.ClaveActa()} se publica sin acta y contabilizada: sin acta no se contabiliza."));
            }

            return;
        }

        if (_fila.Clase != ClaseDeHecho.Capturada || publicada is null)
        {
            if (_fila.Votos.Numeros > 0 && _fila.Clase == ClaseDeHecho.Capturada)
            {
                _avisos.Add(_fila.Hallazgo("votos_sin_contabilizada", Columna.Contabilizada, "", "", "El renglón trae votos y no dice si se contabiliza: no entra en las cifras."));
            }

            return;
        }

        var observacion = _fila.Observacion.Observacion;
        if (_fila.Votos.Numeros == 0)
        {
            if (publicada == Contabilizada.Si || (observacion & Todos) == 0)
            {
                _avisos.Add(_fila.Hallazgo("juicio_distinto", Columna.Contabilizada, $"{(int)publicada}", "0",
                    $"El acta {_fila.ClaveActa()} no tiene ningún renglón de votos con número: no se contabiliza y se observa «todos ilegibles o sin dato»."));
            }

            return;
        }

        if (_limites.Aplica())
        {
            return;
        }

        var algunos = _fila.Votos.Ilegibles + _fila.Votos.SinDatos > 0;
        if (publicada == Contabilizada.No)
        {
            _avisos.Add(_fila.Hallazgo("juicio_distinto", Columna.Contabilizada, "0", "1", $"El acta {_fila.ClaveActa()} tiene votos legibles y no pasa del límite: se contabiliza."));
        }
        else if (algunos != ((observacion & Algunos) != 0) && _fila.Votos.Vacias == 0)
        {
            _avisos.Add(_fila.Hallazgo("observacion_distinta", Columna.Observaciones, _fila.Texto(Columna.Observaciones), algunos ? "algún campo ilegible o sin dato" : "-",
                algunos ? "Algún renglón de votos no tiene número y no se observa." : "Se observa algún campo ilegible o sin dato y todos los renglones de votos tienen número."));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RevisarTiempos()
    {
        var (acopio, captura, verificacion) = (Leer(_acopio, Columna.Acopio), Leer(_captura, Columna.Captura), Leer(_verificacion, Columna.Verificacion));
        if ((captura > 0 && acopio > captura) || (verificacion > 0 && (captura > verificacion || acopio > verificacion)))
        {
            _avisos.Add(_fila.Hallazgo("orden_de_tiempo", captura > 0 && acopio > captura ? _acopio : _verificacion, Texto(acopio), Texto(captura > 0 ? captura : verificacion),
                "El orden debe ser acopio, captura, verificación: la hora declarada no lo respeta."));
        }
        else if (Math.Max(acopio, Math.Max(captura, verificacion)) > _corte)
        {
            _avisos.Add(_fila.Hallazgo("posterior_al_corte", -1, Texto(Math.Max(acopio, Math.Max(captura, verificacion))), "", "Una hora del renglón es posterior al corte del archivo."));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private long Leer(int columna, Columna significado)
    {
        if (columna < 0)
        {
            return 0;
        }

        var ticks = _fechas.Leer(_fila.Escaner[columna]);
        if (ticks == Fecha.Mala)
        {
            _avisos.Add(FallaDeForma.DeFecha(_fila, significado));
        }

        return ticks;
    }

    private static string Texto(long ticks) => ticks > 0 ? new DateTime(ticks).ToString("dd/MM/yyyy HH:mm:ss") : "";

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RevisarCodigo()
    {
        if (_codigo < 0)
        {
            return;
        }

        var codigo = Palabras.Clave(_fila.Escaner[_codigo]);
        if (codigo.Length == 64 && !codigo.ContainsAnyExcept(Hexadecimal))
        {
            if (_codigos.Repetida())
            {
                _avisos.Add(_fila.Hallazgo("codigo_repetido", _codigo, Encoding.UTF8.GetString(codigo), "", "El código de integridad ya apareció en otro renglón: dos actas no son la misma imagen."));
            }
        }
        else if (!Palabras.EsNada(codigo) && Celda.Leer(codigo) != Celda.SinActa)
        {
            var texto = Encoding.UTF8.GetString(codigo.Length > 70 ? codigo[..70] : codigo);
            _avisos.Add(_fila.Hallazgo("codigo_invalido", _codigo, texto, "", "El código de integridad no es un SHA-256 de 64 dígitos hexadecimales."));
        }
    }
}
