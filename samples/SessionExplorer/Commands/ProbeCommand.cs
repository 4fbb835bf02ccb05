using System.CommandLine;
using System.Globalization;
using SessionExplorer.CommandLine;
using SessionExplorer.Errors;
using SessionExplorer.Output;
using SessionExplorer.Probe;
using SessionExplorer.Progress;
using SessionExplorer.Sources;

namespace SessionExplorer.Commands;

/// <summary><c>probe</c>: finds out what the vendor's pages do not describe, with a few read-only requests.</summary>
internal sealed class ProbeCommand : ExplorerCommand
{
    // The period is over, and long enough ago that late sessions have arrived.
    private static readonly TimeSpan Age = TimeSpan.FromHours(2);
    private static readonly TimeSpan Length = TimeSpan.FromHours(1);

    private readonly PeriodOptions _period = new(Length);
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Send the requests without confirmation." };
    private readonly Option<bool> _noWait = new("--no-wait")
    {
        Description = "Repeat the first request at once instead of after a minute.",
    };

    private readonly Option<FileInfo?> _report = new("--report")
    {
        Description = "Write the report as Markdown, for an issue. It has no key, customer, or session data.",
        HelpName = "FILE.md",
    };
    private readonly OutputOptions _output = new();

    public ProbeCommand()
        : base(
            "probe",
            "Finds out how the service behaves in cases that the vendor does not document.",
            "probe --yes --no-wait",
            "probe --yes --no-wait --output json")
    {
        _period.AddTo(this);
        Add(_yes);
        Add(_noWait);
        Add(_report);
        _output.AddTo(this);
    }

    protected override async Task<int> RunAsync(Invocation invocation)
    {
        var parsed = invocation.Parsed;
        if (_output.Read(parsed) is OutputFormat.Ndjson or OutputFormat.Csv)
            throw new UsageException("probe prints a table or JSON: use --output table or --output json.");

        var source = invocation.Announce();
        var period = ReadPeriod(parsed, invocation.Clock);
        await Console.Error.WriteLineAsync(Describe(source, period));
        if (!parsed.GetValue(_yes) && !source.IsBuiltIn)
            Confirm();

        using var handler = source.CreateProbeHandler();
        var terminal = ErrorTerminal.ForProcess();
        var report = await ProbeRun.RunAsync(
            handler,
            await source.GetProbeTargetAsync(invocation.Cancellation),
            period,
            invocation.Clock,
            waits: !parsed.GetValue(_noWait) && !source.IsBuiltIn,
            terminal.IsTerminal ? count => terminal.Show($"{count} of at most {ProbePlan.MaxRequests} requests") : null,
            invocation.Cancellation);
        terminal.Clear();

        if (parsed.GetValue(_report) is { } file)
            await File.WriteAllTextAsync(file.FullName, report.ToMarkdown(), invocation.Cancellation);

        if (_output.Read(parsed) == OutputFormat.Table)
            ProbeScreen.Write(report, invocation.Screen);
        else
            invocation.Screen.Text(report.ToJson());

        return ExitCode.Success;
    }

    private ProbePeriod ReadPeriod(ParseResult parsed, TimeProvider clock)
    {
        if (!_period.Given(parsed).Any())
            return ProbePeriod.Ending(clock.GetUtcNow() - Age, Length);

        var period = _period.Read(parsed, clock);
        return new(period.Start.ToUnixTimeSeconds(), period.End.ToUnixTimeSeconds());
    }

    private static string Describe(SessionSource source, ProbePeriod period) =>
        $"Sends at most {ProbePlan.MaxRequests} requests to "
        + $"{(source.IsBuiltIn ? "the built-in data" : source.BaseAddress.Host)}, one after another.\n"
        + "All of them only read, with limits up to 10,000. One has another customer id, the last one a wrong key.\n"
        + $"The period is {Time(period.Start)} to {Time(period.End)} UTC.";

    private static string Time(long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static void Confirm()
    {
        if (Console.IsInputRedirected || Console.IsErrorRedirected)
        {
            throw new UsageException(
                "The probe asks for confirmation, which needs a terminal. Use --yes to send the requests without confirmation.");
        }

        Console.Error.Write("Send them? [y/N] ");
        if (Console.ReadLine()?.Trim().ToUpperInvariant() is not ("Y" or "YES"))
            throw new UsageException("Nothing was sent.");
    }
}
