using System.Globalization;
using System.Text.RegularExpressions;
using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Formatos;

/// <summary>Which election a file is of: state, year, type and the names of its own files; from its title, its rows and its name.</summary>
public sealed partial record IdentidadDeArchivo(
    Entidad Entidad, bool Nacional, int Anio, TipoDeEleccion Tipo, EleccionId Eleccion, string CodigoDeArchivo, string Titulo)
{
    /// <summary><c>oaxaca-2022</c>.</summary>
    public string Proceso => $"{Palabras.Normalizar(Entidad.Nombre).ToLowerInvariant().Replace(' ', '-')}-{Anio}";

    /// <param name="entidades">Different ids of entidad in the rows, with their names.</param>
    public static IdentidadDeArchivo De(ArchivoOficial archivo, IReadOnlyList<(int Id, string Nombre)> entidades)
    {
        var nombre = Palabras.Columna(Path.GetFileNameWithoutExtension(archivo.Nombre));
        var m = Forma().Match(nombre);
        var titulo = archivo.Encabezado.Titulo;
        var (tipo, id, codigo) = DeTituloONombre(Palabras.Normalizar(titulo), m.Success ? m.Groups["tipo"].Value : nombre);
        var nacional = entidades.Count > 1;
        var entidad = nacional
            ? Entidades.Nacional
            : entidades.Select(e => Entidades.PorId(e.Id) ?? Entidades.PorNombre(e.Nombre)).FirstOrDefault(e => e is not null)
                ?? (m.Success ? Entidades.PorNombre(m.Groups["ent"].Value) : null) ?? Entidades.Nacional;
        if (m.Success && !nacional && entidad.Abreviatura != m.Groups["ent"].Value && m.Groups["ent"].Value.Length is >= 2 and <= 6)
        {
            entidad = entidad with { Abreviatura = m.Groups["ent"].Value };
        }

        var anio = archivo.Encabezado.CorteLocal?.Year
            ?? (AnioDelNombre().Match(nombre) is { Success: true } a ? int.Parse(a.Value, CultureInfo.InvariantCulture) : 0);
        return new(entidad, nacional, anio, tipo, new(id), codigo, titulo.Length > 0 ? titulo : TituloDe(tipo));
    }

    private static (TipoDeEleccion, string, string) DeTituloONombre(string titulo, string nombre)
    {
        bool Dice(params string[] palabras) => palabras.Any(p => titulo.Contains(p, StringComparison.Ordinal));
        bool Nombra(params string[] codigos) => codigos.Any(c => $"_{nombre}_".Contains($"_{c}_", StringComparison.Ordinal));
        return true switch
        {
            _ when Dice("GUBERNATURA", "GOBERNA", "GOBIERNO") => (TipoDeEleccion.Gubernatura, "gub", Nombra("GOB") ? "GOB" : "GUB"),
            _ when Dice("DIPUTA") && (Dice("FEDERAL") || Nombra("DIP_FED")) => (TipoDeEleccion.Diputaciones, "dip_fed", "DIP_FED"),
            _ when Dice("DIPUTA") => (TipoDeEleccion.Diputaciones, "dip_loc", Nombra("DIP") && !Nombra("DIP_LOC") ? "DIP" : "DIP_LOC"),
            _ when Dice("AYUNTAMIENTO", "ALCALD", "MUNICIPAL", "PRESIDENCIAS MUNICIPALES", "MUNICIPE", "REGIDUR", "CONCEJAL") =>
                (TipoDeEleccion.Ayuntamientos, "ayun", Nombra("ALC") ? "ALC" : "AYUN"),
            _ when Dice("SENADUR", "SENADOR") => (TipoDeEleccion.Otra, "sen", "SEN"),
            _ when Dice("PRESIDENCIA", "PRESIDENTE") => (TipoDeEleccion.Otra, "pres", "PRES"),
            _ when Nombra("GUB", "GOB", "JGOB") => (TipoDeEleccion.Gubernatura, "gub", Nombra("GOB") ? "GOB" : "GUB"),
            _ when Nombra("DIP_FED") => (TipoDeEleccion.Diputaciones, "dip_fed", "DIP_FED"),
            _ when Nombra("DIP_LOC", "DIP", "DIPLOC", "DL", "DIP_MR") => (TipoDeEleccion.Diputaciones, "dip_loc", Nombra("DIP_LOC") ? "DIP_LOC" : "DIP"),
            _ when Nombra("AYUN", "AYU", "ALC", "MUN", "AYTO") => (TipoDeEleccion.Ayuntamientos, "ayun", Nombra("ALC") ? "ALC" : "AYUN"),
            _ when Nombra("SEN") => (TipoDeEleccion.Otra, "sen", "SEN"),
            _ when Nombra("PRES") => (TipoDeEleccion.Otra, "pres", "PRES"),
            _ => (TipoDeEleccion.Otra, "eleccion", "ELECCION"),
        };
    }

    private static string TituloDe(TipoDeEleccion tipo) => tipo switch
    {
        TipoDeEleccion.Gubernatura => "GUBERNATURA",
        TipoDeEleccion.Diputaciones => "DIPUTACIONES LOCALES",
        TipoDeEleccion.Ayuntamientos => "AYUNTAMIENTOS",
        _ => "ELECCIÓN",
    };

    [GeneratedRegex(@"^(?:\d{8}_\d{4}_)?(?:PREP_)?(?<ent>[A-Z]{2,6})_(?<tipo>[A-Z_]+?)(?:_EXT|_EXTRAORDINARIA)?_(?<anio>(?:19|20)\d\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Forma();

    [GeneratedRegex(@"20[0-4]\d", RegexOptions.CultureInvariant)]
    private static partial Regex AnioDelNombre();
}
