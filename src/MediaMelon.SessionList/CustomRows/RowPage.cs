using System.Globalization;
using System.Text;

namespace MediaMelon.SessionList;

/// <summary>One page of a listing, with rows in a custom type.</summary>
/// <typeparam name="TRow">The type of the rows.</typeparam>
public sealed record RowPage<TRow>
{
    /// <summary>The rows, in the service's order.</summary>
    public required IReadOnlyList<TRow> Rows { get; init; }

    /// <inheritdoc cref="SessionPage.Offset"/>
    public long Offset { get; init; }

    /// <inheritdoc cref="SessionPage.Next"/>
    public SessionCheckpoint? Next { get; init; }

    /// <inheritdoc cref="SessionPage.TotalCount"/>
    public long? TotalCount { get; init; }

    /// <inheritdoc cref="SessionPage.PageCount"/>
    public long? PageCount { get; init; }

    /// <inheritdoc cref="SessionPage.TotalRecords"/>
    public long? TotalRecords { get; init; }

    /// <summary>The number of values that could not be read. Their properties are null.</summary>
    public int UnreadableValues { get; init; }

    internal static RowPage<TRow> Create(SessionPage page, IReadOnlyList<TRow> rows, int unreadableValues) => new()
    {
        Rows = rows,
        Offset = page.Offset,
        Next = page.Next,
        TotalCount = page.TotalCount,
        PageCount = page.PageCount,
        TotalRecords = page.TotalRecords,
        UnreadableValues = unreadableValues,
    };

    // Prints the number of rows. The list would print its type name, and rows may contain personal data.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(
            CultureInfo.InvariantCulture,
            $"Rows = {Rows.Count}, Offset = {Offset}, Next = {Next}, TotalCount = {TotalCount}, ");
        builder.Append(
            CultureInfo.InvariantCulture,
            $"PageCount = {PageCount}, TotalRecords = {TotalRecords}, UnreadableValues = {UnreadableValues}");
        return true;
    }
}
