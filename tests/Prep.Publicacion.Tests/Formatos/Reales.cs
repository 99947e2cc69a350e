using System.Reflection;
using Prep.Publicacion.Formatos;

namespace Prep.Publicacion.Tests.Formatos;

/// <summary>The official files that ship in datos/reales, by what they are.</summary>
internal static class Reales
{
    public static readonly string Raiz = typeof(Reales).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "Raiz").Value!;

    public static string Ruta(string relativa) => Path.Combine(Raiz, "datos", "reales", relativa);

    public static readonly string Oaxaca = Ruta("20220606_1500_PREP_GUB_OAX/OAX_GUB_2022.csv");
    public static readonly string OaxacaTemprano = Ruta("20220605_2120_PREP_GUB_OAX/OAX_GUB_2022.csv");
    public static readonly string OaxacaCandidaturas = Ruta("20220606_1500_PREP_GUB_OAX/OAX_GUB_Candidatura_2022.csv");
    public static readonly string Puebla2019 = Ruta("20190603_0915_PREP_AYUN_PUE/PUE_AYUN_ext_2019.csv");
    public static readonly string Puebla2019Candidaturas = Ruta("20190603_0915_PREP_AYUN_PUE/PUE_AYUN_CANDIDATURAS_ext_2019.csv");
    public static readonly string CampecheDiputaciones = Ruta("20210601_1852_PREP_DIP_LOC_CAMP/CAMP_DIP_LOC_2021.csv");
    public static readonly string CampecheAyuntamientos = Ruta("20210601_1852_PREP_AYUN_CAMP/CAMP_AYUN_2021.csv");
    public static readonly string PueblaAyuntamientos = Ruta("puebla2024_simulacro1/PUE_AYUN_2024.csv");
    public static readonly string PueblaDiputaciones = Ruta("puebla2024_simulacro1/PUE_DIP_LOC_2024.csv");

    public static ArchivoOficial Leer(string ruta) => ArchivoOficial.Leer(ruta).Value;

    public static CatalogoInferido Catalogo(string ruta, string? candidaturas = null) =>
        CatalogoInferido.De(Leer(ruta), candidaturas is null ? null : CandidaturasLeidas.Leer(candidaturas).Value).Value;
}
