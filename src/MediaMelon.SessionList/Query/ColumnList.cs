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

    public static IReadOnlyList<Field> Of(params ReadOnlySpan<IEnumerable<Field>> parts)
    {
        var columns = new List<Field>();
        foreach (var part in parts)
        {
            foreach (var column in part)
            {
                if (!columns.Contains(column))
                    columns.Add(column);
            }
        }

        return [.. columns];
    }

    public static IReadOnlyList<Field> Check(IEnumerable<Field> columns, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(columns, parameterName);

        Field[] given = [.. columns];
        var missing = Array.IndexOf(given, null);
        return missing < 0 ? given : throw new ArgumentException($"Column {missing} is null.", parameterName);
    }
}
