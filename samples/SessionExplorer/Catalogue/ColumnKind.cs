namespace SessionExplorer.Catalogue;

/// <summary>What a column holds here: durations are numbers in the unit that the column's name tells.</summary>
internal enum ColumnKind
{
    Text,
    Number,
    Count,
    Flag,
    Time,
}
