using System.Buffers.Binary;
using System.Text.Json;
using Prep.Dominio;

namespace Prep.Operacion.Digitalizacion.Imagenes;

/// <summary>What can be published, and what was measured of the original.</summary>
/// <param name="Jpeg">Of the published profile: see <see cref="Perfil"/>.</param>
public sealed record ImagenLimpia(byte[] Jpeg, MedidasDeCalidad Medidas)
{
    /// <summary>Published profile: one grey channel, the longer side at most so many points, this JPEG quality, no metadata.</summary>
    public static readonly (int LadoMayor, int Calidad) Perfil = (2400, 80);

    internal const string DemasiadosPuntos = "demasiados_puntos", Danada = "danada";

    internal byte[] ABytes()
    {
        var medidas = JsonSerializer.SerializeToUtf8Bytes(Medidas);
        var bytes = new byte[4 + medidas.Length + Jpeg.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, medidas.Length);
        medidas.CopyTo(bytes, 4);
        Jpeg.CopyTo(bytes, 4 + medidas.Length);
        return bytes;
    }

    internal static Result<ImagenLimpia> DeBytes(byte[] bytes)
    {
        var largo = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        return new ImagenLimpia(bytes[(4 + largo)..], JsonSerializer.Deserialize<MedidasDeCalidad>(bytes.AsSpan(4, largo))!);
    }

    internal static Rechazo Rechazo(string porque) => porque == DemasiadosPuntos
        ? new("imagen_enorme", $"La imagen tiene más de {LimitesDeOriginal.Puntos / 1_000_000} millones de puntos. Digitalice el acta a 200 o 300 puntos por pulgada.", ClaseDeRechazo.Entrada)
        : new("imagen_danada", "El archivo está cortado o dañado: no se pudo leer entero. Digitalice el acta otra vez; si vuelve a pasar, use otro equipo o tome una fotografía.", ClaseDeRechazo.Entrada);
}
