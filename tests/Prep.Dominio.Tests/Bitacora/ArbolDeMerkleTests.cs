using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Prep.Dominio.Bitacora;

namespace Prep.Dominio.Tests.Bitacora;

[Trait("Regla", "B-01")]
public sealed class ArbolDeMerkleTests
{
    /// <summary>Entries and roots that the implementations of Certificate Transparency share (RFC 6962 and 9162 hash alike).</summary>
    private static readonly string[] Entradas = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Las_raices_son_las_publicadas(int cuantas, string raiz)
    {
        var arbol = new ArbolDeMerkle();
        foreach (var entrada in Entradas.Take(cuantas))
        {
            arbol.Agregar(Convert.FromHexString(entrada));
        }

        Assert.Equal(raiz, arbol.Raiz());
        Assert.Equal(cuantas, arbol.Entradas);
    }

    [Fact]
    public void Es_la_recursion_del_rfc() => Prop.ForAll(Gen.Choose(0, 255).Select(b => new[] { (byte)b }).ListOf().ToArbitrary(), entradas =>
    {
        var arbol = new ArbolDeMerkle();
        foreach (var entrada in entradas)
        {
            arbol.Agregar(entrada);
        }

        return arbol.Raiz() == Convert.ToHexStringLower(Ingenuo([.. entradas]));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Preguntar_la_raiz_no_cambia_el_arbol()
    {
        var arbol = new ArbolDeMerkle();
        for (byte i = 0; i < 100; i++)
        {
            arbol.AgregarHoja(ArbolDeMerkle.Hoja([i]));
            Assert.Equal(arbol.Raiz(), arbol.Raiz());
        }

        Assert.Equal(Convert.ToHexStringLower(Ingenuo([.. Enumerable.Range(0, 100).Select(i => new[] { (byte)i })])), arbol.Raiz());
    }

    [Fact]
    public void Cambiar_una_entrada_o_su_orden_cambia_la_raiz()
    {
        Assert.NotEqual(Raiz("a", "b", "c"), Raiz("a", "b", "d"));
        Assert.NotEqual(Raiz("a", "b", "c"), Raiz("b", "a", "c"));
        Assert.NotEqual(Raiz("a", "b"), Raiz("ab"));
    }

    [Fact]
    public void Una_hoja_que_no_es_un_hash_se_rechaza() => Assert.Throws<ArgumentOutOfRangeException>(() => new ArbolDeMerkle().AgregarHoja([1, 2, 3]));

    private static string Raiz(params string[] entradas)
    {
        var arbol = new ArbolDeMerkle();
        foreach (var entrada in entradas)
        {
            arbol.Agregar(System.Text.Encoding.UTF8.GetBytes(entrada));
        }

        return arbol.Raiz();
    }

    /// <summary>RFC 9162 §2.1.1 as written: split at the largest power of two smaller than n.</summary>
    private static byte[] Ingenuo(byte[][] entradas)
    {
        if (entradas.Length == 0)
        {
            return SHA256.HashData([]);
        }

        if (entradas.Length == 1)
        {
            return SHA256.HashData([0, .. entradas[0]]);
        }

        var k = 1;
        while (k * 2 < entradas.Length)
        {
            k *= 2;
        }

        return SHA256.HashData([1, .. Ingenuo(entradas[..k]), .. Ingenuo(entradas[k..])]);
    }
}
