namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>Runs the server in a separate process. <see cref="Dispose"/> ends the process.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly ChildProcess _process;
    private readonly string _base;

    private ServerProcess(ChildProcess process, string address)
    {
        _process = process;
        _base = address;
    }

    public static async Task<ServerProcess> StartAsync()
    {
        var process = ChildProcess.Start(["serve"]);
        return new(process, await process.ReadLineAsync());
    }

    public Uri Address(bool wide, int rows, int delay = 0, bool hostile = false) => new(FormattableString.Invariant(
        $"{_base}/{(hostile ? "hostile" : "realistic")}/{(wide ? "wide" : "narrow")}/{rows}/{delay}"));

    public void Dispose() => _process.Dispose();
}
