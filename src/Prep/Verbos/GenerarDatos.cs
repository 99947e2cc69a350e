using System.CommandLine;
using Prep.Simulador.Catalogos;

namespace Prep.Verbos;

/// <summary>Hidden: writes again the elections that ship from the public files, after a change in their generator.</summary>
internal static class GenerarDatos
{
    public static Command Verbo()
    {
        var datos = new Argument<string>("datos") { Description = "La carpeta datos del repositorio." };
        var verbo = new Command("generar-datos", "Vuelve a escribir las elecciones de datos/.") { Hidden = true };
        verbo.Arguments.Add(datos);
        verbo.SetAction(lectura =>
        {
            EleccionesQueSeEntregan.Escribir(lectura.GetRequiredValue(datos));
            return Salida.Hecho;
        });
        return verbo;
    }
}
