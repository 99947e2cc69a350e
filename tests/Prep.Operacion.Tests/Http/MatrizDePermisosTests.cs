using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Prep.Datos.Tests;
using Prep.Operacion.Http;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Tests.Http;

/// <summary><c>docs/permisos.md</c> is what the routes say: generated here, read by auditors, never written by hand.</summary>
public sealed class MatrizDePermisosTests(ClusterDePostgres cluster)
{
    private static readonly string _ruta = Path.Combine(
        typeof(MatrizDePermisosTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "Raiz").Value!, "docs", "permisos.md");

    [Fact]
    public async Task El_documento_dice_lo_que_las_rutas_permiten()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        var documento = Documento(s.Puntos.OfType<RouteEndpoint>());
        if (Environment.GetEnvironmentVariable("PREP_DORADOS") == "1")
        {
            await File.WriteAllTextAsync(_ruta, documento);
        }

        Assert.Equal(await File.ReadAllTextAsync(_ruta), documento);
    }

    [Fact]
    public void Cada_puesto_tiene_nombre() => Assert.All(Puesto.Permisos.Keys, p => Assert.True(NombreDePuesto.Existe(p), p));

    private static string Documento(IEnumerable<RouteEndpoint> rutas)
    {
        var texto = new StringBuilder("""
            # Permissions

            Who may do what: each use case and each screen asks for one permission, each puesto has some. Generated from the routes of the program by `MatrizDePermisosTests` (run it with `PREP_DORADOS=1` to write it anew); `PermisosTests` calls every route as every puesto and as nobody. Persons are separated by person besides: who captured an acta does not capture it again, who proposed does not confirm, whatever their puesto.

            """).AppendLine();
        var puestos = Puesto.Permisos.Keys.ToArray();
        texto.AppendLine("## Puestos").AppendLine().AppendLine("| puesto | name on the screens | permissions |").AppendLine("|---|---|---|");
        foreach (var puesto in puestos)
        {
            texto.AppendLine($"| `{puesto}` | {NombreDePuesto.De(puesto)} | {(Puesto.Permisos[puesto].Count == 0 ? "none: reads only what is public" : string.Join(", ", Puesto.Permisos[puesto].Select(p => $"`{p}`")))} |");
        }

        var casos = rutas.Select(r => (
                Fase: Tipo(r)?.Namespace?.Split('.').Last() ?? "",
                Caso: Tipo(r)?.Name ?? "",
                Metodo: r.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.SingleOrDefault() ?? "GET",
                Ruta: r.RoutePattern.RawText!,
                Permiso: r.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).SingleOrDefault(p => p is not null)))
            .OrderBy(c => c.Fase, StringComparer.Ordinal).ThenBy(c => c.Ruta, StringComparer.Ordinal).ThenBy(c => c.Metodo, StringComparer.Ordinal).ToArray();
        foreach (var fase in casos.Where(c => Permiso.Todos.Contains(c.Permiso)).GroupBy(c => c.Fase))
        {
            texto.AppendLine().AppendLine($"## {fase.Key}").AppendLine().AppendLine("| use case or screen | route | permission | allowed to |").AppendLine("|---|---|---|---|");
            foreach (var (_, caso, metodo, ruta, permiso) in fase)
            {
                var quienes = puestos.Where(p => Puesto.Permisos[p].Contains(permiso!)).ToArray();
                texto.AppendLine($"| {caso} | `{metodo} {ruta}` | `{permiso}` | {(quienes.Length == 0 ? "nobody" : string.Join(", ", quienes))} |");
            }
        }

        texto.AppendLine().AppendLine("## Without a permission").AppendLine().AppendLine("| route | who |").AppendLine("|---|---|");
        foreach (var (_, _, metodo, ruta, permiso) in casos.Where(c => !Permiso.Todos.Contains(c.Permiso)))
        {
            texto.AppendLine($"| `{metodo} {ruta}` | {(ruta.StartsWith("/cuenta/", StringComparison.Ordinal) ? "whoever has a session, on her own account" : ruta.TrimEnd('/') == "/puestos" ? "whoever has a puesto" : "anyone: it is the door, or says nothing of the process")} |");
        }

        return texto.ToString().ReplaceLineEndings("\n");
    }

    // The lambda of a route lives in a class made by the compiler inside its use case.
    private static Type? Tipo(RouteEndpoint ruta)
    {
        var tipo = ruta.Metadata.GetMetadata<MethodInfo>()?.DeclaringType;
        while (tipo is { IsNested: true } && tipo.Name.StartsWith('<'))
        {
            tipo = tipo.DeclaringType;
        }

        return tipo;
    }
}
