using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Prep.Publicacion.Tests.Formatos.Forasteros;

/// <summary>Writes actas in the layout of a family.</summary>
internal sealed class EscritorForastero(Familia f)
{
    private static readonly string[] Nombres =
    [
        "ACTAS_ESPERADAS", "ACTAS_REGISTRADAS", "ACTAS_FUERA_CATALOGO", "ACTAS_CAPTURADAS", "PORCENTAJE_ACTAS_CAPTURADAS", "ACTAS_CONTABILIZADAS",
        "PORCENTAJE_ACTAS_CONTABILIZADAS", "PORCENTAJE_ACTAS_INCONSISTENCIAS", "ACTAS_NO_CONTABILIZADAS", "LISTA_NOMINAL_ACTAS_CONTABILIZADAS",
        "TOTAL_VOTOS_C_CS", "TOTAL_VOTOS_S_CS", "PORCENTAJE_PARTICIPACION_CIUDADANA",
    ];

    private static readonly DateTime Apertura = new(2021, 6, 6, 18, 0, 0);

    public string Escribir(IReadOnlyList<Acta> actas)
    {
        var valores = ModeloForastero.Cifras(actas).Select(v => Citar(v.Contains('.') ? f.Porcentaje(v) : f.Cifra(v))).ToArray();
        string[] cifras = f.CifrasEnRenglones
            ? [.. Nombres.Zip(valores, (n, v) => $"{n}{f.Separador}{v}")]
            : [string.Join(f.Separador, Nombres), string.Join(f.Separador, valores)];
        string[] lineas = [.. f.Antes, f.Titulo, f.Fecha, .. f.AntesDeCifras, .. cifras, .. f.AntesDeColumnas, string.Join(f.Separador, Columnas()), .. actas.Select(Renglon)];
        return string.Join(f.Fin, lineas) + f.Fin;
    }

    private IEnumerable<string> Columnas()
    {
        string[] area = [.. new[] { f.IdArea, f.Area }.Where(c => c.Length > 0)];
        return
        [
            "CLAVE_CASILLA", "CLAVE_ACTA", $"ID_{f.Entidad}", f.Entidad, .. area, "SECCION", "ID_CASILLA", "TIPO_CASILLA", "EXT_CONTIGUA", "UBICACION_CASILLA", "TIPO_ACTA",
            .. f.Conteos, .. f.Votos, f.NoRegistradas, "NULOS", "TOTAL_VOTOS_ASENTADO", f.Calculado, "LISTA_NOMINAL", "REPRESENTANTES_PP_CI", "OBSERVACIONES",
            "CONTABILIZADA", "MECANISMOS_TRASLADO", f.Hash, "FECHA_HORA_ACOPIO", "FECHA_HORA_CAPTURA", "FECHA_HORA_VERIFICACION", "ORIGEN", "DIGITALIZACION",
            "TIPO_DOCUMENTO", .. f.Cotejada ? ["COTEJADA"] : Array.Empty<string>(),
        ];
    }

    private string Renglon(Acta a) => string.Join(f.Separador, a.Suerte == Suerte.Fuera ? DeFuera(a) : DeActa(a));

    private IEnumerable<string> DeActa(Acta a)
    {
        var casilla = $"{a.Entidad:00}{a.Seccion:0000}{a.Tipo}{a.Numero:00}00";
        var mesa = "APM".Contains(a.Tipo);
        string[] area = a.Area == 0
            ? [.. new[] { f.IdArea, f.Area }.Where(c => c.Length > 0).Select(_ => f.NoAplica)]
            : [.. f.IdArea.Length > 0 ? [f.Id($"{a.Area:000}")] : Array.Empty<string>(), .. f.Area.Length > 0 ? [$"CABECERA {(char)('A' + a.Area)}"] : Array.Empty<string>()];
        return
        [
            f.Clave(casilla), f.Clave(casilla + a.TipoActa), f.Id($"{a.Entidad:00}"), "ESTADO LIBRE", .. area, f.Id($"{a.Seccion:0000}"), f.Id($"{a.Numero:00}"), $"{a.Tipo}", "00", "1", a.TipoActa,
            Conteo(a, 10, mesa), Conteo(a, Math.Max(a.Suma, 1), mesa), Conteo(a, 2, mesa), Conteo(a, Math.Max(a.Suma, 1), mesa),
            .. a.Votos.Select(v => Voto(a, v)), Conteo(a, Math.Max(a.Suma, 1), false), Calculado(a),
            a.Lista is { } lista ? $"{lista}" : f.NoAplica, mesa ? f.NoAplica : $"{a.Representantes}", Observacion(a),
            a.Suerte == Suerte.NoCapturada ? f.Nada : a.Cuenta ? "1" : "0", a.Suerte == Suerte.NoCapturada ? f.Nada : "D", .. Cola(a),
            .. f.Cotejada ? [a.Suerte == Suerte.NoCapturada ? f.Nada : "0"] : Array.Empty<string>(),
        ];
    }

    private IEnumerable<string> Cola(Acta a)
    {
        string[] nada = a.Suerte switch
        {
            Suerte.NoCapturada => [.. Enumerable.Repeat(f.Nada, 7)],
            Suerte.SinActa => [.. Enumerable.Repeat(f.NoAplica, 7)],
            _ => [],
        };
        return nada.Length > 0 ? nada : [Codigo(a), Hora(a, 0), Hora(a, 9), Hora(a, 12), f.Origen, f.Origen == "CASILLA" ? "Móvil" : "Escáner", f.Documento];
    }

    private IEnumerable<string> DeFuera(Acta a)
    {
        var antes = Columnas().TakeWhile(c => c != "OBSERVACIONES").Select(c => c switch
        {
            "UBICACION_CASILLA" => "3",
            _ when c == $"ID_{f.Entidad}" => f.Id($"{a.Entidad:00}"),
            _ => f.Nada,
        });
        return
        [
            .. antes, f.Fuera, "2", f.Nada, a.SinCodigo ? f.Nada : Codigo(a), Hora(a, 0), f.Nada, f.Nada, f.Origen, "Escáner", f.Documento,
            .. f.Cotejada ? [f.Nada] : Array.Empty<string>(),
        ];
    }

    private string Conteo(Acta a, int valor, bool noAplica) => a.Suerte switch
    {
        Suerte.NoCapturada => f.Nada,
        Suerte.SinActa => f.CeldaSinActa,
        _ when noAplica => f.NoAplica,
        _ => $"{valor}",
    };

    private string Voto(Acta a, int voto) => a.Suerte switch
    {
        _ when voto == Acta.Ausente => f.Ausente,
        Suerte.NoCapturada => f.Nada,
        Suerte.SinActa => f.CeldaSinActa,
        _ => voto switch { Acta.SinDato => f.SinDato, Acta.Ilegible => f.Ilegible, _ => Citar(f.Numero(voto)) },
    };

    private string Calculado(Acta a) => a.Suerte switch
    {
        Suerte.NoCapturada => f.Nada,
        Suerte.SinActa => f.CeldaSinActa,
        _ => $"{a.Suma}",
    };

    private string Observacion(Acta a) => Citar(a switch
    {
        { Suerte: Suerte.SinActa } => f.Motivos[a.Motivo],
        { Todos: true } => f.Todos,
        { Excede: true } => f.Excede,
        { Alguno: true } => f.Alguno,
        _ => f.SinObservacion,
    });

    private string Hora(Acta a, int minutos) => Apertura.AddMinutes(a.Minuto + minutos).AddSeconds(f.FormaDeFecha.Contains('s') ? 17 : 0).ToString(f.FormaDeFecha, CultureInfo.InvariantCulture) + f.TrasFecha;

    private static string Codigo(Acta a) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{a.Entidad}/{a.Seccion}/{a.Tipo}/{a.Numero}/{a.TipoActa}/{a.Minuto}/{a.Suerte}")));

    private string Citar(string celda) => celda.Contains(f.Separador) ? $"\"{celda}\"" : celda;
}
