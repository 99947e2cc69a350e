using Prep.Dominio.Catalogo;

namespace Prep.Simulador.Imagenes;

/// <summary>Where things stand on the drawn sheet: the one place that both the drawing and its template ask.</summary>
/// <param name="Filas">Rows of the table: the votes and the total.</param>
internal readonly record struct MedidasDeHoja(int Filas)
{
    public const int Ancho = 1650, Alto = 1068;

    /// <summary>Rows that one table holds before it is split in two.</summary>
    public const int FilasDeUnaTabla = 30;

    public const double ArribaDeTabla = 104, EntreTablas = 12, AltoDeCantidad = 44, AltoDeSacados = 40;
    private const double AltoDeTabla = 740, AltoMaximoDeFila = 54;

    public bool EsLarga => Filas > FilasDeUnaTabla;

    public int Tablas => EsLarga ? 2 : 1;

    public int PorTabla => (Filas + Tablas - 1) / Tablas;

    public double AltoDeFila => Math.Min(AltoMaximoDeFila, Math.Floor(AltoDeTabla / PorTabla));

    public double AnchoDeTabla => (Columna(2).Ancho - ((Tablas - 1) * EntreTablas)) / Tablas;

    /// <summary>Baseline of the heading of what was taken from the box.</summary>
    public double Sacados => ArribaDeTabla + (PorTabla * AltoDeFila) + 30;

    /// <summary>Left and width of a column, 1 to 3: a long boleta takes room from the other two.</summary>
    public (double X, double Ancho) Columna(int numero) => (numero, EsLarga) switch
    {
        (1, false) => (44, 500),
        (2, false) => (564, 530),
        (3, false) => (1114, 492),
        (1, true) => (44, 450),
        (2, true) => (512, 800),
        _ => (1330, 276),
    };

    /// <summary>Baseline of the heading of a quantity of the first column: sobrantes, personas, representantes and their sum.</summary>
    public static double Cantidad(int i) => 592 + (i * 100);

    /// <summary>Upper left corner of a row of the table.</summary>
    public (double X, double Y) Fila(int fila) =>
        (Columna(2).X + (fila / PorTabla * (AnchoDeTabla + EntreTablas)), ArribaDeTabla + (fila % PorTabla * AltoDeFila));

    /// <summary>The sheet as a template, in the order in which it is read: the heading, the first column, the table, and what was taken from the box.</summary>
    public Plantilla APlantilla(IReadOnlyList<string> tiposDeActa)
    {
        var medidas = this;
        var (x1, ancho1) = Columna(1);
        var (x2, ancho2) = Columna(2);
        var antes = Enumerable.Range(0, 3).Select(i => Caja(i, x1, Cantidad(i) - 18, ancho1, AltoDeCantidad + 34));
        var votos = Enumerable.Range(0, Filas).Select(f =>
        {
            var (x, y) = medidas.Fila(f);
            return Caja(f + 4, x, y, medidas.AnchoDeTabla, medidas.AltoDeFila);
        });
        return new(tiposDeActa, Filas - 1,
        [
            Caja(null, x1 - 6, 456, ancho1 + 12, 90),
            .. antes,
            .. votos,
            Caja(3, x2, Sacados - 18, ancho2, AltoDeSacados + 32),
        ]);
    }

    private static CajaDePlantilla Caja(int? campo, double x, double y, double ancho, double alto) => new(campo, new(
        (int)(x * Recuadro.Entero / Ancho), (int)(y * Recuadro.Entero / Alto), (int)(ancho * Recuadro.Entero / Ancho), (int)(alto * Recuadro.Entero / Alto)));
}

/// <summary>The templates of the actas that this program draws.</summary>
public static class PlantillasDelDibujo
{
    /// <summary>One for each length of boleta of the election.</summary>
    public static IReadOnlyList<Plantilla> De(Eleccion eleccion)
    {
        string[] tipos = [.. eleccion.Actas.Select(a => a.TipoActa).Distinct().Order(StringComparer.Ordinal)];
        return [.. eleccion.Areas.Select(a => a.Boleta.CamposDeVotos).Distinct().Order().Select(votos => new MedidasDeHoja(votos + 1).APlantilla(tipos))];
    }
}
