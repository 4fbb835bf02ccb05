namespace MediaMelon.SessionList.Query;

/// <summary>Lists of columns without repeats, the first mention deciding the place.</summary>
internal static class ColumnList
{
    /// <summary>The columns and one more; the same list if it is there already.</summary>
    public static IReadOnlyList<Field> With(IReadOnlyList<Field> columns, Field column)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] == column)
                return columns;
        }

        return [.. columns, column];
    }

    /// <summary>The columns without their repeats; they are written over.</summary>
    public static IReadOnlyList<Field> Distinct(Span<Field> columns)
    {
        var count = 0;
        foreach (var column in columns)
        {
            if (!Has(columns[..count], column))
                columns[count++] = column;
        }

        return [.. columns[..count]];
    }

    public static IReadOnlyList<Field> Check(IEnumerable<Field> columns, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(columns, parameterName);

        Field[] given = [.. columns];
        var missing = Array.IndexOf(given, null);
        return missing < 0 ? given : throw new ArgumentException($"Column {missing} is null.", parameterName);
    }

    private static bool Has(ReadOnlySpan<Field> columns, Field column)
    {
        foreach (var present in columns)
        {
            if (present == column)
                return true;
        }

        return false;
    }
}
