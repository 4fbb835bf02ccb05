namespace SessionExplorer.Statistics;

/// <summary>A bar of a histogram, from its lower bound up to, not including, the upper
/// bound. Null means no upper bound.</summary>
internal readonly record struct Bucket(double From, double? To, int Count);
