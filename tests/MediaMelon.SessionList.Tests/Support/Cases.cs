namespace MediaMelon.SessionList.Tests.Support;

/// <summary>
/// How many cases a test generates: all of them, or few on .NET 8 and while Stryker runs the tests thousands of times (docs/quality.md).
/// </summary>
internal static class Cases
{
    private const int Fewest = 20;
    private const int Share = 500;

    // All cases run on .NET 10, so that the gate runs the tests on .NET 8 in minutes.
    private static readonly bool AreFew = Environment.Version.Major < 10 || Environment.GetEnvironmentVariable("TESTING_MUTANTS") is not null;

    public static int Count(int full) => AreFew ? Math.Max(full / Share, Fewest) : full;
}
