using System.Text.Json;

namespace MediaMelon.SessionList.Sessions;

/// <summary>Reads the rows of a response, one after the other.</summary>
internal interface IRowReader
{
    /// <summary>Values that could not be read, in all rows so far.</summary>
    int UnreadableValues { get; }

    /// <summary>The same by column; null if there are none.</summary>
    IReadOnlyDictionary<string, int>? UnreadableColumns { get; }

    /// <summary>Reads the row that the reader stands on, and leaves the reader at its closing brace.</summary>
    /// <param name="json">What the reader reads.</param>
    /// <param name="reader">Stands on the row.</param>
    /// <returns>The row, at least the columns that pagination needs.</returns>
    /// <exception cref="JsonException">The row is not an object, or is incomplete.</exception>
    VideoSession Read(ReadOnlySpan<byte> json, ref Utf8JsonReader reader);
}
