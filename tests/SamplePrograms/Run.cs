namespace SamplePrograms;

/// <summary>The result of a run of a sample.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    /// <summary>Asserts that the exit code is 0.</summary>
    public Run Good() => Ended(0);

    /// <summary>Asserts the exit code. The assertion message contains standard error.</summary>
    public Run Ended(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"exit code {ExitCode}, not {exitCode}: {Error}");
        return this;
    }

    /// <summary>Asserts the exit code, and returns the last line of standard error.</summary>
    public string Failed(int exitCode) => Ended(exitCode).Error.TrimEnd().Split('\n')[^1];
}
