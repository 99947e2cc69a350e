using System.Reflection;
using Prep.Datos.Seguimiento;
using Prep.Operacion.Tests.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Operacion.Tests.Seguimiento;

/// <summary>The programme that ships, open in the book of a test's server.</summary>
internal static class ProgramaDePrueba
{
    public static async Task AbrirProgramaAsync(this ServidorDePrueba s, DateTimeOffset ahora)
    {
        s.Datos.Reloj.Ahora = ahora;
        var raiz = typeof(ProgramaDePrueba).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "Raiz").Value!;
        await using var almacen = await AlmacenDeSeguimiento.AbrirAsync(s.Datos.Opciones, s.Datos.Reloj, default);
        (await AbrirPrograma.EjecutarAsync(LectorDePrograma.Leer(Path.Combine(raiz, "datos", "seguimiento", "oaxaca-2023-2024")).Debe(), new("programa", "", new LibroDeSeguimiento(almacen), s.Datos.Reloj), default)).Debe();
    }
}
