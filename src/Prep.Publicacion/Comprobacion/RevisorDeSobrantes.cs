using Prep.Publicacion.Sitio;

namespace Prep.Publicacion.Comprobacion;

/// <summary>What is there and nothing signed accounts for.</summary>
internal sealed class RevisorDeSobrantes(IFuenteDePublicacion fuente, Reporte reporte)
{
    public const string Codigo = "archivo_no_listado";

    private byte[] _bufer = new byte[1 << 16];

    public void Revisar(ArchivosConocidos conocidos, string carpeta)
    {
        if (fuente.Listar(carpeta) is not { } presentes)
        {
            return;
        }

        foreach (var ruta in presentes)
        {
            if (!conocidos.Conoce(ruta))
            {
                reporte.Falta(Codigo, ruta, "Está en la publicación y ninguna lista firmada lo nombra.");
            }
            else if (conocidos.EsRecursoDeAntes(ruta) && fuente.Leer(ruta, ref _bufer) is var leidos && !Recursos.LoNombraSuContenido(ruta, _bufer.AsSpan(0, Math.Max(leidos, 0)).ToArray()))
            {
                reporte.Falta("codigo_distinto", ruta, "No es el recurso que dice su nombre, que es el código de su contenido.");
            }
        }
    }
}
