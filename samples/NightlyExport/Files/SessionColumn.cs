using MediaMelon.SessionList;
using Parquet;
using Parquet.Schema;

namespace NightlyExport.Files;

/// <summary>A column's values on their way into a row group.</summary>
internal abstract class SessionColumn(DataField dataField)
{
    public DataField Field => dataField;

    public static SessionColumn Text(string name, Func<VideoSession, string?> read) =>
        new Texts(new DataField<string>(name, nullable: true), read);

    public static SessionColumn Number(string name, Func<VideoSession, double?> read) =>
        new Values<double>(new DataField<double>(name, nullable: true), read);

    public static SessionColumn Count(string name, Func<VideoSession, long?> read) =>
        new Values<long>(new DataField<long>(name, nullable: true), read);

    public static SessionColumn Flag(string name, Func<VideoSession, bool?> read) =>
        new Values<bool>(new DataField<bool>(name, nullable: true), read);

    public static SessionColumn Time(string name, Func<VideoSession, DateTimeOffset?> read) =>
        new Values<DateTime>(Timestamp(name), session => read(session)?.UtcDateTime);

    public abstract void Add(VideoSession session);

    /// <summary>Writes the values that wait, and forgets them.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter writer);

    private static DateTimeDataField Timestamp(string name) =>
        new(name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Micros, isNullable: true);

    private sealed class Values<T>(DataField field, Func<VideoSession, T?> read) : SessionColumn(field)
        where T : struct
    {
        private readonly List<T?> _values = [];

        public override void Add(VideoSession session) => _values.Add(read(session));

        public override async Task WriteAsync(ParquetRowGroupWriter writer)
        {
            await writer.WriteAsync<T>(Field, _values.ToArray().AsMemory());
            _values.Clear();
        }
    }

    private sealed class Texts(DataField field, Func<VideoSession, string?> read) : SessionColumn(field)
    {
        private readonly List<string> _values = [];

        // Parquet.Net takes nulls here, and does not say so in its signature.
        public override void Add(VideoSession session) => _values.Add(read(session)!);

        public override async Task WriteAsync(ParquetRowGroupWriter writer)
        {
            await writer.WriteAsync(Field, _values);
            _values.Clear();
        }
    }
}
