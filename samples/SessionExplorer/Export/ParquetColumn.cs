using System.Text.Json;
using ParquetSharp;
using SessionExplorer.Catalogue;

namespace SessionExplorer.Export;

/// <summary>Buffers a column's values for a row group.</summary>
internal abstract class ParquetColumn(ParquetSharp.Column column)
{
    private delegate T Read<T>(ref Utf8JsonReader reader);

    /// <summary>The column in the schema of the file.</summary>
    public ParquetSharp.Column Schema => column;

    public static ParquetColumn Create(Catalogue.Column column) =>
        column.Kind switch
        {
            ColumnKind.Number => new Values<double?>(new Column<double?>(column.Name), static (ref reader) => reader.GetDouble()),
            ColumnKind.Count => new Values<long?>(new Column<long?>(column.Name), static (ref reader) => reader.GetInt64()),
            ColumnKind.Flag => new Values<bool?>(new Column<bool?>(column.Name), static (ref reader) => reader.GetBoolean()),
            ColumnKind.Time => new Values<DateTime?>(
                new Column<DateTime?>(column.Name, LogicalType.Timestamp(isAdjustedToUtc: true, TimeUnit.Micros)),
                static (ref reader) => reader.GetDateTimeOffset().UtcDateTime),
            _ => new Values<string?>(new Column<string?>(column.Name), static (ref reader) => reader.GetString()),
        };

    /// <summary>Adds the current value of the reader.</summary>
    public abstract void Add(ref Utf8JsonReader reader);

    /// <summary>Writes the values as the next column of the row group, and clears the buffer.</summary>
    public abstract void Write(RowGroupWriter group);

    private sealed class Values<T>(Column<T> schema, Read<T> read) : ParquetColumn(schema)
    {
        private readonly List<T> _values = [];

        public override void Add(ref Utf8JsonReader reader) =>
            _values.Add(reader.TokenType == JsonTokenType.Null ? default! : read(ref reader));

        public override void Write(RowGroupWriter group)
        {
            using var column = group.NextColumn().LogicalWriter<T>();
            column.WriteBatch([.. _values]);
            _values.Clear();
        }
    }
}
