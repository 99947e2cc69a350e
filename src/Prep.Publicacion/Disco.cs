using System.Runtime.InteropServices;

namespace Prep.Publicacion;

/// <summary>What .NET's files lack: rename over a symlink, hard links, fsync of folders, one syncfs for thousands of files, flock.</summary>
/// <remarks>
/// Every failure is an <see cref="IOException"/> whose sentence names the place and, for a full disk, the remedy.
/// Reading small files goes straight to the system: three calls a file instead of seven, which is what verifying 40,000 of them costs.
/// </remarks>
public static partial class Disco
{
    private const int SoloLectura = 0;
    private const int SoloEscritura = 1;
    private const int LecturaYEscritura = 2;
    private const int Crear = 0x40;
    private const int Vaciar = 0x200;
    private const int ModoPublico = 0b110_100_100;
    private const int ModoPrivado = 0b110_000_000;
    private const int Carpeta = 0x10000;
    private const int CerrarAlEjecutar = 0x80000;
    private const int NoEsperar = 4;
    private const int DesdeAqui = -100;
    private const uint UnoPorOtro = 2;
    private const int Exclusivo = 2;

    /// <summary>rename(2): replaces the target in one step; a symlink at either end is renamed itself, never followed.</summary>
    public static void Renombrar(string de, string a) => Revisar(rename(de, a), $"renombrar {de} como {a}");

    /// <summary>Puts <paramref name="nueva"/> in the place of <paramref name="vieja"/>, and that one in its place, in one step; in two where the file system cannot.</summary>
    public static void Intercambiar(string nueva, string vieja)
    {
        if (!Directory.Exists(vieja))
        {
            Renombrar(nueva, vieja);
            return;
        }

        if (renameat2(DesdeAqui, nueva, DesdeAqui, vieja, UnoPorOtro) == 0)
        {
            return;
        }

        var apartada = nueva + ".apartada";
        Renombrar(vieja, apartada);
        Renombrar(nueva, vieja);
        Renombrar(apartada, nueva);
    }

    /// <summary>A second name for the same file; a copy where the file system refuses links.</summary>
    public static void Enlazar(string de, string a)
    {
        if (link(de, a) == 0)
        {
            return;
        }

        var error = Marshal.GetLastPInvokeError();
        if (error is Errores.NoExiste or Errores.YaExiste or Errores.SinEspacio)
        {
            throw Falla(error, $"enlazar {de} como {a}");
        }

        Copiar(de, a);
    }

    /// <summary>Makes <paramref name="enlace"/> point at <paramref name="destino"/> (kept as written, relative), replacing it in one step.</summary>
    public static void ApuntarEnlace(string enlace, string destino)
    {
        var nuevo = enlace + ".nuevo";
        File.Delete(nuevo);
        File.CreateSymbolicLink(nuevo, destino);
        Renombrar(nuevo, enlace);
    }

    /// <summary>Writes beside, syncs and renames: a reader sees the old bytes or the new ones, never a part.</summary>
    public static void Reemplazar(string ruta, ReadOnlySpan<byte> bytes)
    {
        var nuevo = ruta + ".nuevo";
        Escribir(nuevo, bytes, ModoPublico, sincronizar: true);
        Renombrar(nuevo, ruta);
    }

    /// <summary>Writes a file that only its owner reads (0600), durable on return.</summary>
    public static void EscribirPrivado(string ruta, ReadOnlySpan<byte> bytes) => Escribir(ruta, bytes, ModoPrivado, sincronizar: true);

    /// <summary>Writes a whole file without syncing it: a later <see cref="SincronizarTodo"/> does.</summary>
    public static void Escribir(string ruta, ReadOnlySpan<byte> bytes) => Escribir(ruta, bytes, ModoPublico, sincronizar: false);

    private static void Escribir(string ruta, ReadOnlySpan<byte> bytes, int modo, bool sincronizar)
    {
        var fd = Revisar(open(ruta, SoloEscritura | Crear | Vaciar | CerrarAlEjecutar, modo), $"escribir {ruta}");
        try
        {
            Escribir(fd, bytes, ruta);
            if (sincronizar)
            {
                Revisar(fsync(fd), $"sincronizar {ruta}");
            }
        }
        finally
        {
            _ = close(fd);
        }
    }

    public static void SincronizarCarpeta(string carpeta)
    {
        var fd = Revisar(open(carpeta, SoloLectura | Carpeta | CerrarAlEjecutar, 0), $"abrir {carpeta}");
        try
        {
            Revisar(fsync(fd), $"sincronizar {carpeta}");
        }
        finally
        {
            _ = close(fd);
        }
    }

    /// <summary>syncfs(2): everything written so far on the file system that holds <paramref name="carpeta"/> is durable on return.</summary>
    public static void SincronizarTodo(string carpeta)
    {
        var fd = Revisar(open(carpeta, SoloLectura | Carpeta | CerrarAlEjecutar, 0), $"abrir {carpeta}");
        try
        {
            Revisar(syncfs(fd), $"sincronizar el disco de {carpeta}");
        }
        finally
        {
            _ = close(fd);
        }
    }

    /// <summary>flock(2), exclusive, without waiting. The system releases it if the process dies.</summary>
    /// <returns>Null when another process (or another handle of this one) holds it.</returns>
    public static IDisposable? Candado(string ruta)
    {
        // Not FileStream: it takes a lock of its own.
        var fd = Revisar(open(ruta, LecturaYEscritura | Crear | CerrarAlEjecutar, ModoPublico), $"abrir {ruta}");
        if (flock(fd, Exclusivo | NoEsperar) == 0)
        {
            return new Tomado(fd);
        }

        _ = close(fd);
        return null;
    }

    private sealed class Tomado(int fd) : IDisposable
    {
        private int _fd = fd;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _fd, -1) is >= 0 and var abierto)
            {
                _ = close(abierto);
            }
        }
    }

    /// <summary>Reads a whole file into <paramref name="destino"/>, growing it when it must.</summary>
    /// <returns>Bytes read; -1 when there is no such file (or it is not a file).</returns>
    public static int Leer(string ruta, ref byte[] destino)
    {
        var fd = open(ruta, SoloLectura | CerrarAlEjecutar, 0);
        if (fd < 0)
        {
            var error = Marshal.GetLastPInvokeError();
            return error is Errores.NoExiste or Errores.NoEsCarpeta ? -1 : throw Falla(error, $"leer {ruta}");
        }

        try
        {
            var total = 0;
            while (true)
            {
                var pedidos = destino.Length - total;
                var leidos = (int)read(fd, ref destino[total], pedidos);
                if (leidos < 0)
                {
                    var error = Marshal.GetLastPInvokeError();
                    return error == Errores.EsCarpeta ? -1 : throw Falla(error, $"leer {ruta}");
                }

                // A regular file gives less than asked only at its end: no second call to learn it.
                total += leidos;
                if (leidos < pedidos)
                {
                    return total;
                }

                if (total == destino.Length)
                {
                    Array.Resize(ref destino, checked(destino.Length * 2));
                }
            }
        }
        finally
        {
            _ = close(fd);
        }
    }

    /// <summary>The same failure in words with its remedy, when it is .NET that met the full disk; else the failure as it came.</summary>
    public static IOException Explicar(IOException falla, string accion) =>
        falla is not FallaDeDisco && Errores.EsDiscoLleno(falla) ? Falla(Errores.SinEspacio, accion, falla) : falla;

    private static void Copiar(string de, string a)
    {
        try
        {
            File.Copy(de, a);
        }
        catch (IOException e)
        {
            throw Explicar(e, $"copiar {de} como {a}");
        }
    }

    private static void Escribir(int fd, ReadOnlySpan<byte> bytes, string ruta)
    {
        while (bytes.Length > 0)
        {
            var escritos = (int)write(fd, in MemoryMarshal.GetReference(bytes), bytes.Length);
            if (escritos < 0)
            {
                throw Falla(Marshal.GetLastPInvokeError(), $"escribir {ruta}");
            }

            bytes = bytes[escritos..];
        }
    }

    private static int Revisar(int resultado, string accion) =>
        resultado >= 0 ? resultado : throw Falla(Marshal.GetLastPInvokeError(), accion);

    private static FallaDeDisco Falla(int error, string accion, Exception? causa = null)
    {
        var motivo = error switch
        {
            Errores.SinEspacio or Errores.CuotaAgotada or Errores.ArchivoDemasiadoGrande => "el disco está lleno: libere espacio y repita",
            Errores.NoExiste => "no existe",
            Errores.YaExiste => "ya existe",
            Errores.OtroDisco => "están en discos distintos: póngalos en el mismo",
            _ => Marshal.GetPInvokeErrorMessage(error),
        };
        return new($"No se pudo {accion}: {motivo}.", error, causa);
    }

    /// <summary>A failure already told in words with its remedy.</summary>
    private sealed class FallaDeDisco : IOException
    {
        public FallaDeDisco(string mensaje, int error, Exception? causa)
            : base(mensaje, causa) => HResult = error;
    }

    /// <summary>errno of Linux that change what is said or done.</summary>
    private static class Errores
    {
        public const int NoExiste = 2;
        public const int YaExiste = 17;
        public const int OtroDisco = 18;
        public const int NoEsCarpeta = 20;
        public const int EsCarpeta = 21;
        public const int ArchivoDemasiadoGrande = 27;
        public const int SinEspacio = 28;
        public const int CuotaAgotada = 122;

        public static bool EsDiscoLleno(IOException e) => (e.HResult & 0xFFFF) is SinEspacio or CuotaAgotada or ArchivoDemasiadoGrande or 0x70 or 0x27;
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int rename(string de, string a);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int renameat2(int carpeta, string de, int otra, string a, uint como);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int link(string de, string a);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string ruta, int banderas, int modo);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint read(int fd, ref byte destino, nint cuantos);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int fd, in byte origen, nint cuantos);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int fd);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(int fd);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int syncfs(int fd);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int flock(int fd, int operacion);
}
