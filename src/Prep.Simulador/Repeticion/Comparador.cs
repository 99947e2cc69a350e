using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Formatos;

namespace Prep.Simulador.Repeticion;

/// <summary>What a corte of ours and an official file say of the same instant.</summary>
/// <param name="Cifras">The 13, in order: name, ours, the original's, and the reason if they differ.</param>
public sealed record Comparacion(string Corte, IReadOnlyList<CifraComparada> Cifras, IReadOnlyList<Diferencia> Diferencias)
{
    public int Inexplicadas => Diferencias.Count(d => d.Razon is null);
}

/// <param name="Razones">What makes the difference; empty when equal, or when unexplained (see <see cref="Igual"/>).</param>
public sealed record CifraComparada(string Nombre, string Nuestra, string Original, bool Igual, IReadOnlyList<RazonDeCifra> Razones);

/// <param name="Actas">Keys of the actas behind it; empty when it is of the figure itself.</param>
public sealed record RazonDeCifra(Razon Razon, IReadOnlyList<string> Actas);

/// <summary>Compares row by row and figure by figure, and gives each difference its reason from the closed list.</summary>
public static class Comparador
{
    /// <param name="originales">Facts of the file of that instant.</param>
    /// <param name="jugados">Facts of the file that was played.</param>
    public static Comparacion Comparar(Corte corte, CorteDeEleccion nuestra, Hechos originales, Hechos jugados)
    {
        var diferencias = new List<Diferencia>();
        var (aporteOriginal, porRazon) = (default(Aporte), new Dictionary<Razon, (Aporte Delta, List<string> Actas)>());
        for (var i = 0; i < nuestra.Eleccion.Actas.Count; i++)
        {
            var acta = nuestra.Eleccion.Actas[i];
            var registro = nuestra.Registros[i];
            if (originales.Actas[i] is not { } original)
            {
                diferencias.Add(new(corte.Id.Valor, acta.Id.Nombre, 0, "ACTA", "no está en el archivo comparado", registro is null ? "esperada" : "registrada", Razon.CONTRADICCION));
                Acumular(porRazon, Razon.CONTRADICCION, Aporte.De(acta, registro), acta.Id.Nombre);
                continue;
            }

            var propias = Fila(corte, nuestra.Eleccion, acta, originales, original, jugados, jugados.Actas[i], registro, nuestra.InstanteEn);
            diferencias.AddRange(propias);
            var suyo = Aporte.De(acta, original);
            aporteOriginal += suyo;
            var delta = Aporte.De(acta, registro) - suyo;
            if (delta != default && RazonDeFila(propias) is { } razon)
            {
                Acumular(porRazon, razon, delta, acta.Id.Nombre);
            }
        }

        foreach (var original in originales.SinLugar)
        {
            // Its own file counts it and the one that was played does not have it: the institute's two files deny each other.
            var suyo = Aporte.De(null, original);
            aporteOriginal += suyo;
            diferencias.Add(new(corte.Id.Valor, original.Id.Nombre, original.Linea, "ACTA", original.Clase.ToString(), "no está en el archivo repetido", Razon.CONTRADICCION));
            Acumular(porRazon, Razon.CONTRADICCION, default(Aporte) - suyo, original.Id.Nombre);
        }

        aporteOriginal += FuerasDeCatalogo(corte, nuestra, originales, jugados, diferencias, porRazon);
        var cifras = ComparadorDeCifras.Comparar(corte, nuestra, originales.Archivo.Encabezado, aporteOriginal, porRazon);
        diferencias.AddRange(cifras.Where(c => !c.Igual)
            .Select(c => new Diferencia(corte.Id.Valor, "", 0, c.Nombre, c.Original, c.Nuestra, c.Razones.Count > 0 ? c.Razones[0].Razon : null)));
        return new(corte.Id.Valor, cifras, diferencias);
    }

    private static List<Diferencia> Fila(
        Corte corte, Eleccion eleccion, ActaEsperada? acta, Hechos originales, Hecho original, Hechos jugados, Hecho? jugado,
        Dominio.Actas.RegistroDeActa? registro, DateTimeOffset instante)
    {
        var suyas = Celdas.De(originales.Archivo, original);
        var deJugado = jugado is null || ReferenceEquals(jugado, original) ? suyas : Celdas.De(jugados.Archivo, jugado);
        var fila = new FilaEnDisputa(eleccion, acta, instante, original, jugado, registro, deJugado);
        var clave = acta?.Id.Nombre ?? original.Id.Nombre;
        if ((original.Clase == ClaseDeHecho.NoCapturada) != (registro is null))
        {
            return [new(corte.Id.Valor, clave, original.Linea, "ACTA", original.Clase.ToString(), registro is null ? "nada" : "registrada", ExplicadorDeCelda.DeExistencia(fila))];
        }

        if (acta is not null && suyas.TryGetValue(nameof(Columna.ClaveActa), out var deActa))
        {
            suyas[nameof(Columna.ClaveActa)] = Celdas.SinCerosEnTipo(deActa, Palabras.Normalizar(acta.Casilla.Clave));
        }

        var nuestras = Celdas.De(eleccion, acta, registro, corte.Proceso.Calendario.Zona);
        if (registro is not null && nuestras.ContainsKey(nameof(Columna.Observaciones)))
        {
            nuestras[nameof(Columna.Observaciones)] = Celdas.Observacion(registro.Conteo.Observacion, original.Publicado.Observacion.Imprecisa);
        }

        var diferencias = new List<Diferencia>();
        foreach (var (campo, suya) in suyas)
        {
            if (nuestras.TryGetValue(campo, out var mia) && !ExplicadorDeCelda.Iguales(suya, mia))
            {
                diferencias.Add(new(corte.Id.Valor, clave, original.Linea, campo, suya, mia, ExplicadorDeCelda.DeCelda(fila, campo, suya, mia)));
            }
        }

        return diferencias;
    }

    // Matched by the hash of their image, else by their place.
    private static Aporte FuerasDeCatalogo(
        Corte corte, CorteDeEleccion nuestra, Hechos originales, Hechos jugados, List<Diferencia> diferencias, Dictionary<Razon, (Aporte, List<string>)> porRazon)
    {
        var total = default(Aporte);
        var pendientes = nuestra.FueraDeCatalogo.ToList();
        foreach (var original in originales.FueraDeCatalogo)
        {
            total += Aporte.De(null, original);
            var jugado = jugados.FueraDeCatalogo.FirstOrDefault(j => ReferenceEquals(j, original)) ?? jugados.FueraDeCatalogo.FirstOrDefault(j => j.Codigo is not null && j.Codigo == original.Codigo)
                ?? jugados.FueraDeCatalogo.FirstOrDefault(j => j.Id == original.Id);
            var registro = jugado is null ? null
                : pendientes.FirstOrDefault(r => r.Imagen?.Codigo == Actuacion.CodigoPropio(jugado))
                    ?? pendientes.FirstOrDefault(r => jugado.Codigo is { } codigo && r.Imagen?.Codigo == codigo)
                    ?? (jugado.Codigo is null ? pendientes.FirstOrDefault(r => r.AcopioEn == jugado.AcopioEn) : null);
            if (registro is not null)
            {
                pendientes.Remove(registro);
            }

            var propias = Fila(corte, nuestra.Eleccion, null, originales, original, jugados, jugado, registro, nuestra.InstanteEn);
            diferencias.AddRange(propias);
            if (registro is null && propias is [{ Razon: { } razon }])
            {
                Acumular(porRazon, razon, new() { Fuera = -1 }, original.Id.Nombre);
            }
        }

        foreach (var sobra in pendientes)
        {
            diferencias.Add(new(corte.Id.Valor, sobra.Id.Nombre, 0, "ACTA", "nada", "fuera de catálogo", Razon.CONTRADICCION));
            Acumular(porRazon, Razon.CONTRADICCION, new() { Fuera = 1 }, sobra.Id.Nombre);
        }

        return total;
    }

    // One cell that counts and is unexplained leaves the whole row out of the explanation of the figures.
    private static Razon? RazonDeFila(List<Diferencia> propias)
    {
        var cuentan = propias.Where(Cuenta).ToList();
        return cuentan.Count > 0 && cuentan.TrueForAll(d => d.Razon is not null) ? cuentan[0].Razon : null;
    }

    private static bool Cuenta(Diferencia d) =>
        d.Campo is "ACTA" or nameof(Columna.Contabilizada) or nameof(Columna.Observaciones) or nameof(Columna.ListaNominal) or nameof(Columna.Calculado)
        || d.Campo.StartsWith("voto:", StringComparison.Ordinal) || d.Campo is nameof(Columna.NoRegistradas) or nameof(Columna.Nulos);

    private static void Acumular(Dictionary<Razon, (Aporte Delta, List<string> Actas)> porRazon, Razon razon, Aporte delta, string acta)
    {
        if (!porRazon.TryGetValue(razon, out var suma))
        {
            suma = (default, []);
        }

        suma.Actas.Add(acta);
        porRazon[razon] = (suma.Delta + delta, suma.Actas);
    }
}
