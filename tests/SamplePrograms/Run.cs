namespace SamplePrograms;

/// <summary>The result of a sample program.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    /// <summary>Asserts exit code 0 and returns this result.</summary>
    public Run Good() => Ended(0);

    /// <summary>Asserts the exit code and returns this result.</summary>
    public Run Ended(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"The exit code is {ExitCode} instead of {exitCode}: {Error}");
        return this;
    }

    /// <summary>Asserts the exit code and returns the last line of standard error.</summary>
    public string Failed(int exitCode) => Ended(exitCode).Error.TrimEnd().Split('\n')[^1];
}
