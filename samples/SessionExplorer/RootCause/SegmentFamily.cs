namespace SessionExplorer.RootCause;

/// <summary>A kind of segment. Each kind gets a third of the error rate, as there are many more pairs than values.</summary>
internal enum SegmentFamily
{
    Value,
    Window,
    Pair,
}
