namespace SessionExplorer.Comparison;

/// <summary>How a segment changed the bad rate.</summary>
internal enum ChangeKind
{
    /// <summary>It got worse or better.</summary>
    Rate,

    /// <summary>There is more or less of it.</summary>
    Mix,
}
