namespace Prep.Publicacion.Tests.Formatos.Forasteros;

/// <summary>Layouts of institutes whose files are not in datos/reales, as their readers describe them (columns, separators, words, dates).</summary>
internal static class Familias
{
    private static readonly string[] Nueve = ["PAN", "PRI", "PRD", "PVEM", "PT", "MC", "NUEVA_ALIANZA", "MORENA", "ENCUENTRO_SOCIAL"];

    public static readonly Familia[] Todas =
    [
        new("PRES_2018.csv", "Presidencia")
        {
            Separador = '|', Codificacion = "Latin-1", Antes = ["sep=|"], Fin = "\n", Entidad = "ESTADO", IdArea = "ID_DISTRITO_FEDERAL", Area = "DISTRITO_FEDERAL",
            Votos = [.. Nueve, "C_PAN_PRD_MC", "C_PAN_PRD", "C_PAN_MC", "C_PRD_MC", "C_PT_MORENA_ES", "C_PT_MORENA", "C_PT_ES", "C_MORENA_ES", "CAND_IND_01", "CAND_IND_02"],
            NoRegistradas = "NO_REGISTRADOS", Calculado = "TOTAL_VOTOS_CALCULADO", Hash = "SHA", Cotejada = true, Clave = c => $"'{c}'", FormaDeFecha = "yyyy-MM-dd HH:mm:ss",
            TipoActa = "2", Entidades = [1, 14, 20], Mesas = "M", Fecha = "2021-06-07 08:00", Ausente = "N/A",
        },
        new("Diputaciones_2021.csv", "DIPUTACIONES FEDERALES")
        {
            Entidad = "ESTADO", IdArea = "ID_DISTRITO", Area = "DISTRITO_FEDERAL", AntesDeColumnas = [], Fin = "\n", Codificacion = "Latin-1",
            Votos = ["PAN", "PRI", "PRD", "PVEM", "PT", "MC", "MORENA", "PES", "RSP", "FXM", "CI", "PAN-PRI-PRD", "PAN-PRI", "PAN-PRD", "PRI-PRD", "PVEM-PT-MORENA", "PVEM-PT", "PVEM-MORENA", "PT-MORENA"],
            NoRegistradas = "NO_REGISTRADOS", Calculado = "TOTAL_VOTOS_CALCULADOS", Hash = "SHA", Cotejada = true, Entidades = [9, 15], Rp = true, Clave = c => $"'{c}'",
        },
        new("PRES_2024.csv", "PRESIDENCIA DE LA REPÚBLICA")
        {
            Codificacion = "UTF-8 BOM", Fin = "\r", AntesDeCifras = [""], IdArea = "ID_DISTRITO_FEDERAL", Area = "DISTRITO_FEDERAL", Cotejada = true, Clave = c => $"'{c}'",
            Votos = ["PAN", "PRI", "PRD", "PVEM", "PT", "MC", "MORENA", "PAN-PRI-PRD", "PAN-PRI", "PAN-PRD", "PRI-PRD", "PVEM_PT_MORENA", "PVEM_PT", "PVEM_MORENA", "PT_MORENA"],
            TipoActa = "2", Entidades = [2, 23, 31], Mesas = "APM", SinDato = "Sin dato", Todos = "Todos ilegibles y/o sin dato", Origen = "CASILLA",
        },
        new("TAMPS_GUB_2022.csv", "GUBERNATURA") { AntesDeColumnas = [""], Votos = ["PAN", "PRI", "PRD", "C_PAN_PRI_PRD", "C_PAN_PRI", "C_PAN_PRD", "C_PRI_PRD", "MC", "Juntos Hacemos Historia en Tamaulipas"], Entidades = [28], TipoActa = "2" },
        new("HGO_GUB_2022.csv", "GUBERNATURA")
        {
            Clave = c => $"=\"{c}\"", Id = c => $"=\"{c}\"", Codificacion = "UTF-8 BOM", Entidades = [13], TipoActa = "2", CeldaSinActa = "SIN ACTA", SinDato = "SIN DATO", Ilegible = "ILEGIBLE",
            Votos = ["PAN", "PRI", "PRD", "PVEM", "PT", "MC", "MORENA", "NAH", "CO_PAN_PRI_PRD", "CO_PAN_PRI", "CO_PAN_PRD", "CO_PRI_PRD", "CC_PT_MORENA_NAH", "CC_PT_MORENA", "CC_PT_NAH", "CC_MORENA_NAH"],
        },
        new("QROO_GUB_2022.csv", "GUBERNATURA")
        {
            Separador = '|', Entidad = "ESTADO", AntesDeColumnas = ["", ""], Entidades = [23], TipoActa = "2", Nada = "", NoAplica = "", SinObservacion = "", Cifra = c => $"\"{c}\"",
            Votos = ["PAN", "PRI", "PRD", "PVEM", "PT", "MC", "MORENA", "CXQROO", "MAS", "FXMQROO", "C_PAN_PRD_CQROO", "C_PAN_PRD", "C_PAN_CQROO", "C_PRD_CQROO", "C_PVEM_PT_MORENA_FXMQROO", "C_PT_FXMQROO"],
        },
        new("SLP_DIP_LOC_2021.csv", "DIPUTACIONES LOCALES")
        {
            AntesDeCifras = [""], NoRegistradas = "CNR", Entidades = [24], CifrasEnRenglones = true,
            Votos = ["PAN", "PRI", "PRD", "PT", "PVEM", "PCP", "PMC", "MORENA", "PNA", "PES", "RSP", "FM", "PAN_PRI_PRD_PCP_ALIANZA", "PAN_PRI_PRD_PCP", "PT_PVEM", "PAN_PRI_PRD", "PAN_PRI", "GASS"],
            UltimaSoloEnImpares = true, Ausente = "N/A", Especial = (750, true),
        },
        new("GTO_AYUN_2021.csv", "AYUNTAMIENTOS")
        {
            IdArea = "ID_MUNICIPIO_LOCAL", Area = "MUNICIPIO", NoRegistradas = "NO_REGISTRADOS", SinDato = "Sin datos", Entidades = [11], TipoActa = "4", UltimaSoloEnImpares = true, Ausente = "",
            Votos = ["PAN", "PRI", "PRD", "PVEM", "PT", "MC", "MORENA", "NA_Gto", "PES", "RSP", "FXM", "PRI_PRD", "CAND_IND_1", "CAND_IND_2"],
        },
        new("CDMX_DIP_2024.csv", "DIPUTACIONES")
        {
            IdArea = "", Area = "DISTRITO_LOCAL", TrasFecha = " (UTC-6)", Calculado = "TOTAL_VOTOS_CALCULADOS", AntesDeColumnas = ["\t\t\t", ""], Codificacion = "Latin-1", Entidades = [9], TipoActa = "A02",
            Votos = ["PAN", "PRI", "PRD", "PVEM", "PT", "MC", "MORENA", "PAN_PRI_PRD", "PAN_PRI", "PAN_PRD", "PRI_PRD", "PVEM_PT_MORENA", "PVEM_PT", "PVEM_MORENA", "PT_MORENA"],
            Conteos = ["TOTAL_BOLETAS_SOBRANTES", "PERSONAS_VOTARON", "TOTAL_REP_PARTIDO_CI_VOTARON", "TOTAL_VOTOS_SACADOS"], SinObservacion = "N/A", Nada = "N/A",
            Motivos = ["NC: SIN ACTA POR CASILLA NO INSTALADA", "NP: SIN ACTA POR PAQUETE NO ENTREGADO", "NB: SIN ACTA POR PAQUETE ENTREGADO SIN BOLSA"], Todos = "TODO ILEGIBLE O SIN DATO",
            Fuera = "NO IDENTFICADA(FUERA DE CATALOGO)", Mesas = "A", Fecha = "07/06/2021 08:00 (UTC-6)",
        },
        new("PUE_DIP_LOC_2024.csv", "DIPUTACIONES LOCALES")
        {
            Codificacion = "UTF-8 BOM", AntesDeCifras = [""], Rp = true, Entidades = [21], Mesas = "AP", CeldaSinActa = "SIN ACTA", SinDato = "SIN DATO", Ilegible = "ILEGIBLE", UltimaSoloEnImpares = true,
            Alguno = "ALGÚN CAMPO ILEGIBLE O SIN DATO", Todos = "TODOS ILEGIBLES O SIN DATO", Excede = "EXCEDE LISTA NOMINAL", Fuera = "FUERA DE CATÁLOGO",
        },
        new("MEX_GUB_2023.csv", "GUBERNATURA DEL ESTADO DE MÉXICO")
        {
            Entidades = [15], TipoActa = "2", Mesas = "PM", Id = c => $"'{c}", FormaDeFecha = "dd/MM/yyyy HH:mm", Porcentaje = p => $"{p}%", Cifra = c => Millares(c),
            Votos = ["PAN", "PRI", "PRD", "PT", "PVEM", "MORENA", "NAEM", "CC_PAN_PRI_PRD_NAEM", "CC_PAN_PRI_PRD", "CC_PVEM_PT_MORENA", "CC_PT_MORENA"],
        },
        new("JAL_MUN_2021.csv", "MUNÍCIPES")
        {
            Separador = ';', IdArea = "ID_MUNICIPIO", Area = "MUNICIPIO", Entidades = [14], TipoActa = "4", FormaDeFecha = "d/M/yyyy H:mm:ss", Codificacion = "UTF-16", UltimaSoloEnImpares = true, Ausente = "-",
            Votos = ["PAN", "PRI", "PRD", "PVEM", "PT", "MC", "MORENA", "PES", "HAGAMOS", "FUTURO", "SOMOS", "RSP", "FXM", "CI_1", "CI_2"], Clave = c => c,
        },
        new("YUC_GUB_2018.csv", "GOBERNATURA")
        {
            Entidad = "ESTADO", Entidades = [31], TipoActa = "2", Fecha = "Corte: 7 de junio de 2021, 08:00 horas (UTC-5)", FormaDeFecha = "dd/MM/yyyy hh:mm:ss tt", Hash = "HASH", Separador = '\t',
            Votos = [.. Nueve, "C_PAN_MC", "C_PT_MORENA_ES", "CAND_IND_1"], NoRegistradas = "NO_REGISTRADOS", Alguno = "Ilegible o sin dato",
        },
        new("NL_AYU_2021.csv", "AYUNTAMIENTOS")
        {
            Entidades = [19], TipoActa = "4", IdArea = "", Area = "MUNICIPIO", FormaDeFecha = "dd-MM-yy HH:mm:ss", Fecha = "07/06/2021 8:00 a. m.", Especial = (1500, false),
            Votos = ["PAN", "PRI", "PRD", "PT", "PVEM", "MC", "MORENA", "NA", "PES", "RSP", "FXM", "C_PRI_PRD", "INDEPENDIENTE_1"], Numero = Miles,
        },
    ];

    public static TheoryData<string> Nombres => [.. Todas.Select(f => f.Archivo)];

    public static Familia Buscar(string archivo) => Todas.Single(f => f.Archivo == archivo);

    private static string Millares(string cifra) => cifra.Length > 3 ? $"{cifra[..^3]},{cifra[^3..]}" : cifra;

    private static string Miles(int n) => n >= 1000 ? $"{n / 1000},{n % 1000:000}" : $"{n}";
}
