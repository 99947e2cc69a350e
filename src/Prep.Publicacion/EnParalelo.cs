using System.Runtime.ExceptionServices;

namespace Prep.Publicacion;

/// <summary>Runs a parallel loop so that a full disk or a dead server reach the caller as what they are, not wrapped.</summary>
internal static class EnParalelo
{
    public static void Correr(Action ciclo)
    {
        try
        {
            ciclo();
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.Flatten().InnerExceptions[0]);
        }
    }
}
