namespace SessionExplorer.Output;

/// <summary>The preferences of a table column: its width, whether it may be cut, and its importance.</summary>
internal readonly record struct ColumnPreference(int Width, bool CanBeCut, int Importance);
