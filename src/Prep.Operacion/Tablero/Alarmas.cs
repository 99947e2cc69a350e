using Prep.Dominio.Catalogo;
using Prep.Dominio.Sitios;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Tablero;

/// <summary>What somebody should attend to now, worst first. Each line says what, where and since when.</summary>
internal static class Alarmas
{
    private const int Nombrados = 6;

    public static IReadOnlyList<Alarma> De(LecturaDeTablero l, Proceso proceso, AjustesDeTablero ajustes)
    {
        if (!proceso.Calendario.EnOperacion(l.En))
        {
            return [];
        }

        var alarmas = new List<Alarma>();
        if (l.Corte.Atrasado)
        {
            alarmas.Add(new(true, "El corte no ha salido", l.Corte.Ultimo is { } ultimo ? $"El último fue {ultimo}, a las {proceso.Hora(l.Corte.PublicadoEn!.Value)}." : "Todavía no sale ninguno.", l.Corte.PublicadoEn ?? proceso.Calendario.InicioEn));
        }

        Catds(true, "CATD en silencio", c => c.EnSilencio, $"Llevan {ajustes.Silencio.TotalMinutes:0} minutos o más sin recibir ni anotar, y les faltan bolsas");
        Catds(true, "CATD sellado o evacuado", c => c.Situacion == SituacionDeSitio.Sellado, "Nadie trabaja ahí");
        Catds(true, "Incidentes sin respuesta", c => c.SinRespuesta > 0, "El centro no ha contestado");
        if (l.Hasta - proceso.Calendario.AperturaEn >= ajustes.Silencio && proceso.Clase != ClaseDeProceso.Repeticion)
        {
            Catds(false, "CATD sin abrir", c => c.Situacion == SituacionDeSitio.SinAbrir && c.Catd is not null, "No han registrado su apertura", proceso.Calendario.AperturaEn);
        }

        foreach (var espera in l.Esperas.Where(e => e.Tarde > 0))
        {
            alarmas.Add(new(espera.Etapa is Etapa.EnSupervision or Etapa.OtraImagen, $"{Etapas.Nombre(espera.Etapa)}: {Cuantas(espera.Tarde)} sin moverse", $"Más de {ajustes.Espera.TotalMinutes:0} minutos.", espera.Desde));
        }

        foreach (var hueco in l.Custodia.Where(h => h.Cuantas > 0 && (h.Clase is ClaseDeHueco.EmpaquetadaSinPublicar || (h.Clase is ClaseDeHueco.PapelSinImagen or ClaseDeHueco.EnOtroCatd && h.Tarde > 0))))
        {
            alarmas.Add(new(false, $"{CustodiaDeTablero.Nombre(hueco.Clase)}: {Cuantas(hueco.Tarde > 0 ? hueco.Tarde : hueco.Cuantas)}", "Vea «Papel y datos».", hueco.Desde));
        }

        return [.. alarmas.OrderByDescending(a => a.Grave)];

        void Catds(bool grave, string que, Func<ConteoDeCatd, bool> cuales, string detalle, DateTimeOffset? desde = null)
        {
            var suyos = l.Catds.Where(cuales).OrderBy(c => c.UltimaSenalEn ?? DateTimeOffset.MinValue).ToArray();
            if (suyos.Length > 0)
            {
                var nombres = string.Join(", ", suyos.Take(Nombrados).Select(c => c.Catd)) + (suyos.Length > Nombrados ? $" y {suyos.Length - Nombrados} más" : "");
                alarmas.Add(new(grave, $"{que}: {suyos.Length}", $"{nombres}. {detalle}.", desde ?? suyos[0].UltimaSenalEn));
            }
        }
    }

    private static string Cuantas(int actas) => actas == 1 ? "1 acta" : $"{actas:N0} actas";
}
