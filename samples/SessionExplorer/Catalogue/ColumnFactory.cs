using MediaMelon.SessionList;

namespace SessionExplorer.Catalogue;

/// <summary>Creates columns from the client's typed fields. <c>TryGet</c> reads properties and additional fields alike.</summary>
internal static class ColumnFactory
{
    public static Column Text(Field<string> field, string name, string label, string csharp) =>
        Create(field, name, label, csharp, ColumnKind.Text, text => text);

    public static Column Status(Field<ViewStatus> field, string name, string label, string csharp) =>
        Create(field, name, label, csharp, ColumnKind.Text, status => status.Value);

    public static Column Flag(Field<bool> field, string name, string label, string csharp) =>
        Create(field, name, label, csharp, ColumnKind.Flag, flag => flag);

    public static Column Time(Field<DateTimeOffset> field, string name, string label, string csharp) =>
        Create(field, name, label, csharp, ColumnKind.Time, time => time.ToUniversalTime());

    public static Column Count(Field<long> field, string name, string label, string csharp) =>
        Create(field, name, label, csharp, ColumnKind.Count, count => count);

    public static Column Number(Field<double> field, string name, string label, string csharp, string unit = "") =>
        Create(field, name, label, csharp, ColumnKind.Number, number => number) with
        {
            Unit = unit,
        };

    public static Column Seconds(Field<TimeSpan> field, string name, string label, string csharp) =>
        Duration(field, name, label, csharp, "s", duration => duration.TotalSeconds);

    public static Column Minutes(Field<TimeSpan> field, string name, string label, string csharp) =>
        Duration(field, name, label, csharp, "min", duration => duration.TotalMinutes);

    private static Column Duration(
        Field<TimeSpan> field,
        string name,
        string label,
        string csharp,
        string unit,
        Func<TimeSpan, double> toNumber
    ) => Create(field, name, label, csharp, ColumnKind.Number, duration => toNumber(duration)) with { Unit = unit };

    private static Column Create<T>(
        Field<T> field,
        string name,
        string label,
        string csharp,
        ColumnKind kind,
        Func<T, object> read
    ) =>
        new()
        {
            Field = field,
            Name = name,
            Label = label,
            CSharp = csharp,
            Kind = kind,
            Read = session => session.TryGet(field, out var value) ? read(value) : null,
        };
}
