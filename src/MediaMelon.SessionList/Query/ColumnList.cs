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

    public static IReadOnlyList<Field> Of(params ReadOnlySpan<IReadOnlyList<Field>> parts)
    {
        var most = 0;
        foreach (var part in parts)
            most += part.Count;

        var columns = new Field[most];
        var count = 0;
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Count; i++)
            {
                if (Array.IndexOf(columns, part[i], 0, count) < 0)
                    columns[count++] = part[i];
            }
        }

        return [.. columns.AsSpan(0, count)];
    }

    public static IReadOnlyList<Field> Check(IEnumerable<Field> columns, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(columns, parameterName);

        Field[] given = [.. columns];
        var missing = Array.IndexOf(given, null);
        return missing < 0 ? given : throw new ArgumentException($"Column {missing} is null.", parameterName);
    }
}
