namespace SessionExplorer.Statistics;

/// <summary>A bar of a histogram: from its lower bound up to, not including, the upper one; null for no upper bound.</summary>
internal readonly record struct Bucket(double From, double? To, int Count);
