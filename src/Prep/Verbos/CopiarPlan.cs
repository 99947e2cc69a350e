using System.CommandLine;
using Prep.Dominio;
using Prep.Seguimiento.Plan;

namespace Prep.Verbos;

/// <summary><c>plan copiar DIR NUEVA</c>: begins the plan of another election from one that is written.</summary>
internal static class CopiarPlan
{
    public static Command Verbo()
    {
        var origen = new Argument<string>("DIR") { Description = "Carpeta del plan que se copia (datos/seguimiento trae uno)." };
        var destino = new Argument<string>("NUEVA") { Description = "Carpeta que se crea; su nombre es la clave del programa nuevo, como tlaxcala-2027." };
        var primero = new Option<string>("--primer-mes") { Description = "El de las primeras actividades, como 2026-12: todas las fechas se mueven con él, por meses enteros.", HelpName = "MES", Required = true };
        var proceso = new Option<string?>("--proceso") { Description = "Cómo se llama el proceso electoral nuevo; sin ella queda el del otro.", HelpName = "NOMBRE" };
        var comision = new Option<string?>("--comision") { Description = "Cómo se llama la Comisión; sin ella queda la del otro.", HelpName = "NOMBRE" };
        var verbo = new Command("copiar", "Empieza un plan a partir de otro: mueve sus fechas, deja sus textos y dice cuáles nombran un mes o un año.") { origen, destino, primero, proceso, comision };
        verbo.SetAction(lectura => Correr(lectura.GetRequiredValue(origen), lectura.GetRequiredValue(destino), lectura.GetRequiredValue(primero), lectura.GetValue(proceso), lectura.GetValue(comision)));
        return verbo;
    }

    private static int Correr(string origen, string destino, string primero, string? proceso, string? comision)
    {
        if (!Mes.TryParse(primero, out var mes))
        {
            throw new MalUsoException($"--primer-mes «{primero}» no se entiende: se escribe como 2026-12.");
        }

        var hecho = CopiarPrograma.Ejecutar(new(origen, destino, mes, proceso, comision));
        if (!hecho.IsOk)
        {
            Console.Error.WriteLine(hecho.Rechazo.Mensaje);
            return hecho.Rechazo.Clase == ClaseDeRechazo.Entrada ? Salida.MalUso : Salida.No;
        }

        var copia = hecho.Value;
        var plan = copia.Definicion.Plan;
        Console.WriteLine($"""
            {destino}: {plan.Actividades.Length} actividades y {plan.Sesiones.Length} sesiones, movidas {copia.Meses} meses. Su clave es {copia.Definicion.Id}
            La jornada queda el {Palabras.Larga(copia.Definicion.Jornada)} y el calendario va del {Palabras.Larga(copia.Definicion.Inicio)} al {Palabras.Larga(copia.Definicion.Fin)}: póngalos en {LectorDePrograma.Archivo} como los fijó el instituto.
            Los textos, la institución y las personas quedaron palabra por palabra. Éstos nombran un mes o un año:
            """);
        foreach (var t in copia.PorRedactar)
        {
            Console.WriteLine($"  {t.Archivo}, línea {t.Linea}, {t.Lugar}: «{t.Texto}»");
        }

        Console.WriteLine($"Cuando estén como deben: ./prep plan cargar {destino}");
        return Salida.Hecho;
    }
}
