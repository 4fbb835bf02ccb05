namespace SessionExplorer.Output;

/// <summary>The preferences of a table column: its width, whether it may be cut, and its importance.</summary>
internal readonly record struct ColumnWish(int Width, bool CanBeCut, int Importance);
