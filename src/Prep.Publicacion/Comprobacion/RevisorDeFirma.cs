using Prep.Publicacion.Paquete;

namespace Prep.Publicacion.Comprobacion;

/// <summary>A manifest against the signature that lies beside it.</summary>
/// <param name="sujeto">Whose it is, as the first words of a sentence: <c>El corte</c>.</param>
internal sealed class RevisorDeFirma(IFuenteDePublicacion fuente, Reporte reporte, string pem, string sujeto)
{
    private byte[] _bufer = new byte[1 << 8];

    public void Revisar(string carpeta, byte[] manifiesto)
    {
        var ruta = $"{carpeta}/{RutasDePaquete.Firma}";
        var leidos = fuente.Leer(ruta, ref _bufer);
        if (leidos < 0)
        {
            reporte.Falta("firma_ausente", ruta, $"{sujeto} no tiene firma.");
        }
        else if (!ClaveDeFirma.Verificar(pem, manifiesto, _bufer.AsSpan(0, leidos)))
        {
            reporte.Falta("firma_invalida", ruta, $"La firma no corresponde a {carpeta}/{RutasDePaquete.Manifiesto} con esta clave: o cambió el manifiesto, o la firma, o lo firmó otra clave.");
        }
    }
}
