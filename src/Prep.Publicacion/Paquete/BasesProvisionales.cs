using System.Globalization;
using System.Text;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;

namespace Prep.Publicacion.Paquete;

/// <summary>A plain layout that stands in until the official ones land; it goes then.</summary>
public static class BasesProvisionales
{
    public static readonly EscritorDeBases Escritor = new()
    {
        NombreDeBase = (p, e) => $"{p.Entidad.Abreviatura}_{e.CodigoDeArchivo}_{p.Anio}.csv",
        NombreDeCandidaturas = (p, e) => $"{p.Entidad.Abreviatura}_{e.CodigoDeArchivo}_CANDIDATURAS_{p.Anio}.csv",
        Base = (corte, eleccion, resultados, flujo) =>
        {
            using var texto = Texto(flujo);
            var hora = TimeZoneInfo.ConvertTime(eleccion.InstanteEn, corte.Proceso.Calendario.Zona);
            texto.Write($"{eleccion.Eleccion.Titulo}\r\n{hora.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture)}\r\n\r\n");
            texto.Write($"{string.Join(',', Cifras.Nombres)}\r\n{string.Join(',', resultados.Estado.Cifras.Valores)}\r\n\r\n");
            var columnas = NombresDeCampos.De(eleccion.Eleccion, new("todas", [.. Enumerable.Range(0, eleccion.Eleccion.Contendientes.Count)]));
            texto.Write($"CLAVE_CASILLA,CLAVE_ACTA,{string.Join(',', columnas)},CONTABILIZADA\r\n");
            for (var i = 0; i < eleccion.Registros.Count; i++)
            {
                var acta = eleccion.Eleccion.Actas[i];
                texto.Write($"'{acta.Casilla.Clave},'{acta.Id.ClaveActa},{Campos(eleccion.Registros[i], columnas.Count)}\r\n");
            }
        },
        Candidaturas = (_, e, flujo) =>
        {
            using var texto = Texto(flujo);
            texto.Write("AREA,PARTIDO_CI,CANDIDATURA_PROPIETARIA,CANDIDATURA_SUPLENTE\r\n");
            foreach (var area in e.Areas)
            {
                foreach (var candidatura in area.Candidaturas)
                {
                    texto.Write($"'{area.Id.Clave},{candidatura.Nombre},{candidatura.Propietaria},{candidatura.Suplente}\r\n");
                }
            }
        },
        Leeme = (corte, eleccion, archivos, flujo) =>
        {
            using var texto = Texto(flujo);
            texto.Write($"{eleccion.Eleccion.Titulo}\r\nResultados preliminares, sin efectos jurídicos. Corte {corte.Id}.\r\n");
            foreach (var (archivo, sha256) in archivos)
            {
                texto.Write($"{archivo}  {sha256}\r\n");
            }
        },
    };

    private static string Campos(RegistroDeActa? registro, int cuantos) => registro is null
        ? string.Join(',', Enumerable.Repeat("-", cuantos + 1))
        : $"{string.Join(',', registro.Datos?.Campos.Select(c => c.ToString()) ?? Enumerable.Repeat("SIN ACTA", cuantos))},{(int)registro.Conteo.Contabilizada}";

    private static StreamWriter Texto(Stream flujo) => new(flujo, new UTF8Encoding(false), leaveOpen: true);
}
