using Prep.Dominio;

namespace Prep.Publicacion.Comprobacion;

/// <summary>Checks the databases inside a ZIP, the outer one or one of an election, whoever made it.</summary>
internal static class ComprobadorDeZip
{
    // A ZIP of ZIPs of files: no publication nests deeper.
    private const int Hondura = 2;

    /// <returns>What was found; refused when it must not be opened or holds no database.</returns>
    public static Result<Informe> Comprobar(string ruta, OpcionesDeComprobacion opciones)
    {
        var bytes = File.ReadAllBytes(ruta);
        var reporte = new Reporte();
        var corte = default(string);
        var (maximo, bases) = (ArchivoZip.MaximoAbierto, 0);
        if (Revisar(Path.GetFileName(ruta), bytes, 1) is { } rechazo)
        {
            return rechazo;
        }

        if (bases == 0)
        {
            return new Rechazo("zip_sin_base", $"{ruta}: no trae ninguna base de datos del PREP.", ClaseDeRechazo.Entrada);
        }

        RevisarCodigo(ruta, bytes, reporte);
        return new Informe(ruta, corte, "sin firma: es un ZIP suelto", reporte.Revisado, reporte.Faltas, reporte.Avisos);

        Rechazo? Revisar(string nombre, byte[] contenido, int nivel)
        {
            var lectura = ArchivoZip.Leer(nombre, contenido, maximo);
            if (!lectura.IsOk)
            {
                return lectura.Rechazo;
            }

            foreach (var entrada in lectura.Value)
            {
                maximo -= entrada.Bytes.Length;
                var dentro = $"{nombre}/{entrada.Nombre}";
                if (entrada.Nombre.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
                {
                    var negado = nivel < Hondura
                        ? Revisar(dentro, entrada.Bytes, nivel + 1)
                        : new Rechazo("zip_hondo", $"{dentro}: hay ZIP dentro de ZIP dentro de ZIP. No se abrió.", ClaseDeRechazo.Entrada);
                    if (negado is not null)
                    {
                        return negado;
                    }
                }
                else if (entrada.Nombre.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !entrada.Nombre.Contains("CANDIDATURA", StringComparison.OrdinalIgnoreCase))
                {
                    RevisarBase(dentro, entrada.Bytes);
                }
            }

            return null;
        }

        void RevisarBase(string nombre, byte[] contenido)
        {
            bases++;
            reporte.Contar("bases de datos");
            var lectura = ComprobadorDeBase.Comprobar(nombre, contenido, new(opciones.Estricto));
            if (!lectura.IsOk)
            {
                reporte.Falta(lectura.Rechazo.Codigo, nombre, lectura.Rechazo.Mensaje);
                return;
            }

            corte ??= lectura.Value.Corte;
            foreach (var (que, cuantos) in lectura.Value.Revisado)
            {
                reporte.Contar(que, cuantos);
            }

            reporte.Agregar(lectura.Value.Faltas);
            reporte.AgregarAvisos(lectura.Value.Avisos);
        }
    }

    private static void RevisarCodigo(string ruta, byte[] bytes, Reporte reporte)
    {
        var lado = ruta + ".sha256";
        if (!File.Exists(lado))
        {
            return;
        }

        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        var escrito = File.ReadAllText(lado).Split(' ', '\t', '\n', '\r')[0];
        if (!string.Equals(escrito, sha256, StringComparison.OrdinalIgnoreCase))
        {
            reporte.Falta("codigo_distinto", lado, "No es el código del ZIP a su lado.", escrito, sha256);
        }
    }
}
