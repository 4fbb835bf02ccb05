using System.Runtime.CompilerServices;

namespace SessionExplorer.Output;

/// <summary>What a command found out: rows that may still be on their way.</summary>
internal sealed record Result(IReadOnlyList<ResultColumn> Columns, IAsyncEnumerable<object?[]> Rows)
{
    /// <summary>The names, then each row as text. The names wait for it: a failure before it leaves nothing behind.</summary>
    public async IAsyncEnumerable<string[]> ToTextsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string[]? names = [.. Columns.Select(column => column.Name)];
        await foreach (var row in Rows.WithCancellation(cancellationToken))
        {
            if (names is not null)
                yield return names;

            names = null;
            yield return [.. row.Select(DataText.Format)];
        }

        if (names is not null)
            yield return names;
    }
}
