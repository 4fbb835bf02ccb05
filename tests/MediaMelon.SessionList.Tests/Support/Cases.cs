namespace MediaMelon.SessionList.Tests.Support;

/// <summary>
/// The number of cases that a test generates: all, or few on .NET 8 and under Stryker, which runs the tests thousands of times
/// (docs/quality.md).
/// </summary>
internal static class Cases
{
    private const int Minimum = 20;
    private const int Divisor = 500;

    // All cases run only on .NET 10, so that the tests on .NET 8 take only minutes.
    private static readonly bool AreFew = Environment.Version.Major < 10 || Environment.GetEnvironmentVariable("TESTING_MUTANTS") is not null;

    public static int Count(int full) => AreFew ? Math.Max(full / Divisor, Minimum) : full;
}
