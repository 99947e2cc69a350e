using System.Text.Encodings.Web;
using System.Text.Json;

namespace Prep.Medidas;

/// <summary>The measures, in the order of the budgets.</summary>
public static class Catalogo
{
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<Medida> Todas()
    {
        yield break;
    }
}
