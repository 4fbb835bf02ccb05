namespace NightlyExport.Tests.Support;

/// <summary>What a run of the program left behind.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    /// <summary>The run itself, or the test fails with what it said.</summary>
    public Run Good() => Ended(0);

    /// <summary>The run itself, or the test fails with what it said.</summary>
    public Run Ended(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"exit code {ExitCode}, not {exitCode}: {Error}");
        return this;
    }
}
