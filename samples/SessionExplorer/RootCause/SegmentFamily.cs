namespace SessionExplorer.RootCause;

/// <summary>A kind of segments. There are many more pairs than values, so that each kind gets a third of the error rate.</summary>
internal enum SegmentFamily
{
    Value,
    Window,
    Pair,
}
