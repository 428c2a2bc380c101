using System.Reflection;
using PlanetGraph.Batch.Ledger;

namespace PlanetGraph.Batch.Tests.Processing;

/// <summary>A real ledger that fails where a test wants it to: before a call reaches it, or after, when only the answer is lost.</summary>
public class FaultyLedger : DispatchProxy
{
    private ILedger inner = null!;
    private Action before = null!;

    public static ILedger Wrap(ILedger inner, Action before)
    {
        var proxy = Create<ILedger, FaultyLedger>();
        ((FaultyLedger)(object)proxy).inner = inner;
        ((FaultyLedger)(object)proxy).before = before;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        before();
        var result = targetMethod!.Invoke(inner, args);
        ((Task)result!).GetAwaiter().GetResult();
        before();
        return result;
    }
}
