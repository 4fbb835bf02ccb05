using System.Text.Json;

namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>
/// A contender in a process of its own: its garbage and what the just-in-time compiler learned about it do not touch the others.
/// It reads the listing once for each line that it receives.
/// </summary>
internal sealed class ContenderProcess : IDisposable
{
    // A virtual machine may report hundreds of megabytes of cache, and the first generation of the heap takes its size from that. Then
    // a round ends before the first collection, and measures how fast the system provides memory. 32 MB is the cache of a usual server.
    private const string FirstGenerationBytes = "0x2000000";

    private readonly ChildProcess _process;

    private ContenderProcess(ChildProcess process) => _process = process;

    public static ContenderProcess Start(string contender, bool wide, Uri address) => new(ChildProcess.Start(
        ["contend", contender, wide ? "wide" : "narrow", address.ToString()],
        ("DOTNET_GCgen0size", FirstGenerationBytes)));

    public async Task<Measured> MeasureAsync()
    {
        await _process.WriteLineAsync("measure");
        return JsonSerializer.Deserialize(await _process.ReadLineAsync(), HandContext.Default.Measured)!;
    }

    /// <summary>Runs in the child process.</summary>
    public static async Task RunAsync(string contender, bool wide, Uri address)
    {
        var read = new Contenders(address).ByName(contender, wide);
        while (await Console.In.ReadLineAsync() is not null)
            Console.WriteLine(JsonSerializer.Serialize(await Measured.FromAsync(read), HandContext.Default.Measured));
    }

    public void Dispose() => _process.Dispose();
}
