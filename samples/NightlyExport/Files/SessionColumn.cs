using System.Runtime.InteropServices;
using MediaMelon.SessionList;
using ParquetSharp;

namespace NightlyExport.Files;

/// <summary>A column's values of the next batch of rows.</summary>
internal abstract class SessionColumn
{
    /// <summary>The column's name and type in the schema.</summary>
    public abstract Column Schema { get; }

    /// <summary>Whether values repeat, so that a dictionary makes the file smaller. A dictionary of
    /// unique values only uses memory.</summary>
    public required bool HasDictionary { get; init; }

    public static SessionColumn Text(string name, Func<VideoSession, string?> read) =>
        new Buffer<string?>(new Column<string>(name), read) { HasDictionary = true };

    /// <summary>An id: text whose values rarely repeat.</summary>
    public static SessionColumn Id(string name, Func<VideoSession, string?> read) =>
        new Buffer<string?>(new Column<string>(name), read) { HasDictionary = false };

    public static SessionColumn Number(string name, Func<VideoSession, double?> read) =>
        new Buffer<double?>(new Column<double?>(name), read) { HasDictionary = false };

    public static SessionColumn Count(string name, Func<VideoSession, long?> read) =>
        new Buffer<long?>(new Column<long?>(name), read) { HasDictionary = true };

    public static SessionColumn Flag(string name, Func<VideoSession, bool?> read) =>
        new Buffer<bool?>(new Column<bool?>(name), read) { HasDictionary = false };

    public static SessionColumn Time(string name, Func<VideoSession, DateTimeOffset?> read) => new Buffer<DateTime?>(
        new Column<DateTime?>(name, LogicalType.Timestamp(isAdjustedToUtc: true, TimeUnit.Micros)),
        session => read(session)?.UtcDateTime)
    {
        HasDictionary = false,
    };

    /// <summary>Buffers the session's value, and adds it to the digest.</summary>
    public abstract void Add(VideoSession session, RowDigest digest);

    /// <summary>Writes the buffered values and clears the buffer.</summary>
    /// <param name="writer">The column's writer in the current row group.</param>
    public abstract void Write(ColumnWriter writer);

    private sealed class Buffer<T>(Column schema, Func<VideoSession, T> read) : SessionColumn
    {
        private readonly List<T> _values = [];

        public override Column Schema => schema;

        public override void Add(VideoSession session, RowDigest digest)
        {
            var value = read(session);
            _values.Add(value);
            digest.AddValue(value);
        }

        public override void Write(ColumnWriter writer)
        {
            using var values = writer.LogicalWriter<T>();
            values.WriteBatch(CollectionsMarshal.AsSpan(_values));
            _values.Clear();
        }
    }
}
