namespace SessionExplorer.Tests.Support;

/// <summary>What a run of the program left behind.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    /// <summary>Its output, or the test fails with what it said.</summary>
    public string Good()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}: {Error}");
        return Output;
    }

    /// <summary>Its one line of error, or the test fails.</summary>
    public string Failed(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"exit code {ExitCode}, not {exitCode}: {Error}");
        return Error.TrimEnd().Split('\n')[^1];
    }
}
