using System.CommandLine;
using Prep.Datos;
using Prep.Dominio;
using Prep.Publicacion.Paquete;
using Prep.Simulador.Repeticion;

namespace Prep.Verbos;

/// <summary>Plays an official file's actas through the use cases and compares what comes out with what was published.</summary>
internal static class Repetir
{
    public static Command Verbo()
    {
        var archivo = new Argument<FileInfo>("F.csv") { Description = "Base de datos oficial del PREP: el CSV, o el ZIP que trae una sola." };
        var eleccion = new Option<DirectoryInfo?>("--eleccion") { Description = "Carpeta de la elección; sin ella el catálogo se deduce del archivo.", HelpName = "DIR" };
        var candidaturas = new Option<FileInfo?>("--candidaturas") { Description = "Archivo de candidaturas, para los nombres.", HelpName = "F.csv" };
        var cortes = new Option<string?>("--cortes") { Description = "Instantes locales AAAA-MM-DDTHH:MM separados por comas; sin ellos, el del archivo.", HelpName = "INSTANTES" };
        var contra = new Option<string[]>("--contra") { Description = "CORTE=archivo.csv: otro archivo oficial con que comparar ese corte. Puede repetirse.", HelpName = "CORTE=F.csv", DefaultValueFactory = _ => [] };
        var ultimo = new Option<bool>("--ultimo") { Description = "El último corte toma la regla de la última actualización." };
        var formato = Bases.Opcion();
        var diferencias = new Option<FileInfo?>("--diferencias") { Description = "Escribe aquí cada diferencia con su razón (CSV).", HelpName = "D.csv" };
        var salida = new Option<DirectoryInfo>("--salida") { Description = "Carpeta de la publicación: ausente o vacía.", HelpName = "DIR", Required = true };
        var verbo = new Command("repetir", "Repite una noche oficial por el sistema y compara cada corte con lo publicado.")
        {
            archivo, eleccion, candidaturas, cortes, contra, ultimo, formato, diferencias, salida,
        };
        verbo.SetAction((lectura, ct) => EjecutarAsync(
            new(
                lectura.GetRequiredValue(archivo).FullName, lectura.GetValue(eleccion)?.FullName, lectura.GetValue(candidaturas)?.FullName,
                lectura.GetValue(cortes), lectura.GetValue(contra) ?? [], lectura.GetValue(ultimo)),
            lectura.GetRequiredValue(formato), lectura.GetValue(diferencias)?.FullName, lectura.GetRequiredValue(salida).FullName, ct));
        return verbo;
    }

    private static async Task<int> EjecutarAsync(PeticionDeRepeticion peticion, string formato, string? diferencias, string salida, CancellationToken ct)
    {
        Entradas.Archivo(peticion.Archivo);
        Entradas.CarpetaVacia(salida);
        if (diferencias is not null)
        {
            Entradas.PorEscribir(diferencias);
        }

        var opciones = peticion.Eleccion is { } carpeta ? Bases.Opciones(carpeta, formato) : new() { Bases = Bases.De(formato) };
        var avisos = new List<string>();
        var plan = LecturaDePlan.Leer(peticion, avisos);
        if (!plan.IsOk)
        {
            throw new MalUsoException(plan.Rechazo.Mensaje);
        }

        foreach (var aviso in avisos.Distinct().Take(12))
        {
            await Console.Error.WriteLineAsync($"aviso: {aviso}");
        }

        var temporal = Directory.CreateTempSubdirectory("prep-repetir-").FullName;
        try
        {
            await using var almacen = await Almacen.AbrirAsync(new(temporal), TimeProvider.System, ct);
            using var clave = ClaveDeFirma.AbrirOCrear(Path.Combine(temporal, "claves"));
            var publicador = new Publicador(salida, clave, TimeProvider.System, opciones);
            using var avance = new Avance();
            var resultado = await new Repetidor(almacen, publicador, salida, _ => null, avance.Mostrar).EjecutarAsync(plan.Value, ct);
            avance.Dispose();
            if (!resultado.IsOk)
            {
                await Console.Error.WriteLineAsync(resultado.Rechazo.Mensaje);
                return resultado.Rechazo.Clase == ClaseDeRechazo.Entrada ? Salida.MalUso : Salida.NoSePudo;
            }

            if (diferencias is not null)
            {
                InformeDeRepeticion.EscribirDiferencias(resultado.Value.Comparaciones, diferencias);
            }

            InformeDeRepeticion.Imprimir(resultado.Value, Console.Out);
            return resultado.Value.Inexplicadas == 0 ? Salida.Hecho : Salida.No;
        }
        finally
        {
            Directory.Delete(temporal, recursive: true);
        }
    }
}
