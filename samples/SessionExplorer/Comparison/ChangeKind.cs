namespace SessionExplorer.Comparison;

/// <summary>How a segment changed the bad rate.</summary>
internal enum ChangeKind
{
    /// <summary>Its rate changed.</summary>
    Rate,

    /// <summary>Its share of the sessions changed.</summary>
    Mix,
}
