using System.Globalization;

namespace Prep.Seguimiento.Documentos;

/// <summary>The values of the documents as people say them.</summary>
public static class PalabrasDeDocumentos
{
    private static readonly string[] _unidades = ["bytes", "KB", "MB", "GB"];

    public static string De(ClaseDeDocumento clase) => clase switch
    {
        ClaseDeDocumento.Proyecto => "Proyecto",
        ClaseDeDocumento.VersionFinal => "Versión final",
        ClaseDeDocumento.Acuerdo => "Acuerdo",
        ClaseDeDocumento.Oficio => "Oficio",
        ClaseDeDocumento.Informe => "Informe",
        ClaseDeDocumento.Convocatoria => "Convocatoria",
        ClaseDeDocumento.Minuta => "Minuta",
        ClaseDeDocumento.Acta => "Acta",
        ClaseDeDocumento.Contrato => "Contrato o convenio",
        ClaseDeDocumento.Fotografia => "Fotografía",
        ClaseDeDocumento.Evidencia => "Evidencia",
        ClaseDeDocumento.Otro => "Otro",
        _ => throw new ArgumentOutOfRangeException(nameof(clase)),
    };

    /// <summary><c>1.5 MB</c>.</summary>
    public static string Peso(long bytes)
    {
        var (valor, unidad) = ((double)bytes, 0);
        while (valor >= 1024 && unidad < _unidades.Length - 1)
        {
            (valor, unidad) = (valor / 1024, unidad + 1);
        }

        return $"{valor.ToString(valor < 10 && unidad > 0 ? "0.#" : "0", CultureInfo.InvariantCulture)} {_unidades[unidad]}";
    }
}
