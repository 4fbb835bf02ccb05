using BenchmarkDotNet.Attributes;

namespace MediaMelon.SessionList.Benchmarks.Micro;

/// <summary>Builds, formats and parses a query.</summary>
[MemoryDiagnoser]
public class QueryBenchmarks
{
    private readonly SessionPeriod _day = SessionPeriod.FromUnixSeconds(1775749962, 1775836362);
    private string _text = "";

    [GlobalSetup]
    public void Format() => _text = Build().ToString();

    [Benchmark(Baseline = true)]
    public string BuildAndPrint() => Build().ToString();

    [Benchmark]
    public SessionQuery Parse() => SessionQuery.Parse(_text);

    private SessionQuery Build() => SessionQuery.For(SessionMetrics.RebufferingPercentage, _day)
        .Where(SessionDimensions.OperatingSystem.Is("Android"))
        .Where(SessionMetrics.RebufferingPercentage > 10)
        .OrderByDescending(SessionMetrics.RebufferingPercentage)
        .Take(25);
}
