using Prep.Dominio;
using Prep.Operacion.Cuentas;
using Prep.Seguimiento;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Verbos;

/// <summary>A programme to practise with: the founding plan copied so that today is in its second month, and its Commission the accounts of the practice.</summary>
internal static class PlanDePractica
{
    /// <summary>The key of its programme.</summary>
    public const string Clave = "plan-de-practica";

    /// <param name="carpeta">Where the folder of the plan is left.</param>
    public static async Task<Result<Programa>> AbrirAsync(string carpeta, LecturaDePadron padron, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var copia = CopiarPrograma.Ejecutar(new(
            CargarPlan.DelPrograma, Path.Combine(carpeta, Clave), Mes.De(DateOnly.FromDateTime(c.Ahora.UtcDateTime)).Mas(-1),
            Proceso: "Práctica: nada de este plan es oficial", Comision: "Comisión del PREP (práctica)"));
        return copia.IsOk ? await AbrirPrograma.EjecutarAsync(copia.Value.Definicion with { Integrantes = [.. Cuentas(copia.Value.Definicion, padron)] }, c, ct) : copia.Rechazo;
    }

    // Who signs in as presidencia presides, and so with each puesto, in the order of the roster.
    private static IEnumerable<Integrante> Cuentas(DefinicionDePrograma definicion, LecturaDePadron padron) => definicion.Integrantes.GroupBy(i => i.Puesto).SelectMany(
        puesto => puesto.Zip(padron.Renglones!.Where(r => r.Puestos.Contains(puesto.Key)), (i, r) => i with { Nombre = r.Nombre, Persona = r.Persona, Cargo = $"Cuenta {r.Persona} de la práctica" }));
}
