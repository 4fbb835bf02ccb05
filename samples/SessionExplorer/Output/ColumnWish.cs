namespace SessionExplorer.Output;

/// <summary>What a column of a table would like: its width, whether it may be cut, and how late it is to be left out.</summary>
internal readonly record struct ColumnWish(int Width, bool CanBeCut, int Importance);
