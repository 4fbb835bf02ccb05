namespace MediaMelon.SessionList.Query;

/// <summary>Lists of fields without duplicates, in the order of their first occurrence.</summary>
internal static class ColumnList
{
    /// <summary>Adds a field. Returns the same list if it already contains the field.</summary>
    public static IReadOnlyList<Field> Add(IReadOnlyList<Field> columns, Field column)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] == column)
                return columns;
        }

        return [.. columns, column];
    }

    /// <summary>Removes duplicates. Overwrites the list span.</summary>
    public static IReadOnlyList<Field> Distinct(Span<Field> columns)
    {
        var count = 0;
        foreach (var column in columns)
        {
            if (!Contains(columns[..count], column))
                columns[count++] = column;
        }

        return [.. columns[..count]];
    }

    public static IReadOnlyList<Field> Check(IEnumerable<Field> columns, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(columns, parameterName);

        Field[] list = [.. columns];
        var missing = Array.IndexOf(list, null);
        return missing < 0 ? list : throw new ArgumentException($"Field {missing} is null.", parameterName);
    }

    private static bool Contains(ReadOnlySpan<Field> columns, Field column)
    {
        foreach (var present in columns)
        {
            if (present == column)
                return true;
        }

        return false;
    }
}
