namespace SessionExplorer.Output;

/// <summary>What a command found out: rows that may still be on their way.</summary>
internal sealed record Result(IReadOnlyList<ResultColumn> Columns, IAsyncEnumerable<object?[]> Rows);
