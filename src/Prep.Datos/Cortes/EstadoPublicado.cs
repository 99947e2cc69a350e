using System.Globalization;
using Prep.Datos.Bases;
using Prep.Datos.Catalogo;
using Prep.Datos.Filas;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;

namespace Prep.Datos.Cortes;

/// <summary>What one corte adds to what the public had seen, by election.</summary>
/// <param name="Versiones">In catalogue order, fuera de catálogo last.</param>
internal sealed record Agregado(ILookup<EleccionId, RegistroDeActa> Versiones, ILookup<EleccionId, Reidentificacion> Reidentificadas);

/// <summary>What the public has seen up to a corte, kept in memory so that the next corte reads only what it adds.</summary>
internal sealed class EstadoPublicado
{
    private readonly CatalogoCargado _catalogo;
    private readonly RegistroDeActa?[] _registros;
    private readonly SortedDictionary<long, RegistroDeActa> _fueraDeCatalogo = [];
    private readonly Dictionary<long, ActaId> _ids = [];
    private readonly HashSet<string> _retiradas = [];

    public EstadoPublicado(CatalogoCargado catalogo) => (_catalogo, _registros) = (catalogo, new RegistroDeActa?[catalogo.Total]);

    /// <summary>Last corte already inside.</summary>
    public string? Hasta { get; set; }

    public EstadoPublicado Copiar()
    {
        EstadoPublicado copia = new(_catalogo) { Hasta = Hasta };
        _registros.CopyTo(copia._registros, 0);
        foreach (var (numero, registro) in _fueraDeCatalogo)
        {
            copia._fueraDeCatalogo[numero] = registro;
        }

        foreach (var (numero, id) in _ids)
        {
            copia._ids[numero] = id;
        }

        copia._retiradas.UnionWith(_retiradas);
        return copia;
    }

    /// <summary>Adds versions (oldest first) and then the sucesos; returns the added records of each election, in catalogue order, fuera de catálogo last.</summary>
    public async Task<Agregado> AplicarAsync(Transaccion tx, IReadOnlyList<VersionFila> versiones, IReadOnlyList<SucesoFila> sucesos)
    {
        List<(long Numero, int Version)> agregadas = [];
        Dictionary<(long, int), RegistroDeActa> anteriores = [];
        List<Reidentificacion> reidentificadas = [];
        foreach (var fila in versiones)
        {
            var registro = await ARegistroAsync(tx, fila);
            agregadas.Add((fila.Acta, fila.Version));
            anteriores[(fila.Acta, fila.Version)] = registro;
            Poner(fila.Acta, registro);
        }

        foreach (var suceso in sucesos)
        {
            if (suceso.Tipo == TipoDeSuceso.Reidentificacion && Vigente(suceso.Acta) is { } era)
            {
                reidentificadas.Add(new(era, await IdAsync(tx, long.Parse(suceso.Dato, CultureInfo.InvariantCulture))));
            }

            Aplicar(suceso);
            if (suceso.Tipo == TipoDeSuceso.Retiro)
            {
                // The versions that showed that image and are no longer vigentes: their bytes leave the publication too.
                foreach (var fila in await VersionFila.ConImagenAsync(tx, suceso.Acta, suceso.Version, suceso.Dato))
                {
                    anteriores[(fila.Acta, fila.Version)] = await ARegistroAsync(tx, fila);
                    agregadas.Add((fila.Acta, fila.Version));
                }
            }
        }

        return new(
            agregadas
                .Distinct()
                .Select(a => Vigente(a.Numero) is { } vigente && vigente.Version == a.Version ? vigente : anteriores[a])
                .ToLookup(r => r.Id.Eleccion),
            reidentificadas.ToLookup(r => r.Era.Id.Eleccion));
    }

    public CorteDeEleccion De(Eleccion eleccion, DateTimeOffset instante, bool ultimo, Agregado agregado)
    {
        var registros = new RegistroDeActa?[eleccion.Actas.Count];
        Array.Copy(_registros, _catalogo.Primera(eleccion.Id) - 1, registros, 0, registros.Length);
        return new(eleccion, instante, ultimo, registros, [.. _fueraDeCatalogo.Values.Where(r => r.Id.Eleccion == eleccion.Id)], [.. agregado.Versiones[eleccion.Id]])
        {
            Reidentificadas = [.. agregado.Reidentificadas[eleccion.Id]],
        };
    }

    private async Task<RegistroDeActa> ARegistroAsync(Transaccion tx, VersionFila fila)
    {
        RegistroDeActa registro;
        if (_catalogo.Acta(fila.Acta) is { } esperada)
        {
            registro = fila.ARegistro(esperada.Acta.Id, esperada.Eleccion.Boleta(esperada.Acta.Id));
        }
        else
        {
            registro = fila.ARegistro(await IdAsync(tx, fila.Acta), null);
        }

        return registro.Imagen is { } imagen && _retiradas.Contains(imagen.Codigo.Hex) ? registro with { Imagen = imagen with { Retirada = true } } : registro;
    }

    private async Task<ActaId> IdAsync(Transaccion tx, long numero)
    {
        if (_catalogo.Acta(numero) is { } esperada)
        {
            return esperada.Acta.Id;
        }

        if (!_ids.TryGetValue(numero, out var id))
        {
            id = (await tx.UnoAsync("SELECT eleccion, area, clave, ordinal FROM acta WHERE numero = @p0",
                f => new ActaFila { Eleccion = f.GetString(0), Area = f.GetString(1), Clave = f.GetString(2), Ordinal = f.GetInt32(3) }, numero))!.Id;
            _ids[numero] = id;
        }

        return id;
    }

    private RegistroDeActa? Vigente(long numero) =>
        numero <= _registros.Length ? _registros[numero - 1] : _fueraDeCatalogo.GetValueOrDefault(numero);

    private void Poner(long numero, RegistroDeActa registro)
    {
        if (numero <= _registros.Length)
        {
            _registros[numero - 1] = registro;
        }
        else
        {
            _fueraDeCatalogo[numero] = registro;
        }
    }

    private void Aplicar(SucesoFila suceso)
    {
        if (suceso.Tipo == TipoDeSuceso.Retiro)
        {
            _retiradas.Add(suceso.Dato);
        }

        if (suceso.Tipo == TipoDeSuceso.Reidentificacion)
        {
            _fueraDeCatalogo.Remove(suceso.Acta);
        }
        else if (Vigente(suceso.Acta) is { } registro)
        {
            Poner(suceso.Acta, suceso.Tipo == TipoDeSuceso.Retiro
                ? registro.Imagen is { } imagen && imagen.Codigo.Hex == suceso.Dato ? registro with { Imagen = imagen with { Retirada = true } } : registro
                : registro.Version == suceso.Version ? registro with { Cotejo = (Cotejo)int.Parse(suceso.Dato) } : registro);
        }
    }
}
