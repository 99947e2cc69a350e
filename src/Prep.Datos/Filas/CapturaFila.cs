using System.Data.Common;
using Prep.Datos.Bases;
using Prep.Dominio.Actas;

namespace Prep.Datos.Filas;

/// <summary>One blind capture as kept. The key (acta, version, persona) makes it impossible for one person to capture twice.</summary>
public sealed class CapturaFila
{
    public long Acta { get; set; }

    public int Version { get; set; }

    public string Persona { get; set; } = "";

    public long Imagen { get; set; }

    public int Orden { get; set; }

    public string Turno { get; set; } = "";

    /// <summary>Catalogue whose boleta orders the fields.</summary>
    public long Catalogo { get; set; }

    public string Boleta { get; set; } = "";

    public string Seccion { get; set; } = "";

    public string Tipo { get; set; } = "";

    public string Numero { get; set; } = "";

    public string ExtContigua { get; set; } = "";

    public byte[] Campos { get; set; } = [];

    public long CapturadaEn { get; set; }

    public static Task<List<CapturaFila>> DeActaAsync(Transaccion tx, long acta) => tx.TodosAsync(
        "SELECT acta, version, persona, imagen, orden, turno, catalogo, boleta, seccion, tipo, numero, ext_contigua, campos, capturada_en FROM captura WHERE acta = @p0 ORDER BY version, orden",
        De, acta);

    public Task InsertarAsync(Transaccion tx) => tx.EjecutarAsync(
        """
        INSERT INTO captura (acta, version, persona, imagen, orden, turno, catalogo, boleta, seccion, tipo, numero, ext_contigua, campos, capturada_en)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13)
        """,
        Acta, Version, Persona, Imagen, Orden, Turno, Catalogo, Boleta, Seccion, Tipo, Numero, ExtContigua, Campos, CapturadaEn);

    public CapturaDeActa ACaptura() => new(new(Persona), CamposCompactos.Leer(Campos), Instante.DeMicros(CapturadaEn));

    private static CapturaFila De(DbDataReader f) => new()
    {
        Acta = f.GetInt64(0),
        Version = f.GetInt32(1),
        Persona = f.GetString(2),
        Imagen = f.GetInt64(3),
        Orden = f.GetInt32(4),
        Turno = f.GetString(5),
        Catalogo = f.GetInt64(6),
        Boleta = f.GetString(7),
        Seccion = f.GetString(8),
        Tipo = f.GetString(9),
        Numero = f.GetString(10),
        ExtContigua = f.GetString(11),
        Campos = f.Bytes(12)!,
        CapturadaEn = f.GetInt64(13),
    };
}

/// <summary>The fields of a capture in a few bytes: each <see cref="Cantidad.Codigo"/> plus 3, in base 128.</summary>
public static class CamposCompactos
{
    public static byte[] Escribir(IReadOnlyList<Cantidad> campos)
    {
        List<byte> bytes = new(campos.Count * 2);
        foreach (var campo in campos)
        {
            var valor = (uint)(campo.Codigo + 3);
            for (; valor >= 128; valor >>= 7)
            {
                bytes.Add((byte)((valor & 127) | 128));
            }

            bytes.Add((byte)valor);
        }

        return [.. bytes];
    }

    public static IReadOnlyList<Cantidad> Leer(byte[] bytes)
    {
        List<Cantidad> campos = new(bytes.Length);
        uint valor = 0;
        var desplazado = 0;
        foreach (var octeto in bytes)
        {
            valor |= (uint)(octeto & 127) << desplazado;
            desplazado += 7;
            if (octeto < 128)
            {
                campos.Add(Cantidad.DeCodigo((int)valor - 3));
                (valor, desplazado) = (0, 0);
            }
        }

        return campos;
    }
}
