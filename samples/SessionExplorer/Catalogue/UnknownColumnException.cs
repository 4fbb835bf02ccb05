namespace SessionExplorer.Catalogue;

internal sealed class UnknownColumnException : Exception
{
    public UnknownColumnException(string message)
        : base(message) { }

    public UnknownColumnException(string name, IEnumerable<string> similar)
        : base($"There is no column '{name}'. {Advice([.. similar])}") { }

    private static string Advice(IReadOnlyList<string> similar) =>
        similar.Count > 0
            ? $"Did you mean {string.Join(" or ", similar)}?"
            : "'sql --schema' lists all columns; others of the service go by kind and name, such as number:NAME or text:NAME.";
}
