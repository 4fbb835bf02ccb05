using SessionExplorer.CommandLine;

namespace SessionExplorer.Sql;

/// <summary>Splits SQL into statements at the semicolons outside of quotes and comments.</summary>
internal static class SqlStatements
{
    /// <exception cref="UsageException">The text contains no statement.</exception>
    public static IReadOnlyList<string> Split(string sql)
    {
        var statements = new List<string>();
        var begin = 0;
        var hasContent = false;
        for (var index = 0; index < sql.Length;)
        {
            var length = SqlToken.Length(sql, index, out var isContent);
            if (sql[index] == ';' && length == 1)
            {
                Add(index);
                begin = index + 1;
            }

            hasContent |= isContent;
            index += length;
        }

        Add(sql.Length);
        return statements.Count > 0 ? statements : throw new UsageException("sql needs a statement; the text contains none.");

        void Add(int end)
        {
            if (hasContent)
                statements.Add(sql[begin..end].Trim());

            hasContent = false;
        }
    }
}
