using System.Text.Json;

namespace MediaMelon.SessionList.Sessions;

/// <summary>Reads the rows of a response.</summary>
internal interface IRowReader
{
    /// <summary>The number of unreadable values in all rows that were read.</summary>
    int UnreadableValues { get; }

    /// <summary>The number of unreadable values by column; null if there are none.</summary>
    IReadOnlyDictionary<string, int>? UnreadableColumns { get; }

    /// <summary>Reads the row at the reader and moves the reader to its closing brace.</summary>
    /// <param name="json">The JSON that the reader reads.</param>
    /// <param name="reader">The reader at the row.</param>
    /// <returns>A session with at least the columns that pagination requires.</returns>
    /// <exception cref="JsonException">The row is not an object, or is incomplete.</exception>
    VideoSession Read(ReadOnlySpan<byte> json, ref Utf8JsonReader reader);
}
