using Prep.Dominio.Actas;

namespace Prep.Operacion.Acopio;

/// <summary>The motives of sin acta as people say them.</summary>
public static class NombreDeMotivo
{
    public static string De(MotivoSinActa motivo) => motivo switch
    {
        MotivoSinActa.PaqueteNoEntregado => "paquete no entregado",
        MotivoSinActa.CasillaNoInstalada => "casilla no instalada",
        _ => "paquete entregado sin bolsa",
    };
}
