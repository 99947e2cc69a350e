using Prep.Datos.Bases;
using Prep.Datos.Filas;

namespace Prep.Operacion.Identificacion;

/// <summary>Two persons agree on what an image shows. Whoever had that image before them is written in the bitácora of its acta: the queue never gives them that acta.</summary>
/// <remarks>Fuente: spec §2.2, persons are separated per acta.</remarks>
internal sealed record Acuerdo(ImagenFila Imagen, IReadOnlyList<string> Antes)
{
    private const string Vista = "imagen_vista";

    /// <summary>Who uploaded it, who said something of it, agreeing or not, and who worked on it under another acta.</summary>
    /// <param name="segunda">Who speaks now: what comes next is written in that name.</param>
    public static async Task<Acuerdo> DeAsync(Transaccion tx, ImagenFila imagen, IReadOnlyList<IdentidadFila> dichas, string segunda)
    {
        var deOtra = imagen.Acta is { } otra ? await BitacoraFila.DeActaAsync(tx, otra) : [];
        return new(imagen, [.. dichas.Select(d => d.Persona).Prepend(imagen.Persona).Concat(deOtra.Select(b => b.Persona)).Where(p => p != segunda).Distinct()]);
    }

    public async Task AnotarAsync(Transaccion tx, ActaFila acta, DateTimeOffset ahora)
    {
        var ya = acta.Eslabones == 0 ? [] : (await BitacoraFila.DeActaAsync(tx, acta.Numero)).Select(b => b.Persona).ToHashSet();
        foreach (var persona in Antes.Where(p => !ya.Contains(p)))
        {
            await BitacoraFila.AnotarAsync(tx, acta, persona, Vista, $"{Imagen.Id}", ahora);
        }
    }
}
