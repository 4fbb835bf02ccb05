using SessionExplorer.Catalogue;

namespace SessionExplorer.Output;

/// <summary>A column of a command's result: its name in data, and its heading in tables.</summary>
internal sealed record ResultColumn(string Name, string Label, ColumnKind Kind, string Unit = "")
{
    public bool IsNumeric => Kind is ColumnKind.Number or ColumnKind.Count;

    /// <summary>Whether the text may be cut. Part of a number is wrong, and part of an id cannot be searched for.</summary>
    public bool CanBeCut { get; init; } = Kind == ColumnKind.Text;

    /// <summary>If a table is too wide, the least important columns are hidden.</summary>
    public int Importance { get; init; }

    /// <summary>Whether other formats have the column. If false, the table does not report that it is hidden.</summary>
    public bool IsInData { get; init; } = true;

    /// <summary>Whether a value indicates a poor experience and is shown in red.</summary>
    public Func<object?, bool> IsBad { get; init; } = _ => false;

    public static ResultColumn From(Column column) =>
        new(column.Name, column.Label, column.Kind, column.Unit)
        {
            CanBeCut = column.Kind == ColumnKind.Text && column != KnownColumns.SessionId,
            IsBad = column.IsBad,
        };
}
