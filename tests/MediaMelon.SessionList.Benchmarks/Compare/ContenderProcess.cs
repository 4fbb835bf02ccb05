using System.Diagnostics;
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

    private readonly Process _process;

    private ContenderProcess(Process process) => _process = process;

    public static ContenderProcess Start(string contender, bool wide, Uri address) =>
        new(Process.Start(new ProcessStartInfo(ServerProcess.Self, ["contend", contender, wide ? "wide" : "narrow", address.ToString()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_GCgen0size"] = FirstGenerationBytes },
        })!);

    public async Task<Measured> MeasureAsync()
    {
        await _process.StandardInput.WriteLineAsync("measure");
        await _process.StandardInput.FlushAsync();
        var line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("A contender ended early.");
        return JsonSerializer.Deserialize(line, HandContext.Default.Measured)!;
    }

    /// <summary>The child.</summary>
    public static async Task RunAsync(string contender, bool wide, Uri address)
    {
        var read = new Contenders(address).ByName(contender, wide);
        while (await Console.In.ReadLineAsync() is not null)
            Console.WriteLine(JsonSerializer.Serialize(await Measured.FromAsync(read), HandContext.Default.Measured));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
