using Prep.Dominio.Contabilizacion;
using Prep.Publicacion.Formatos;

namespace Prep.Publicacion.Comprobacion;

/// <summary>Totals of the rows of one area.</summary>
internal sealed class SumaDeRenglones
{
    public int Esperadas { get; set; }

    public int Capturadas { get; set; }

    public int Contabilizadas { get; set; }

    public long ListaNominal { get; set; }

    public long ConEspeciales { get; set; }

    public long SinEspeciales { get; set; }

    /// <summary>By clave of the boleta, no registradas and nulos among them.</summary>
    public Dictionary<string, long> Votos { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, long> VotosRp { get; } = new(StringComparer.Ordinal);

    public IEnumerable<(string Nombre, long Valor)> Cifras =>
    [
        ("ACTAS_ESPERADAS", Esperadas), ("ACTAS_CAPTURADAS", Capturadas), ("ACTAS_CONTABILIZADAS", Contabilizadas),
        ("ACTAS_NO_CONTABILIZADAS", Capturadas - Contabilizadas), ("LISTA_NOMINAL_ACTAS_CONTABILIZADAS", ListaNominal),
        ("TOTAL_VOTOS_C_CS", ConEspeciales), ("TOTAL_VOTOS_S_CS", SinEspeciales),
    ];
}

/// <summary>Adds the rows of a database by area, and looks each captured one up in the log.</summary>
internal sealed class RecuentoDeAreas(ArchivoOficial archivo, string eleccion, string ruta, RevisorDeRegistro registro, Reporte reporte)
{
    private readonly Dictionary<string, SumaDeRenglones> _areas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _veces = new(StringComparer.Ordinal);
    private readonly Columna _columna = archivo.Esquema.Tiene(Columna.IdDistrito) || !archivo.Esquema.Tiene(Columna.IdMunicipio) ? Columna.IdDistrito : Columna.IdMunicipio;

    /// <summary>Folder of the areas of this election: <c>distrito</c> or <c>municipio</c>.</summary>
    public string Carpeta => _columna == Columna.IdMunicipio ? "municipio" : "distrito";

    /// <param name="clave">As the JSON names the area; leading zeros do not matter. <c>01-003</c> is a district of one entidad of a national file.</param>
    public SumaDeRenglones De(string clave) => _areas.GetValueOrDefault(Sinceros(clave)) ?? new();

    public void Contar()
    {
        var fila = new LectorDeFilas(archivo);
        var claves = fila.Votos.Columnas.Select((c, i) => i < archivo.Esquema.Boleta.Count ? archivo.Esquema.Boleta[i].Clave : archivo.Esquema.Nombres[c]).ToArray();
        var (registradas, fuera) = (0, 0);
        while (fila.Avanzar())
        {
            if (fila.Estado != LectorDeFilas.Forma.Bien || fila.Clase == ClaseDeHecho.FueraDeCatalogo)
            {
                fuera += fila.Estado == LectorDeFilas.Forma.Bien ? 1 : 0;
                continue;
            }

            Sumar(fila, claves);
            registradas += Buscar(fila) ? 1 : 0;
        }

        var vigentes = registro.Vigentes.Values.Where(v => v.Eleccion == eleccion).ToLookup(v => v.Contabilizada == (int)Contabilizada.FueraDeCatalogo);
        var enRegistro = vigentes[false].Count();
        if (fuera != vigentes[true].Count())
        {
            reporte.Falta("registro_distinto", ruta, "El registro y la base no tienen las mismas actas fuera de catálogo.", $"{fuera}", $"{vigentes[true].Count()}", campo: "ACTAS_FUERA_CATALOGO");
        }

        if (registradas != enRegistro)
        {
            reporte.Falta("registro_distinto", ruta, "El registro publica actas que la base no trae como capturadas.", $"{registradas}", $"{enRegistro}", campo: "ACTAS_CAPTURADAS");
        }
    }

    private void Sumar(LectorDeFilas fila, string[] claves)
    {
        var area = fila.Digitos(_columna, 3).TrimStart('0');
        Sumar(fila, claves, area);
        if (area.Length > 0)
        {
            Sumar(fila, claves, $"{fila.Digitos(Columna.IdEntidad, 2)}-{area}");
        }
    }

    private static string Sinceros(string clave) => clave.IndexOf('-') is >= 0 and var i ? $"{clave[..i]}-{clave[(i + 1)..].TrimStart('0')}" : clave.TrimStart('0');

    private void Sumar(LectorDeFilas fila, string[] claves, string area)
    {
        if (!_areas.TryGetValue(area, out var suma))
        {
            _areas[area] = suma = new();
        }

        suma.Esperadas++;
        suma.Capturadas += fila.Contabilizada is null ? 0 : 1;
        if (fila.Contabilizada != Contabilizada.Si)
        {
            return;
        }

        suma.Contabilizadas++;
        suma.ListaNominal += Math.Max(0, Celda.Leer(fila.Celda(Columna.ListaNominal)));
        suma.ConEspeciales += fila.Votos.Suma;
        suma.SinEspeciales += fila.Texto(Columna.TipoCasilla) == "S" ? 0 : fila.Votos.Suma;
        var votos = fila.Texto(Columna.TipoActa).EndsWith("RP", StringComparison.OrdinalIgnoreCase) ? suma.VotosRp : suma.Votos;
        for (var i = 0; i < claves.Length; i++)
        {
            votos[claves[i]] = votos.GetValueOrDefault(claves[i]) + Math.Max(0, fila.Votos.Valores[i]);
        }
    }

    // True when the row is captured and the log has it: both must say the same.
    private bool Buscar(LectorDeFilas fila)
    {
        var clave = fila.ClaveActa();
        var ordinal = _veces[clave] = _veces.GetValueOrDefault(clave) + 1;
        if (fila.Contabilizada is not { } contabilizada)
        {
            return false;
        }

        if (!registro.Vigentes.TryGetValue((eleccion, clave, ordinal), out var vigente))
        {
            reporte.Falta("acta_sin_registro", ruta, $"El acta {clave} está capturada en la base y el registro no la tiene.", linea: fila.Linea, clave: clave);
            return false;
        }

        if (vigente.Contabilizada != (int)contabilizada)
        {
            Distinta(fila, clave, "CONTABILIZADA", $"{(int)contabilizada}", $"{vigente.Contabilizada}");
        }

        if (vigente.Suma is { } suma && suma != fila.Votos.Suma)
        {
            Distinta(fila, clave, "TOTAL_VOTOS_CALCULADO", $"{fila.Votos.Suma}", $"{suma}");
        }

        if (vigente.Codigo is { } codigo && fila.Texto(Columna.Codigo) is var escrito && escrito != codigo)
        {
            Distinta(fila, clave, "CODIGO_INTEGRIDAD", escrito, codigo);
        }

        return true;
    }

    private void Distinta(LectorDeFilas fila, string clave, string campo, string enBase, string enRegistro) =>
        reporte.Falta("registro_distinto", ruta, $"El acta {clave} dice {campo} {enBase} en la base y {enRegistro} en el registro.", enBase, enRegistro, fila.Linea, clave, campo);
}
