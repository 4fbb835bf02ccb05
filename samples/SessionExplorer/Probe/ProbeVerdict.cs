namespace SessionExplorer.Probe;

/// <summary>The result for one assumption of the library.</summary>
internal enum ProbeVerdict
{
    /// <summary>The service does what the library assumes.</summary>
    AsAssumed,

    /// <summary>The service does something else.</summary>
    Differs,

    /// <summary>The data or the responses do not decide it.</summary>
    Unknown,
}
