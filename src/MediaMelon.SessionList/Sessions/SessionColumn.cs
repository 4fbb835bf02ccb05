using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Sessions;

/// <summary>A column that has a property of <see cref="VideoSession"/>.</summary>
internal abstract class SessionColumn(Field field)
{
    public string Name { get; } = field.Name;

    /// <summary>Its place in <see cref="SessionColumns.All"/>.</summary>
    public int Number { get; set; }

    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(field.Name);

    public abstract ReadResult Read(ref Utf8JsonReader reader, VideoSession session);

    /// <summary>
    /// Reads a scalar into the session; false, for the general reader to judge, where it is spelled or typed in an unusual way.
    /// </summary>
    public abstract bool TryScan(ref JsonCursor cursor, VideoSession session, ColumnStringPool strings);

    /// <summary>Writes the column's name and value; false where the session has no value.</summary>
    public abstract bool Write(Utf8JsonWriter writer, VideoSession session);
}

/// <inheritdoc/>
/// <param name="field">The column.</param>
/// <param name="set">Sets its value in a session.</param>
/// <param name="isIdentity">
/// Whether the value is an identity. Then no two rows share it, and text that is not valid Unicode is null: two
/// identities must not become one.
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

/// <summary>A column of values.</summary>
internal sealed class ValueColumn<T>(Field<T> field, Func<VideoSession, T?> get, Action<VideoSession, T> set)
    : SessionColumn<T>(field, set)
    where T : struct
{
    public override bool TryGet(VideoSession session, out T value)
    {
        var got = get(session);
        value = got.GetValueOrDefault();
        return got.HasValue;
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
