using SessionExplorer.Catalogue;

namespace SessionExplorer.Output;

/// <summary>A column of what a command found out: its name in data, and its heading in tables.</summary>
internal sealed record ResultColumn(string Name, string Label, ColumnKind Kind, string Unit = "")
{
    public bool IsNumeric => Kind is ColumnKind.Number or ColumnKind.Count;

    public static ResultColumn Of(Column column) => new(column.Name, column.Label, column.Kind, column.Unit);
}
