namespace SessionExplorer.Catalogue;

/// <summary>The kind of a column's values. Durations are numbers in the unit that the column's name contains.</summary>
internal enum ColumnKind
{
    Text,
    Number,
    Count,
    Flag,
    Time,
}
