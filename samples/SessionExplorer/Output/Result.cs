using System.Runtime.CompilerServices;

namespace SessionExplorer.Output;

/// <summary>The result of a command. Its rows may still be loading.</summary>
internal sealed record Result(IReadOnlyList<ResultColumn> Columns, IAsyncEnumerable<object?[]> Rows)
{
    /// <summary>The names, then each row as text. The names are returned with the first row, so that an
    /// earlier failure writes nothing.</summary>
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
