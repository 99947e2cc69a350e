using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Simulador.Noches;

/// <summary>All that happens to one expected acta in a night. Instants come in order; those past the close never happen.</summary>
/// <param name="Datos">What the paper says; null when there is no acta.</param>
/// <param name="Motivo">Why there is none; null when there is one.</param>
/// <param name="AcopioEn">Photograph, or reception of the bolsa at the CATD; of a sin acta, its proposal.</param>
/// <param name="RecibidaEn">The image reaches the server.</param>
/// <param name="Errores">Wrong fields of the first and second capture: position and what was typed. A position is in one at most.</param>
/// <param name="BolsaEn">Paper of a photographed acta, later, at its CATD; null when it does not come.</param>
/// <param name="DuplicadaEn">Second image of the same acta; null when there is none.</param>
public sealed record ActaDeNoche(
    ActaEsperada Acta,
    DatosDeActa? Datos,
    MotivoSinActa? Motivo,
    Origen Origen,
    string Documento,
    bool ConEtiqueta,
    DateTimeOffset AcopioEn,
    DateTimeOffset RecibidaEn,
    DateTimeOffset CapturaEn,
    DateTimeOffset VerificadaEn,
    IReadOnlyList<(int Ronda, int Campo, Cantidad Escrito)> Errores,
    IReadOnlyList<int> Personas,
    DateTimeOffset? BolsaEn = null,
    DateTimeOffset? DuplicadaEn = null)
{
    public Medio Medio => Origen == Origen.Casilla ? Medio.Movil : Medio.Escaner;

    public bool HayTercera => Errores.Count > 0;
}

/// <summary>An acta that matches no casilla of the catalogue.</summary>
public sealed record AjenaDeNoche(EleccionId Eleccion, int Numero, Origen Origen, DateTimeOffset AcopioEn, DateTimeOffset FueraEn, IReadOnlyList<int> Personas);
