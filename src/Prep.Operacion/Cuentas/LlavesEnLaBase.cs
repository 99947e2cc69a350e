using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Prep.Datos.Cuentas;

namespace Prep.Operacion.Cuentas;

/// <summary>Data-protection keys in the store of accounts: a restart, or a second program over the same store, understands the cookies already given.</summary>
public sealed class LlavesEnLaBase(AlmacenDeCuentas almacen) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = almacen.Contexto();
        return [.. db.LlavesDeDatos.AsNoTracking().OrderBy(l => l.Id).Select(l => l.Xml).ToList().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = almacen.Contexto();
        db.LlavesDeDatos.Add(new() { Nombre = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
