using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Preparacion.Carpeta;

/// <summary>Reads an election folder (docs/eleccion.md) into a process, or tells every fault it finds with its place.</summary>
/// <remarks>Reads only; nothing is persisted here.</remarks>
public static class LectorDeCarpeta
{
    /// <summary>Largest file accepted, in bytes: a national catalogue is a third of it.</summary>
    public const int ArchivoMaximo = 64 << 20;

    public static LecturaDeCarpeta Leer(string carpeta)
    {
        var registro = new RegistroDeFaltas();
        return Leer(nombre => Abrir(carpeta, nombre, registro), registro);
    }

    /// <param name="abrir">Content of a file by its relative name, or null when there is none.</param>
    public static LecturaDeCarpeta Leer(Func<string, byte[]?> abrir) => Leer(abrir, new());

    private static LecturaDeCarpeta Leer(Func<string, byte[]?> abrir, RegistroDeFaltas registro)
    {
        var archivos = new ArchivosDeCarpeta(abrir, registro);
        var proceso = LectorDeProceso.Leer(archivos) is { } cabecera ? Armar(cabecera, archivos) : null;
        return new(registro.Hay ? null : proceso, registro.Faltas, registro.Avisos, registro.Omitidas);
    }

    private static Proceso? Armar(CabeceraDeProceso cabecera, ArchivosDeCarpeta archivos)
    {
        var municipios = LectorDeMunicipios.Leer(archivos);
        var elecciones = new List<Eleccion>();
        foreach (var eleccion in cabecera.Elecciones)
        {
            if (LectorDeEleccion.Leer(eleccion, cabecera.Proceso.Entidad, municipios.PorClave, archivos) is { } leida)
            {
                elecciones.Add(leida);
            }
        }

        LectorDeMunicipios.Confrontar(municipios, elecciones);
        var geografia = LectorDeGeografia.Leer(archivos, municipios.PorClave);
        return archivos.Registro.Hay ? null : cabecera.Proceso with
        {
            Elecciones = [.. elecciones.Select(e => LectorDeGeografia.ConMapa(e, geografia, archivos.Registro))],
            SistemasNormativos = [.. municipios.SistemasNormativos.Select(s => s.Municipio)],
        };
    }

    private static byte[]? Abrir(string carpeta, string nombre, RegistroDeFaltas registro)
    {
        var archivo = new FileInfo(Path.Combine(carpeta, nombre));
        if (!archivo.Exists)
        {
            return null;
        }

        if (archivo.Length <= ArchivoMaximo)
        {
            return File.ReadAllBytes(archivo.FullName);
        }

        registro.Falta("archivo_demasiado_grande", nombre, 1, 1, $"El archivo pasa de {ArchivoMaximo >> 20} MiB.", "Revise que sea el archivo correcto.");
        return [];
    }
}

/// <summary>The files of one folder and what is wrong with them.</summary>
internal sealed class ArchivosDeCarpeta(Func<string, byte[]?> abrir, RegistroDeFaltas registro)
{
    public RegistroDeFaltas Registro => registro;

    /// <returns>Null, with a fault, when the file is not there.</returns>
    public byte[]? Abrir(string nombre)
    {
        var bytes = abrir(nombre);
        if (bytes is null)
        {
            registro.Falta("archivo_ausente", nombre, 1, 1, "No está el archivo.", "Agréguelo a la carpeta: docs/eleccion.md dice qué lleva.");
        }

        return bytes;
    }

    /// <summary>A file that a folder may lack.</summary>
    public byte[]? AbrirOpcional(string nombre) => abrir(nombre);

    /// <summary>A table that a folder may lack.</summary>
    public TablaCsv? TablaOpcional(string nombre, IReadOnlyList<string> requeridas) =>
        abrir(nombre) is { } bytes ? TablaCsv.Leer(nombre, bytes, requeridas, [], registro) : null;

    /// <returns>Null when the file is absent or its header cannot be used; the faults say why.</returns>
    public TablaCsv? Tabla(string nombre, IReadOnlyList<string> requeridas, params string[] opcionales) =>
        Abrir(nombre) is { } bytes ? TablaCsv.Leer(nombre, bytes, requeridas, opcionales, registro) : null;
}
