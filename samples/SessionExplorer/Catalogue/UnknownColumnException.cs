namespace SessionExplorer.Catalogue;

internal sealed class UnknownColumnException : Exception
{
    public UnknownColumnException(string message)
        : base(message) { }

    public UnknownColumnException(string name, IEnumerable<string> similar)
        : base($"Unknown column '{name}'. {Advice([.. similar])}") { }

    private static string Advice(IReadOnlyList<string> similar) =>
        similar.Count > 0
            ? $"Did you mean {string.Join(" or ", similar)}?"
            : "'sql --schema' lists all columns. Specify other columns by kind and name, such as number:NAME or text:NAME.";
}
