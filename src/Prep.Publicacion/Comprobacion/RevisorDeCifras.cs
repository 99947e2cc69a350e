namespace Prep.Publicacion.Comprobacion;

internal sealed class RevisorDeCifras(IFuenteDePublicacion fuente, Reporte reporte, Eslabon eslabon, OpcionesDeComprobacion opciones)
{
    public void Revisar(RevisorDeRegistro registro, RevisorDeArchivos archivos)
    {
        _ = (fuente, reporte, eslabon, opciones, registro, archivos);
    }
}
