namespace Prep.Tests.Casa;

/// <summary>The smallest forgery: one digit or letter becomes another.</summary>
public static class UnByte
{
    public static void Cambiar(string archivo)
    {
        var bytes = File.ReadAllBytes(archivo);
        var donde = Array.FindIndex(bytes, bytes.Length / 2, b => b is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'z'));
        Assert.True(donde >= 0);
        bytes[donde] = (byte)(bytes[donde] == (byte)'7' ? '3' : '7');
        File.WriteAllBytes(archivo, bytes);
    }
}
