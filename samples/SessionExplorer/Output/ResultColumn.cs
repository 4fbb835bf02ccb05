using SessionExplorer.Catalogue;

namespace SessionExplorer.Output;

/// <summary>A column of what a command found out: its name in data, and its heading in tables.</summary>
internal sealed record ResultColumn(string Name, string Label, ColumnKind Kind, string Unit = "")
{
    public bool IsNumeric => Kind is ColumnKind.Number or ColumnKind.Count;

    /// <summary>Whether its first letters tell enough. Half a number is a wrong one, and half an id finds nothing.</summary>
    public bool CanBeCut { get; init; } = Kind == ColumnKind.Text;

    /// <summary>Of the columns for which there is no room the least important ones are left out.</summary>
    public int Importance { get; init; }

    /// <summary>Whether other formats have the column; if not, nothing is missed where it is left out.</summary>
    public bool IsInData { get; init; } = true;

    /// <summary>Whether a value tells of a poor experience, and is shown in red.</summary>
    public Func<object?, bool> IsBad { get; init; } = _ => false;

    public static ResultColumn From(Column column) =>
        new(column.Name, column.Label, column.Kind, column.Unit)
        {
            CanBeCut = column.Kind == ColumnKind.Text && column != KnownColumns.SessionId,
            IsBad = column.IsBad,
        };
}
