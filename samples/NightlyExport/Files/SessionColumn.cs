using MediaMelon.SessionList;
using ParquetSharp;

namespace NightlyExport.Files;

/// <summary>A column's buffered values of the next row group.</summary>
internal abstract class SessionColumn
{
    /// <summary>The column's name and type in the schema.</summary>
    public abstract Column Schema { get; }

    public static SessionColumn Text(string name, Func<VideoSession, string?> read) => new Buffer<string?>(new Column<string>(name), read);

    public static SessionColumn Number(string name, Func<VideoSession, double?> read) =>
        new Buffer<double?>(new Column<double?>(name), read);

    public static SessionColumn Count(string name, Func<VideoSession, long?> read) => new Buffer<long?>(new Column<long?>(name), read);

    public static SessionColumn Flag(string name, Func<VideoSession, bool?> read) => new Buffer<bool?>(new Column<bool?>(name), read);

    public static SessionColumn Time(string name, Func<VideoSession, DateTimeOffset?> read) => new Buffer<DateTime?>(
        new Column<DateTime?>(name, LogicalType.Timestamp(isAdjustedToUtc: true, TimeUnit.Micros)),
        session => read(session)?.UtcDateTime);

    /// <summary>Buffers the session's value, and adds it to the digest.</summary>
    public abstract void Add(VideoSession session, RowDigest digest);

    /// <summary>Writes the buffered values and clears the buffer.</summary>
    public abstract void Write(RowGroupWriter group);

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

        public override void Write(RowGroupWriter group)
        {
            using var writer = group.NextColumn().LogicalWriter<T>();
            writer.WriteBatch(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_values));
            _values.Clear();
        }
    }
}
