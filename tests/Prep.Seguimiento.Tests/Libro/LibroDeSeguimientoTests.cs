using Microsoft.Data.Sqlite;
using Prep.Datos;
using Prep.Datos.Seguimiento;
using Prep.Datos.Tests;
using Prep.Dominio;
using Prep.Operacion.Tests;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Observaciones;
using Prep.Seguimiento.Plan;

[assembly: AssemblyFixture(typeof(ClusterDePostgres))]

namespace Prep.Seguimiento.Tests.Libro;

public sealed class LibroDeSeguimientoTests(ClusterDePostgres cluster) : IDisposable
{
    private readonly string _carpeta = Directory.CreateTempSubdirectory("prep-libro-").FullName;
    private readonly RelojManual _reloj = new(new(2024, 1, 20, 18, 0, 0, TimeSpan.Zero));

    public static TheoryData<string> Bases => new("sqlite", "postgres");

    public void Dispose() => Directory.Delete(_carpeta, recursive: true);

    [Theory, MemberData(nameof(Bases))]
    public async Task Lo_que_uno_escribe_lo_lee_otro_servidor(string @base)
    {
        var opciones = await OpcionesAsync(@base);
        await using var almacen = await AbrirAsync(opciones);
        await using var otro = await AbrirAsync(opciones);
        LibroDeSeguimiento aqui = new(almacen), alla = new(otro);

        (await AbrirPrograma.EjecutarAsync(DatosQueSeEntregan.Oaxaca, Como(aqui), default)).Debe();
        var id = Assert.Single(await alla.LeerAsync(default)).Key;
        (await CambiarEstado.EjecutarAsync(id, new("2024-01-5", EstadoDeActividad.EnCurso, "Tres candidatas"), Como(alla), default)).Debe();

        var leido = (await aqui.LeerAsync(default))[id];
        Assert.Equal((EstadoDeActividad.EnCurso, "Tres candidatas"), (leido.Plan.De("2024-01-5").Estado, leido.Plan.De("2024-01-5").Nota));
        // What the book gives back of a plan is the plan: written and read as JSON.
        Assert.Equivalent(DatosQueSeEntregan.Oaxaca, leido.Plan.Definicion, strict: true);
        Assert.Equal([1, 2], leido.Historia.Select(a => a.Numero));
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task El_libro_dice_como_se_llama_quien_escribio_sin_preguntar_a_las_cuentas(string @base)
    {
        var opciones = await OpcionesAsync(@base);
        await using var almacen = await AbrirAsync(opciones);
        LibroDeSeguimiento libro = new(almacen);
        var id = (await AbrirPrograma.EjecutarAsync(DatosQueSeEntregan.Oaxaca, Como(libro), default)).Debe().Id;
        Asunto plan = new(TipoDeAsunto.Plan, "1");
        (await Observar.EjecutarAsync(id, new(plan, "Antes de que el libro guardara nombres"), new("utsi-7", "INE", libro, _reloj), default)).Debe();
        var antes = (await libro.LeerAsync(default))[id];
        (await Observar.EjecutarAsync(id, new(plan, "Después"), new("utsi-7", "INE", libro, _reloj) { Nombre = "Ing. Elena Ruiz" }, default)).Debe();

        await using var otro = await AbrirAsync(opciones);
        var leido = (await new LibroDeSeguimiento(otro).LeerAsync(default))[id];
        Assert.Equal(("utsi-7", "utsi-7 (INE)"), (antes.NombreDe("utsi-7"), antes.NombreYPuesto(antes.Historia[^1])));
        Assert.Equal(("Ing. Elena Ruiz", "Ing. Elena Ruiz (INE)", "Ing. Elena Ruiz (INE)"), (leido.NombreDe("utsi-7"), leido.NombreYPuesto(leido.Historia[^2]), leido.NombreYPuesto(leido.Historia[^1])));
        Assert.Equal("Mtra. Zaira Alhelí Hipólito López", leido.NombreDe("zaira"));    // of the Commission: as the plan says it
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task Un_rechazo_no_deja_nada_y_un_programa_se_abre_una_vez(string @base)
    {
        await using var almacen = await AbrirAsync(await OpcionesAsync(@base));
        LibroDeSeguimiento libro = new(almacen);
        (await AbrirPrograma.EjecutarAsync(DatosQueSeEntregan.Oaxaca, Como(libro), default)).Debe();

        (await AbrirPrograma.EjecutarAsync(DatosQueSeEntregan.Oaxaca, Como(libro), default)).Rechaza("programa_repetido");
        (await CambiarEstado.EjecutarAsync("otro", new("2024-01-5", EstadoDeActividad.EnCurso, ""), Como(libro), default)).Rechaza("programa_desconocido");

        Assert.Single(Assert.Single((await new LibroDeSeguimiento(almacen).LeerAsync(default)).Values).Historia);
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task Muchos_a_la_vez_quedan_todos_en_una_sola_cadena(string @base)
    {
        var opciones = await OpcionesAsync(@base);
        await using var almacen = await AbrirAsync(opciones);
        await using var otro = await AbrirAsync(opciones);
        LibroDeSeguimiento[] libros = [new(almacen), new(otro)];
        var id = (await AbrirPrograma.EjecutarAsync(DatosQueSeEntregan.Oaxaca, Como(libros[0]), default)).Debe().Id;

        await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
            (await CambiarEstado.EjecutarAsync(id, new("2024-01-5", EstadoDeActividad.EnCurso, $"nota {i}"), Como(libros[i % 2]), default)).Debe()));

        await using var tercero = await AbrirAsync(opciones);
        var historia = (await new LibroDeSeguimiento(tercero).LeerAsync(default))[id].Historia;
        Assert.Equal(Enumerable.Range(1, 41), historia.Select(a => a.Numero));
        Assert.Equal(40, historia.Select(a => a.Suceso).OfType<ActividadEnEstado>().Select(s => s.Nota).Distinct().Count());
    }

    [Theory]
    [InlineData("UPDATE seguimiento_asiento SET persona = 'otra' WHERE numero = 2")]
    [InlineData("UPDATE seguimiento_asiento SET contenido = replace(contenido, 'EnCurso', 'Aprobado') WHERE numero = 2")]
    [InlineData("DELETE FROM seguimiento_asiento WHERE numero = 1")]
    public async Task Lo_alterado_por_fuera_se_nota(string mandato)
    {
        OpcionesDeAlmacen opciones = new(_carpeta);
        await using (var almacen = await AbrirAsync(opciones))
        {
            LibroDeSeguimiento libro = new(almacen);
            var id = (await AbrirPrograma.EjecutarAsync(DatosQueSeEntregan.Oaxaca, Como(libro), default)).Debe().Id;
            (await CambiarEstado.EjecutarAsync(id, new("2024-01-5", EstadoDeActividad.EnCurso, ""), Como(libro), default)).Debe();
        }

        Assert.Throws<SqliteException>(() => Ejecutar(mandato));    // the database refuses it…
        Ejecutar("DROP TRIGGER seguimiento_asiento_no_cambia; DROP TRIGGER seguimiento_asiento_no_se_borra");
        Ejecutar(mandato);                                          // …and who takes the guard away is found out

        await using var abierto = await AbrirAsync(opciones);
        await Assert.ThrowsAsync<InvalidDataException>(() => new LibroDeSeguimiento(abierto).LeerAsync(default));
    }

    [Fact]
    public void Los_nombres_del_libro_no_cambian() => Assert.Equal(
        [
            "actividad.acuerdo",
            "actividad.estado",
            "acuerdo.corregido",
            "acuerdo.seguido",
            "acuerdo.tomado",
            "auditoria.prueba",
            "auditoria.prueba-hecha",
            "contrato.aceptado",
            "contrato.candidato",
            "contrato.candidato-descartado",
            "contrato.designado",
            "contrato.determinado",
            "contrato.pieza",
            "cotaprep.actividad",
            "cotaprep.actividad-hecha",
            "cotaprep.conclusiones",
            "difusor.formalizado",
            "difusor.retirado",
            "difusor.revisado",
            "difusor.solicitado",
            "difusores.convocados",
            "difusores.ninguno",
            "documento.aprobado",
            "documento.entregado",
            "documento.firmado",
            "documento.reserva",
            "documento.sustituido",
            "entregable.enviado",
            "entregable.estado",
            "hallazgo.atendido",
            "hallazgo.probado",
            "hallazgo.registrado",
            "informe.texto",
            "observacion.hecha",
            "observacion.respondida",
            "operacion.constatada",
            "plan.aprobado",
            "plan.version",
            "programa.abierto",
            "programa.integrante",
            "revision.abierta",
            "revision.concluida",
            "sesion.abierta",
            "sesion.apoyada",
            "sesion.asistencia",
            "sesion.cancelada",
            "sesion.cerrada",
            "sesion.convocada",
            "sesion.no-celebrada",
            "sesion.orden",
            "sesion.pedida",
            "sesion.punto",
            "sesion.reanudada",
            "sesion.reprogramada",
            "sesion.suspendida",
            "sesion.votacion",
            "sesion.votacion-anulada",
            "sitio.previsto",
            "sitio.retirado",
            "sitio.visitado",
        ],
        SucesoJson.Nombres.Order(StringComparer.Ordinal));

    private ContextoDeSeguimiento Como(LibroDeSeguimiento libro) => new("irving", "SECRETARIA_TECNICA", libro, _reloj);

    private async Task<OpcionesDeAlmacen> OpcionesAsync(string @base) => new(_carpeta, @base == "postgres" ? await cluster.NuevaBaseAsync() : null);

    private Task<AlmacenDeSeguimiento> AbrirAsync(OpcionesDeAlmacen opciones) => AlmacenDeSeguimiento.AbrirAsync(opciones, _reloj, default);

    private void Ejecutar(string sql)
    {
        using SqliteConnection conexion = new($"Data Source={Path.Combine(_carpeta, "seguimiento.db")};Pooling=false");
        conexion.Open();
        using var comando = conexion.CreateCommand();
        comando.CommandText = sql;
        comando.ExecuteNonQuery();
    }
}
