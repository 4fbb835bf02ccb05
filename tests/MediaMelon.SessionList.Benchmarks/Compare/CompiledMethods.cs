using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>Counts the methods that the just-in-time compiler compiles until the first session, by namespace.</summary>
internal sealed class CompiledMethods : EventListener
{
    private const EventKeywords Jit = (EventKeywords)0x10;

    private readonly ConcurrentQueue<string> _types = new();

    public static async Task PrintAsync(string contender, Uri address)
    {
        using var methods = new CompiledMethods();
        await Startup.ListAsync(contender, address);

        var types = methods._types.ToArray();
        Console.WriteLine($"{types.Length} methods compiled");
        foreach (var group in types.CountBy(Group).OrderByDescending(group => group.Value).Take(40))
            Console.WriteLine($"{group.Value,6} {group.Key}");
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
            EnableEvents(eventSource, EventLevel.Verbose, Jit);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("MethodLoadVerbose", StringComparison.Ordinal) == true)
            _types.Enqueue((string)eventData.Payload![6]!);
    }

    // Returns the namespace of the type without type arguments, so that generic framework code is counted as framework code.
    private static string Group(string type)
    {
        var name = type.Split('[', '`', '+')[0];
        return name.LastIndexOf('.') is >= 0 and var dot ? name[..dot] : name;
    }
}
