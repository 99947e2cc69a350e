using System.Buffers.Binary;

namespace Prep.Dominio.Actas;

/// <summary>Walks the markers of a JPEG from SOI to EOI without decoding. Every segment must be one that a picture needs, and of its exact length.</summary>
/// <remarks>ITU-T T.81, annex B; JFIF 1.02. Exact lengths leave no room to hide another file inside.</remarks>
internal ref struct LectorDeJpeg(ReadOnlySpan<byte> bytes)
{
    public readonly record struct Falta(string Codigo, string Texto);

    private const byte Soi = 0xD8, Eoi = 0xD9, Sos = 0xDA, Dqt = 0xDB, Dht = 0xC4, Dri = 0xDD, Com = 0xFE, App0 = 0xE0, App14 = 0xEE, AppUltimo = 0xEF;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _lugar = 2;
    private bool _hayTablas;
    private bool _hayHuffman;
    private bool _hayImagen;

    /// <summary>Known after <see cref="Recorrer"/> gave no fault.</summary>
    public MedidasDeImagen Medidas { get; private set; } = new(0, 0, 0);

    /// <returns>The first fault, or null.</returns>
    public Falta? Recorrer()
    {
        while (true)
        {
            if (_lugar + 2 > _bytes.Length)
            {
                return Incompleta;
            }

            if (_bytes[_lugar] != 0xFF)
            {
                return Perfil($"tiene bytes sueltos entre sus partes (posición {_lugar:N0})");
            }

            while (_lugar < _bytes.Length && _bytes[_lugar] == 0xFF)
            {
                _lugar++;
            }

            if (_lugar >= _bytes.Length)
            {
                return Incompleta;
            }

            var marca = _bytes[_lugar++];
            if (marca == Eoi)
            {
                return AlTerminar();
            }

            if (Segmento(marca) is { } falta)
            {
                return falta;
            }
        }
    }

    private readonly Falta? AlTerminar()
    {
        if (!_hayImagen)
        {
            return Incompleta;
        }

        var sobran = _bytes.Length - _lugar;
        return sobran == 0 ? null : new("imagen_con_sobrante", $"Después del final de la imagen hay {sobran:N0} bytes de otra cosa.");
    }

    private Falta? Segmento(byte marca)
    {
        if (marca is Soi or 0x00 or 0x01 or (>= 0xD0 and <= 0xD7))
        {
            return Perfil($"tiene la marca FF{marca:X2} fuera de su lugar");
        }

        if (_lugar + 2 > _bytes.Length)
        {
            return Incompleta;
        }

        var largo = BinaryPrimitives.ReadUInt16BigEndian(_bytes[_lugar..]);
        if (largo < 2)
        {
            return Perfil($"tiene una parte de largo imposible (posición {_lugar:N0})");
        }

        if (_lugar + largo > _bytes.Length)
        {
            return Incompleta;
        }

        var cuerpo = _bytes.Slice(_lugar + 2, largo - 2);
        _lugar += largo;
        return marca switch
        {
            App0 => cuerpo.Length == 14 && cuerpo.StartsWith("JFIF\0"u8) && cuerpo[12] == 0 && cuerpo[13] == 0 ? null : Metadatos("una miniatura o una extensión JFIF"),
            App14 => cuerpo.Length == 12 && cuerpo.StartsWith("Adobe"u8) ? null : Metadatos("datos en APP14"),
            > App0 and <= AppUltimo => Metadatos(NombreDeApp(marca, cuerpo)),
            Com => Metadatos("un comentario"),
            Dqt => Tablas(cuerpo),
            Dht => Huffman(cuerpo),
            Dri => cuerpo.Length == 2 ? null : Perfil("tiene un intervalo de reinicio mal formado"),
            0xC0 or 0xC1 or 0xC2 => Cuadro(cuerpo),
            Sos => Barrido(cuerpo),
            _ => Perfil($"usa la marca FF{marca:X2}, que no es de un JPEG común"),
        };
    }

    private static string NombreDeApp(byte marca, ReadOnlySpan<byte> cuerpo) => marca switch
    {
        0xE1 when cuerpo.StartsWith("Exif\0"u8) => "EXIF (puede traer el lugar y el aparato)",
        0xE1 when cuerpo.StartsWith("http://ns.adobe.com/"u8) => "XMP",
        0xE2 when cuerpo.StartsWith("ICC_PROFILE\0"u8) => "un perfil de color ICC",
        0xE2 when cuerpo.StartsWith("MPF\0"u8) => "otras imágenes (MPF)",
        0xED => "IPTC de Photoshop",
        _ => $"datos en APP{marca - App0}",
    };

    private Falta? Tablas(ReadOnlySpan<byte> cuerpo)
    {
        _hayTablas = true;
        while (!cuerpo.IsEmpty)
        {
            var largo = (cuerpo[0] >> 4) switch { 0 => 65, 1 => 129, _ => int.MaxValue };
            if ((cuerpo[0] & 15) > 3 || largo > cuerpo.Length)
            {
                return Perfil("tiene una tabla de cuantización mal formada");
            }

            cuerpo = cuerpo[largo..];
        }

        return null;
    }

    private Falta? Huffman(ReadOnlySpan<byte> cuerpo)
    {
        _hayHuffman = true;
        while (!cuerpo.IsEmpty)
        {
            var simbolos = 0;
            for (var i = 1; i <= 16 && i < cuerpo.Length; i++)
            {
                simbolos += cuerpo[i];
            }

            if (cuerpo[0] >> 4 > 1 || (cuerpo[0] & 15) > 3 || simbolos > 256 || 17 + simbolos > cuerpo.Length)
            {
                return Perfil("tiene una tabla de Huffman mal formada");
            }

            cuerpo = cuerpo[(17 + simbolos)..];
        }

        return null;
    }

    private Falta? Cuadro(ReadOnlySpan<byte> cuerpo)
    {
        if (Medidas.Ancho != 0)
        {
            return Perfil("dice dos veces sus medidas");
        }

        if (cuerpo.Length < 6 || cuerpo[0] != 8 || cuerpo[5] is not (1 or 3) || cuerpo.Length != 6 + (3 * cuerpo[5]))
        {
            return Perfil("no es gris ni de color de 8 bits");
        }

        Medidas = new(BinaryPrimitives.ReadUInt16BigEndian(cuerpo[3..]), BinaryPrimitives.ReadUInt16BigEndian(cuerpo[1..]), cuerpo[5]);
        return Medidas.Ancho == 0 || Medidas.Alto == 0 ? Perfil("no dice sus medidas") : null;
    }

    private Falta? Barrido(ReadOnlySpan<byte> cuerpo)
    {
        if (Medidas.Ancho == 0 || !_hayTablas || !_hayHuffman || cuerpo.IsEmpty || cuerpo.Length != 4 + (2 * cuerpo[0]))
        {
            return Perfil("no tiene sus partes en orden");
        }

        _hayImagen = true;
        while (true)
        {
            var salto = _bytes[_lugar..].IndexOf((byte)0xFF);
            if (salto < 0 || _lugar + salto + 1 >= _bytes.Length)
            {
                return Incompleta;
            }

            _lugar += salto;
            if (_bytes[_lugar + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return null;
            }

            _lugar += _bytes[_lugar + 1] == 0xFF ? 1 : 2;
        }
    }

    private static Falta Incompleta => new("imagen_incompleta", "La imagen está cortada: le falta el final.");

    private static Falta Metadatos(string cuales) => new("imagen_con_metadatos", $"La imagen trae {cuales}, y no se publican metadatos.");

    private static Falta Perfil(string por) => new("imagen_de_perfil_desconocido", $"El archivo empieza como JPEG pero {por}.");
}
