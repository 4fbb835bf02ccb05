using Parquet;
using Parquet.Schema;
using SessionExplorer.Catalogue;

namespace SessionExplorer.Export;

/// <summary>A column's values on their way into a row group.</summary>
internal abstract class ParquetColumn(DataField dataField)
{
    public DataField Field => dataField;

    public static ParquetColumn Of(Column column) =>
        column.Kind switch
        {
            ColumnKind.Number => new Values<double>(new DataField<double>(column.Name, nullable: true), value => (double)value),
            ColumnKind.Count => new Values<long>(new DataField<long>(column.Name, nullable: true), value => (long)value),
            ColumnKind.Flag => new Values<bool>(new DataField<bool>(column.Name, nullable: true), value => (bool)value),
            ColumnKind.Time => new Values<DateTime>(Time(column.Name), value => ((DateTimeOffset)value).UtcDateTime),
            _ => new Texts(new DataField<string>(column.Name, nullable: true)),
        };

    public abstract void Add(object? value);

    public abstract Task WriteAsync(ParquetRowGroupWriter writer);

    private static DateTimeDataField Time(string name) =>
        new(name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Micros, isNullable: true);

    private sealed class Values<T>(DataField field, Func<object, T> convert) : ParquetColumn(field)
        where T : struct
    {
        private readonly List<T?> _values = [];

        public override void Add(object? value) => _values.Add(value is null ? null : convert(value));

        public override async Task WriteAsync(ParquetRowGroupWriter writer)
        {
            await writer.WriteAsync<T>(Field, _values.ToArray().AsMemory());
            _values.Clear();
        }
    }

    private sealed class Texts(DataField field) : ParquetColumn(field)
    {
        private readonly List<string> _values = [];

        public override void Add(object? value) => _values.Add((string)value!);

        public override async Task WriteAsync(ParquetRowGroupWriter writer)
        {
            await writer.WriteAsync(Field, _values);
            _values.Clear();
        }
    }
}
