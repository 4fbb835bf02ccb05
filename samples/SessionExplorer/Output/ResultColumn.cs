using SessionExplorer.Catalogue;

namespace SessionExplorer.Output;

/// <summary>A column of what a command found out: its name in data, and its heading in tables.</summary>
internal sealed record ResultColumn(string Name, string Label, ColumnKind Kind, string Unit = "")
{
    public bool IsNumeric => Kind is ColumnKind.Number or ColumnKind.Count;

    /// <summary>Whether its first letters tell enough. Half a number is a wrong one, and half an id finds nothing.</summary>
    public bool CanBeCut { get; init; } = Kind == ColumnKind.Text;

    public static ResultColumn Of(Column column) =>
        new(column.Name, column.Label, column.Kind, column.Unit)
        {
            CanBeCut = column.Kind == ColumnKind.Text && column != KnownColumns.SessionId,
        };
}
