using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Sessions;

/// <summary>A column that has a property of <see cref="VideoSession"/>.</summary>
internal abstract class SessionColumn(Field field)
{
    public string Name { get; } = field.Name;

    /// <summary>The index in <see cref="SessionColumns.All"/>.</summary>
    public int Number { get; set; }

    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(field.Name);

    public abstract ReadResult Read(ref Utf8JsonReader reader, VideoSession session);

    /// <summary>
    /// Reads a scalar into the session. Returns false for an unusual format or type, which the general reader reads.
    /// </summary>
    public abstract bool TryScan(ref JsonCursor cursor, VideoSession session, ColumnStringPool strings);

    /// <summary>Writes the name and the value of the column. Returns false if the session has no value.</summary>
    public abstract bool Write(Utf8JsonWriter writer, VideoSession session);
}

/// <inheritdoc/>
/// <param name="field">The column.</param>
/// <param name="set">Sets the value in a session.</param>
/// <param name="isIdentity">
/// Whether the value is an identity. Identities are rarely equal, so they are not pooled. If the text is not valid Unicode, the
/// value is unreadable, because two repaired identities could be equal.
/// </param>
internal abstract class SessionColumn<T>(Field<T> field, Action<VideoSession, T> set, bool isIdentity = false)
    : SessionColumn(field)
{
    private readonly ValueFormat<T> _format = field.Format;

    public abstract bool TryGet(VideoSession session, [MaybeNullWhen(false)] out T value);

    public override ReadResult Read(ref Utf8JsonReader reader, VideoSession session)
    {
        var reading = _format.Read(ref reader, out var value);
        if (reading == ReadResult.Repaired && isIdentity)
            return ReadResult.Unreadable;

        if (reading.HasValue())
            set(session, value);

        return reading;
    }

    public override bool TryScan(ref JsonCursor cursor, VideoSession session, ColumnStringPool strings)
    {
        if (cursor.TrySkip("null"u8))
            return true;

        if (_format.TryScan(ref cursor, isIdentity ? null : strings, out var value))
        {
            set(session, value);
            return true;
        }

        if (!cursor.TryScalar(out var token))
            return false;

        var reader = new Utf8JsonReader(token);
        return reader.Read() && Read(ref reader, session) is ReadResult.Value or ReadResult.None;
    }

    public override bool Write(Utf8JsonWriter writer, VideoSession session)
    {
        if (!TryGet(session, out var value))
            return false;

        writer.WritePropertyName(Utf8Name);
        _format.Write(writer, value);
        return true;
    }
}

/// <summary>A column of a value type.</summary>
internal sealed class ValueColumn<T>(Field<T> field, Func<VideoSession, T?> get, Action<VideoSession, T> set)
    : SessionColumn<T>(field, set)
    where T : struct
{
    public override bool TryGet(VideoSession session, out T value)
    {
        var current = get(session);
        value = current.GetValueOrDefault();
        return current.HasValue;
    }
}

/// <summary>A column of text.</summary>
internal sealed class TextColumn(Field<string> field, Func<VideoSession, string?> get, Action<VideoSession, string> set,
    bool isIdentity = false)
    : SessionColumn<string>(field, set, isIdentity)
{
    public override bool TryGet(VideoSession session, [MaybeNullWhen(false)] out string value)
    {
        value = get(session);
        return value is not null;
    }
}
