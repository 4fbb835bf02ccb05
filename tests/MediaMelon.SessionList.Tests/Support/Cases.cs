namespace MediaMelon.SessionList.Tests.Support;

/// <summary>How many cases a test makes up: all of them, or few while Stryker runs the tests thousands of times (docs/quality.md).</summary>
internal static class Cases
{
    private const int Fewest = 20;
    private const int Share = 500;

    private static readonly bool AreFew = Environment.GetEnvironmentVariable("TESTING_MUTANTS") is not null;

    public static int Of(int full) => AreFew ? Math.Max(full / Share, Fewest) : full;
}
