using System.Reflection;
using Prep.Dominio;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Tests;

/// <summary>The founding document, as it ships.</summary>
internal static class DatosQueSeEntregan
{
    public static string Carpeta => Path.Combine(
        typeof(DatosQueSeEntregan).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "Raiz").Value!, "datos", "seguimiento", "oaxaca-2023-2024");

    public static DefinicionDePrograma Oaxaca => LectorDePrograma.Leer(Carpeta).Debe();

    public static T Debe<T>(this Result<T> resultado) => resultado.IsOk ? resultado.Value : throw new Xunit.Sdk.XunitException($"{resultado.Rechazo.Codigo}: {resultado.Rechazo.Mensaje}");

    public static void Rechaza<T>(this Result<T> resultado, string codigo) => Assert.Equal(codigo, resultado.IsOk ? "aceptado" : resultado.Rechazo.Codigo);
}
