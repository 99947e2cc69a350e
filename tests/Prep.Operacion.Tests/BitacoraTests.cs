using Prep.Datos.Filas;
using Prep.Datos.Tests;
using Prep.Operacion.Tests.Http;

namespace Prep.Operacion.Tests;

public sealed class BitacoraTests(ClusterDePostgres cluster)
{
    private async Task<AlmacenDePrueba> ActaPublicadaAsync(string @base)
    {
        var a = await AlmacenDePrueba.CrearAsync(postgres: @base == "postgres" ? await cluster.NuevaBaseAsync() : null);
        await a.ActaPublicadaAsync();
        return a;
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Cada_acta_tiene_su_cadena_sin_huecos_y_su_cabeza_en_la_fila(string @base)
    {
        await using var a = await ActaPublicadaAsync(@base);
        var (cadena, acta) = await a.Almacen.Base.LeerAsync(
            async tx => (await BitacoraFila.DeActaAsync(tx, 1), await tx.UnoAsync("SELECT cadena FROM acta WHERE numero = 1", f => f.GetString(0))), default);
        Assert.Equal(["bolsa_registrada", "imagen_en_cola", "captura", "captura"], cadena.Select(e => e.Accion));
        var anterior = "";
        foreach (var (entrada, i) in cadena.Select((e, i) => (e, i)))
        {
            Assert.Equal(i + 1, entrada.Eslabon);
            Assert.Equal(entrada.HashTras(anterior), entrada.Hash);
            anterior = entrada.Hash;
        }

        Assert.Equal(anterior, acta);
        Assert.DoesNotContain(cadena, e => e.Detalle.Split(' ', '=', ',').Contains("300"));
    }

    [Theory]
    [InlineData("ana", "captura", "x\ny", "ana", "captura\nx", "y")]
    [InlineData("ana\ncaptura", "x", "y", "ana", "captura", "x\ny")]
    [InlineData("ana", "captura", "x\\ny", "ana", "captura", "x\ny")]
    public void Un_salto_de_linea_en_un_texto_no_imita_otra_entrada(string persona, string accion, string detalle, string otraPersona, string otraAccion, string otroDetalle)
    {
        BitacoraFila una = new() { Acta = 1, Eslabon = 1, Persona = persona, Accion = accion, Detalle = detalle };
        BitacoraFila otra = new() { Acta = 1, Eslabon = 1, Persona = otraPersona, Accion = otraAccion, Detalle = otroDetalle };
        Assert.NotEqual(una.HashTras(""), otra.HashTras(""));
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task La_base_no_deja_cambiar_ni_borrar_lo_que_solo_crece(string @base)
    {
        await using var a = await ActaPublicadaAsync(@base);
        string[] intentos =
        [
            "UPDATE bitacora SET persona = 'otra'", "DELETE FROM bitacora",
            "UPDATE version SET contabilizada = 0", "DELETE FROM version",
            "UPDATE captura SET persona = 'otra'", "DELETE FROM captura",
            "UPDATE catalogo SET sha256 = ''", "DELETE FROM catalogo",
            "UPDATE suceso SET dato = '9'",
        ];
        string[] reemplazos = @base == "sqlite"
            ? ["bitacora", "version", "captura", "catalogo"]
            : [];
        foreach (var sql in intentos.Take(@base == "sqlite" ? 8 : 9).Concat(reemplazos.Select(t => $"INSERT OR REPLACE INTO {t} SELECT * FROM {t}")))
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => a.Almacen.Base.EscribirAsync(async tx => await tx.EjecutarAsync(sql) >= 0, _ => true, default));
        }
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-01")]
    public async Task Ni_la_base_deja_que_una_persona_capture_dos_veces_la_misma_version(string @base)
    {
        await using var a = await ActaPublicadaAsync(@base);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => a.Almacen.Base.EscribirAsync(
            async tx =>
            {
                await new CapturaFila { Acta = 1, Version = 1, Persona = "ana", Campos = [3] }.InsertarAsync(tx);
                return true;
            },
            _ => true, default));
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task La_raiz_del_corte_cambia_con_cualquier_cabeza(string @base)
    {
        await using var a = await ActaPublicadaAsync(@base);
        var antes = (await a.CorteAsync()).RaizDeBitacora;
        await a.ImagenAsync(a.Acta(1), "dos");
        Assert.NotEqual(antes, (await a.CorteAsync()).RaizDeBitacora);
    }
}
