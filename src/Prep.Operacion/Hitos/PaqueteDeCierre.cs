using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Cortes;
using Prep.Operacion.Puestos;
using Prep.Publicacion;
using Prep.Publicacion.Paquete;

namespace Prep.Operacion.Hitos;

/// <summary>The final package, in <c>cierre/</c> of the store: the databases of the last corte, what signs them, the whole log, and the bitácoras. Written once; afterwards it is only checked.</summary>
public static class PaqueteDeCierre
{
    public const string Lista = "SHA256SUMS";

    private const string Nuevo = ".cierre";
    private const string Accion = "paquete_de_cierre";

    /// <param name="Sha256">Of its list: it covers every file.</param>
    /// <param name="YaEstaba">It had been made; it was checked again.</param>
    public sealed record Hecho(string Carpeta, string Sha256, IReadOnlyList<ArchivoListado> Archivos, bool YaEstaba);

    public static string CarpetaDe(Almacen almacen) => Path.Combine(almacen.Carpeta, "cierre");

    /// <param name="publicacion">Folder of the publisher.</param>
    /// <returns><c>paquete_alterado</c>, naming the file.</returns>
    public static async Task<Result<Hecho>> EjecutarAsync(string publicacion, CorteId ultimo, Contexto c, CancellationToken ct)
    {
        var carpeta = CarpetaDe(c.Almacen);
        var yaEstaba = Directory.Exists(carpeta);
        if (!yaEstaba)
        {
            await EscribirAsync(publicacion, ultimo, c, ct);
        }

        var comprobado = await ComprobarAsync(carpeta, c, ct);
        return comprobado.IsOk ? comprobado.Value with { YaEstaba = yaEstaba } : comprobado;
    }

    private static async Task EscribirAsync(string publicacion, CorteId ultimo, Contexto c, CancellationToken ct)
    {
        var obra = Path.Combine(c.Almacen.Carpeta, Nuevo);
        if (Directory.Exists(obra))
        {
            Directory.Delete(obra, recursive: true);
        }

        Directory.CreateDirectory(obra);
        var corte = Path.Combine(publicacion, RutasDePaquete.Cortes, ultimo.Valor);
        Copiar(Path.Combine(corte, RutasDePaquete.Manifiesto), obra, "");
        Copiar(Path.Combine(corte, RutasDePaquete.Firma), obra, "");
        Copiar(Path.Combine(publicacion, RutasDePaquete.ClavePublica), obra, "");
        foreach (var zip in Directory.EnumerateFiles(Path.Combine(corte, RutasDePaquete.BaseDeDatos), "*.zip*", SearchOption.AllDirectories))
        {
            Copiar(zip, obra, RutasDePaquete.BaseDeDatos);
        }

        foreach (var segmento in Directory.EnumerateFiles(Path.Combine(publicacion, RutasDePaquete.Registro), "*.jsonl"))
        {
            Copiar(segmento, obra, RutasDePaquete.Registro);
        }

        Directory.CreateDirectory(Path.Combine(obra, "bitacora"));
        await c.Almacen.Base.LeerAsync(
            async tx =>
            {
                await BitacorasAsync(tx, obra, c);
                return true;
            },
            ct);
        var lista = string.Concat(Directory.EnumerateFiles(obra, "*", SearchOption.AllDirectories).Select(r => Path.GetRelativePath(obra, r).Replace('\\', '/')).Order(StringComparer.Ordinal)
            .Select(r => $"{Codigo(Path.Combine(obra, r))}  {r}\n"));
        await File.WriteAllTextAsync(Path.Combine(obra, Lista), lista, ct);
        // Its hash is in the bitácora before it has its name: whoever changes the package cannot change that.
        await c.EnTransaccionAsync<Acuse>(
            async tx =>
            {
                await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, Accion, Codigo(Path.Combine(obra, Lista)), c.Ahora);
                return new Acuse(c.Ahora);
            },
            ct);
        Disco.SincronizarTodo(obra);
        Disco.Renombrar(obra, CarpetaDe(c.Almacen));
        Disco.SincronizarCarpeta(c.Almacen.Carpeta);
    }

    private static async Task BitacorasAsync(Transaccion tx, string obra, Contexto c)
    {
        var deActas = await tx.TodosAsync(
            "SELECT b.acta, b.eslabon, b.ocurrido_en, b.persona, b.accion, b.detalle, b.hash, a.eleccion, a.area, a.clave, a.ordinal FROM bitacora b LEFT JOIN acta a ON a.numero = b.acta ORDER BY b.acta, b.eslabon",
            f => new Apunte(
                f.IsDBNull(7) ? "proceso" : $"{new Dominio.Catalogo.ActaId(new(f.GetString(7)), new(f.GetString(8)), f.GetString(9), f.GetInt32(10))}", f.GetInt64(0), f.GetInt32(1), f.GetInt64(2), f.GetString(3), f.GetString(4), f.GetString(5), f.GetString(6)));
        await EscribirAsync(Path.Combine(obra, "bitacora"), "actas-y-proceso", deActas, c);
        var deSitios = (await SucesoDeSitioFila.TodosAsync(tx)).Select(s => new Apunte(s.Sitio, 0, s.Numero, s.RegistradoEn, s.Persona, s.Puesto, s.Contenido, s.Hash) { OcurridoEn = s.OcurridoEn }).ToArray();
        await EscribirAsync(Path.Combine(obra, "bitacora"), "sitios", deSitios, c);
    }

    // In microseconds UTC too, as the chain takes it: a stranger can recompute every hash.
    private static async Task EscribirAsync(string carpeta, string nombre, IReadOnlyList<Apunte> apuntes, Contexto c)
    {
        await using StreamWriter jsonl = new(Path.Combine(carpeta, $"{nombre}.jsonl"), false, new UTF8Encoding(false)) { NewLine = "\n" };
        await using StreamWriter csv = new(Path.Combine(carpeta, $"{nombre}.csv"), false, new UTF8Encoding(true)) { NewLine = "\r\n" };
        await csv.WriteLineAsync("DE,NUMERO,ESLABON,OCURRIDO_MICROSEGUNDOS,REGISTRADO_MICROSEGUNDOS,HORA_LOCAL,PERSONA,ACCION_O_PUESTO,DETALLE,SHA256_DE_CADENA");
        StringBuilder renglon = new();
        foreach (var a in apuntes)
        {
            var ocurrido = a.OcurridoEn ?? a.RegistradoEn;
            var hora = c.Proceso.FechaYHora(Instante.DeMicros(a.RegistradoEn));
            await jsonl.WriteLineAsync(new JsonObject
            {
                ["de"] = a.De, ["numero"] = a.Numero, ["eslabon"] = a.Eslabon, ["ocurrido"] = ocurrido, ["registrado"] = a.RegistradoEn, ["hora"] = hora,
                ["persona"] = a.Persona, ["accion"] = a.Accion, ["detalle"] = a.Detalle, ["sha256"] = a.Hash,
            }.ToJsonString(_json));
            renglon.Clear();
            TextoCsv.Linea(renglon, [a.De, $"{a.Numero}", $"{a.Eslabon}", $"{ocurrido}", $"{a.RegistradoEn}", hora, a.Persona, a.Accion, a.Detalle, a.Hash]);
            await csv.WriteAsync(renglon);
        }
    }

    private static readonly JsonSerializerOptions _json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Apunte(string De, long Numero, int Eslabon, long RegistradoEn, string Persona, string Accion, string Detalle, string Hash)
    {
        public long? OcurridoEn { get; init; }
    }

    private static async Task<Result<Hecho>> ComprobarAsync(string carpeta, Contexto c, CancellationToken ct)
    {
        var lista = Path.Combine(carpeta, Lista);
        if (!File.Exists(lista))
        {
            return Alterado(Lista, "falta");
        }

        var sha = Codigo(lista);
        var anotados = await c.Almacen.Base.LeerAsync(tx => tx.TodosAsync("SELECT detalle FROM bitacora WHERE acta = 0 AND accion = @p0", f => f.GetString(0), Accion), ct);
        if (!anotados.Contains(sha))
        {
            return Alterado(Lista, "no tiene el código que quedó en la bitácora");
        }

        List<ArchivoListado> archivos = [];
        foreach (var renglon in await File.ReadAllLinesAsync(lista, ct))
        {
            var (codigo, ruta) = (renglon[..64], renglon[66..]);
            var archivo = Path.Combine(carpeta, ruta);
            if (!File.Exists(archivo) || Codigo(archivo) != codigo)
            {
                return Alterado(ruta, File.Exists(archivo) ? "cambió" : "falta");
            }

            archivos.Add(new(ruta, new FileInfo(archivo).Length, codigo));
        }

        var sobra = Directory.EnumerateFiles(carpeta, "*", SearchOption.AllDirectories).Select(r => Path.GetRelativePath(carpeta, r)).FirstOrDefault(r => r != Lista && archivos.All(a => a.Ruta != r));
        return sobra is null ? new Hecho(carpeta, sha, archivos, true) : Alterado(sobra, "sobra");
    }

    private static Rechazo Alterado(string archivo, string que) =>
        new("paquete_alterado", $"El paquete final ya no es el que se hizo: {archivo} {que}. Restáurelo de la copia; no se escribe otro encima.", ClaseDeRechazo.Conflicto);

    private static void Copiar(string de, string carpeta, string bajo)
    {
        Directory.CreateDirectory(Path.Combine(carpeta, bajo));
        File.Copy(de, Path.Combine(carpeta, bajo, Path.GetFileName(de)));
    }

    private static string Codigo(string ruta)
    {
        using var archivo = File.OpenRead(ruta);
        return Convert.ToHexStringLower(SHA256.HashData(archivo));
    }
}
