using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Prep.Datos;
using Prep.Datos.Cuentas;
using Prep.Datos.Tests;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Cuentas;

namespace Prep.Operacion.Tests.Cuentas;

/// <summary>A store of accounts of its own for one test, with a roster, and computers that a test holds in its hand.</summary>
public sealed class CuentasDePrueba : IAsyncDisposable
{
    public const string Padron = """
        persona,nombre,puestos,sitio
        ana,Ana López,CAPTURA,CATD-01
        beto,Beto Ruiz,CAPTURA;ACOPIADOR,CATD-01
        sara,Sara Díaz,SUPERVISOR;CAPTURA,CATD-01
        coco,Coco Sosa,COORDINADOR_CATD,CATD-01
        otto,Otto Paz,CAPTURA,CATD-02
        admi,Admi Nava,ADMIN_TI,CENTRAL
        """;

    private const string _pin = "418273";
    private static readonly Lazy<string> _hash = new(() => new Microsoft.AspNetCore.Identity.PasswordHasher<Cuenta>().HashPassword(new(), _pin));

    private readonly string _carpeta = Path.Combine(Path.GetTempPath(), "prep-" + Path.GetRandomFileName());
    private readonly Dictionary<string, Credencial> _credenciales = [];

    private CuentasDePrueba(Proceso proceso)
    {
        Proceso = proceso;
        Retos = new(new EphemeralDataProtectionProvider(), Reloj);
    }

    public RelojManual Reloj { get; } = new(CatalogoDePrueba.Apertura.AddMinutes(5));

    public Proceso Proceso { get; }

    public Retos Retos { get; }

    public AlmacenDeCuentas Almacen { get; private set; } = null!;

    public Sesiones Sesiones => new(Almacen, Reloj);

    public ContextoDeCuentas Consola => Como("consola");

    public ContextoDeCuentas Como(string persona, string? ambito = null) => new(new(persona), Almacen, Proceso, Reloj) { Ambito = ambito };

    /// <summary>With the roster loaded and a credential for each person.</summary>
    /// <summary>Over the folder or database of another one: what a restart finds.</summary>
    public OpcionesDeAlmacen Opciones { get; private set; } = null!;

    public static async Task<CuentasDePrueba> CrearAsync(string @base, ClusterDePostgres cluster, ClaseDeProceso clase = ClaseDeProceso.Jornada, bool segundoFactor = true, Proceso? proceso = null, string padron = Padron)
    {
        CuentasDePrueba prueba = new((proceso ?? CatalogoDePrueba.Proceso(clase)) with { SegundoFactor = segundoFactor });
        prueba.Opciones = new(prueba._carpeta, @base == "postgres" ? await cluster.NuevaBaseAsync() : null);
        prueba.Almacen = await AlmacenDeCuentas.AbrirAsync(prueba.Opciones, prueba.Reloj, default);
        (await CargarPadron.EjecutarAsync(Leer(padron), prueba.Consola, default)).Debe();
        await prueba.DarCredencialesAsync();
        return prueba;
    }

    // As EmitirCredenciales would, but one PIN for all: its hash is slow on purpose.
    private async Task DarCredencialesAsync()
    {
        await using var db = Almacen.Contexto();
        foreach (var cuenta in db.Cuentas)
        {
            Credencial credencial = new(cuenta.Id, cuenta.Nombre, cuenta.Sitio, cuenta.ListaDePuestos, $"{cuenta.Id}-de-prueba-0001", _pin);
            (cuenta.Credencial, cuenta.CredencialEn, cuenta.PasswordHash) = (Codigo.Hash(credencial.Codigo), 1, _hash.Value);
            _credenciales[cuenta.Id] = credencial;
        }

        await db.SaveChangesAsync();
    }

    public static LecturaDePadron Leer(string csv) => LectorDePadron.Leer("padron.csv", Encoding.UTF8.GetBytes(csv), new HashSet<string> { "CATD-01", "CATD-02" });

    public Credencial De(string persona) => _credenciales[persona];

    public Task<Dominio.Result<Entrada>> EntrarAsync(string persona, EquipoDePrueba? equipo, string? pin = null) =>
        Entrar.EjecutarAsync(new(De(persona).Codigo, pin ?? De(persona).Pin, equipo?.Probar(Retos)), Retos, Como("nadie"), default);

    /// <summary>In, with the second factor registered when the puesto asks for one.</summary>
    public async Task<SesionViva> SesionAsync(string persona, EquipoDePrueba? equipo)
    {
        var entrada = (await EntrarAsync(persona, equipo)).Debe();
        return await LeerAsync(((Entrada.Abierta)entrada).Sesion);
    }

    public async Task<SesionViva> LeerAsync(string sesion) => (await Sesiones.LeerAsync(sesion, default))!;

    /// <summary>Registers the telephone of a person who just entered; gives its secret and the recovery codes.</summary>
    public async Task<(string Clave, IReadOnlyList<string> Codigos)> TelefonoAsync(SesionViva sesion)
    {
        var clave = (await RegistrarTotp.PrepararAsync(sesion, Como(sesion.Persona), default)).Debe().Clave;
        var hecho = (await RegistrarTotp.ConfirmarAsync(sesion, Totp.Codigo(clave, Totp.Paso(Reloj.Ahora)), Como(sesion.Persona), default)).Debe();
        return (clave, hecho.DeRecuperacion);
    }

    public async Task<EquipoDePrueba> EquipoAsync(string nombre = "captura 1", string sitio = "CATD-01")
    {
        var codigo = (await GenerarCodigoDeEquipo.EjecutarAsync(new(sitio, nombre), Consola, default)).Debe().Codigo;
        EquipoDePrueba equipo = new();
        equipo.Id = (await InscribirEquipo.EjecutarAsync(equipo.Inscripcion(codigo, Retos), Retos, Como("nadie"), default)).Debe().Equipo;
        return equipo;
    }

    public Task<List<BitacoraDeCuentasFila>> BitacoraAsync() => Consola.LeerAsync(db => Task.FromResult(db.Bitacora.OrderBy(b => b.Eslabon).ToList()), default);

    public async ValueTask DisposeAsync()
    {
        await Almacen.DisposeAsync();
        Directory.Delete(_carpeta, recursive: true);
    }
}

/// <summary>A browser with its key, as WebCrypto would keep it.</summary>
public sealed class EquipoDePrueba
{
    private readonly ECDsa _clave = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string Id { get; set; } = "";

    public string Publica => Convert.ToBase64String(_clave.ExportSubjectPublicKeyInfo());

    public PruebaDeEquipo Probar(Retos retos, string? reto = null)
    {
        reto ??= retos.Nuevo();
        return new(Id, reto, Firma(ComprobarEquipo.Entrada, Id, reto));
    }

    public InscribirEquipo.Request Inscripcion(string codigo, Retos retos)
    {
        var reto = retos.Nuevo();
        return new(codigo, Publica, reto, Firma(InscribirEquipo.Uso, "", reto));
    }

    public string Firma(string uso, string equipo, string reto) => Convert.ToBase64String(_clave.SignData(Retos.PorFirmar(uso, equipo, reto), HashAlgorithmName.SHA256));
}
