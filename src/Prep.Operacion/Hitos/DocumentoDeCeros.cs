using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Prep.Documentos;
using Prep.Dominio;
using Prep.Operacion.Documentos;
using Prep.Operacion.Puestos;
using Prep.Publicacion.Sitio.Textos;

namespace Prep.Operacion.Hitos;

/// <summary>The acta circunstanciada de puesta en ceros, from what the act recorded: the same act gives the same page and so the same document.</summary>
public static class DocumentoDeCeros
{
    /// <summary>The kind in the register and the name of the template.</summary>
    public const string Tipo = "acta-ceros";

    // A process has one.
    private const int Unico = 1;

    private static readonly string[] _meses = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    /// <param name="Pagina">The page that was printed.</param>
    public sealed record Hecho(EmitirDocumento.Emitido Documento, string Pagina);

    public static async Task<Result<Hecho>> EmitirAsync(ActaDeCeros acta, Plantillas plantillas, Impresora impresora, Contexto c, CancellationToken ct)
    {
        // Given once: the act that was signed does not change with a template.
        if (await EmitirDocumento.DadoAsync(Tipo, Unico, c, ct) is { } dado)
        {
            return dado.Luego<Hecho>(d => new Hecho(d, d.Html));
        }

        var pagina = Pagina(acta, plantillas);
        if (!pagina.IsOk)
        {
            return pagina.Rechazo;
        }

        var hecho = await EmitirDocumento.EjecutarAsync(new(Tipo, "Acta circunstanciada de puesta en ceros", pagina.Value, Unico), impresora, c, ct);
        return hecho.IsOk ? new Hecho(hecho.Value, pagina.Value) : hecho.Rechazo;
    }

    public static Result<string> Pagina(ActaDeCeros a, Plantillas plantillas)
    {
        var zona = TimeZoneInfo.FindSystemTimeZoneById(a.Zona);
        return plantillas.Llenar(Tipo, new Dictionary<string, object?>
        {
            ["folio"] = $"{a.Proceso} · ceros · {a.Corte.Id}",
            ["numero"] = Unico,
            ["proceso"] = a.Nombre,
            ["clase"] = a.Clase,
            ["esSimulacro"] = a.Clase != "Jornada",
            ["lugar"] = a.Lugar.Length == 0 ? "________________________________" : a.Lugar,
            ["inicia"] = EnLetra(a.IniciadaEn, zona),
            ["corteEn"] = EnLetra(a.CorteEn, zona),
            ["concluye"] = EnLetra(a.ConcluidaEn, zona),
            ["zona"] = HoraLocal.EnPalabras(zona),
            ["fedatario"] = a.Fedatario,
            ["asistentes"] = a.Asistentes.Select(x => Plantillas.Renglon(("nombre", x.Nombre), ("cargo", x.Cargo))).ToArray(),
            ["entorno"] = Pares(("Equipo", a.Entorno.Maquina), ("Sistema", a.Entorno.Sistema), ("Plataforma", a.Entorno.Plataforma), ("Programa", a.Entorno.Programa), ("Base de datos", a.Entorno.Base), ("Almacén", a.Entorno.Almacen)),
            ["guion"] = a.Guion,
            ["cuantasTablas"] = a.Tablas.Count,
            ["totalDeFilas"] = a.Tablas.Sum(t => t.Cuenta),
            ["tablas"] = a.Tablas.Select(t => Plantillas.Renglon(("tabla", t.Tabla), ("consulta", t.Consulta), ("cuenta", Escrito.Numero(t.Cuenta)))).ToArray(),
            ["aparte"] = a.Aparte.Select(t => Plantillas.Renglon(("tabla", t.Tabla), ("cuenta", Escrito.Numero(t.Cuenta)), ("sha256", t.Sha256))).ToArray(),
            ["carpetas"] = a.Carpetas.Select(x => Plantillas.Renglon(("nombre", x.Nombre), ("ruta", x.Ruta), ("archivos", Escrito.Numero(x.Archivos)))).ToArray(),
            ["espejos"] = a.Espejos.Select(e => Plantillas.Renglon(("direccion", e.Direccion), ("dice", e.Dice))).ToArray(),
            ["corte"] = a.Corte.Id,
            ["manifiesto"] = a.Corte.Manifiesto,
            ["portada"] = a.Corte.Portada,
            ["entradas"] = Escrito.Numero(a.Corte.Entradas),
            ["catalogo"] = a.Catalogo,
            ["elecciones"] = a.Elecciones.Select(e => Plantillas.Renglon(("titulo", e.Titulo), ("areas", Escrito.Numero(e.Areas)), ("actas", Escrito.Numero(e.Actas)), ("lista", Escrito.Numero(e.ListaNominal)))).ToArray(),
            ["cifras"] = a.Elecciones.Count == 0 ? [] : a.Elecciones[0].Cifras.Select((f, i) => new Dictionary<string, object?>
            {
                ["nombre"] = Escrito.NombresDeCifras[i],
                ["valores"] = a.Elecciones.Select(e => Escrito.Cifra(e.Cifras[i].Value)).ToArray(),
            }).ToArray(),
            ["version"] = a.VersionDeConfiguracion,
            ["configuracion"] = a.Configuracion,
            ["valores"] = a.Valores.Select(v => Plantillas.Renglon(("nombre", v.Nombre), ("valor", v.Valor), ("acuerdo", v.Acuerdo.Length == 0 ? "—" : v.Acuerdo))).ToArray(),
            ["conLista"] = a.Lista is not null,
            ["lista"] = a.Lista?.Nombre ?? "",
            ["listaSha256"] = a.Lista?.Sha256 ?? "",
            ["claveSha256"] = a.Lista?.ClaveSha256 ?? "",
            ["cuantosArtefactos"] = Escrito.Numero(a.Artefactos.Count),
            ["iguales"] = Escrito.Numero(a.Artefactos.Count(x => x.Resultado == ResultadoDeHuella.Igual)),
            ["artefactos"] = a.Artefactos.Select(x => Plantillas.Renglon(("ruta", x.Ruta.Replace("# ", "", StringComparison.Ordinal)), ("sha256", x.Hallado), ("resultado", a.Lista is null ? "sin lista" : x.Resultado.ToString().ToLowerInvariant()))).ToArray(),
            ["avisos"] = a.Avisos.ToArray(),
        });
    }

    /// <summary><c>2 de junio de 2024, 18:00:05 horas (UTC-06:00)</c>.</summary>
    internal static string EnLetra(DateTimeOffset instante, TimeZoneInfo zona)
    {
        var local = TimeZoneInfo.ConvertTime(instante, zona);
        return string.Create(CultureInfo.InvariantCulture, $"{local.Day} de {_meses[local.Month - 1]} de {local.Year}, {local:HH:mm:ss} horas (UTC{(local.Offset < TimeSpan.Zero ? "−" : "+")}{local.Offset:hh\\:mm})");
    }

    internal static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    internal static string Sha256(string texto) => Sha256(Encoding.UTF8.GetBytes(texto));

    private static Dictionary<string, object?>[] Pares(params (string Nombre, string Valor)[] pares) => [.. pares.Select(p => Plantillas.Renglon(("nombre", p.Nombre), ("valor", p.Valor)))];
}
