namespace SamplePrograms;

/// <summary>What a run of a sample left behind.</summary>
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

    /// <summary>Its one line of error, or the test fails.</summary>
    public string Failed(int exitCode) => Ended(exitCode).Error.TrimEnd().Split('\n')[^1];
}
