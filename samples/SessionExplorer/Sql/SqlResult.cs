using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using DuckDB.NET.Data;
using SessionExplorer.Catalogue;
using SessionExplorer.Output;

namespace SessionExplorer.Sql;

/// <summary>What DuckDB found, in the explorer's kinds of values.</summary>
internal static class SqlResult
{
    public static Result Of(DuckDBDataReader reader) =>
        new(
            [
                .. Enumerable
                    .Range(0, reader.FieldCount)
                    .Select(index => new ResultColumn(
                        reader.GetName(index),
                        reader.GetName(index),
                        Kind(reader.GetFieldType(index)))),
            ],
            Rows(reader).ToAsyncEnumerable());

    private static IEnumerable<object?[]> Rows(DuckDBDataReader reader)
    {
        while (reader.Read())
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(index => Value(reader.GetValue(index)))];
    }

    private static ColumnKind Kind(Type type) =>
        Type.GetTypeCode(type) switch
        {
            >= TypeCode.SByte and <= TypeCode.UInt64 => ColumnKind.Count,
            >= TypeCode.Single and <= TypeCode.Decimal => ColumnKind.Number,
            TypeCode.Boolean => ColumnKind.Flag,
            _ => type == typeof(BigInteger) ? ColumnKind.Count : ColumnKind.Text,
        };

    private static object? Value(object value) =>
        value switch
        {
            DBNull => null,
            string or bool or double or long => value,
            sbyte or byte or short or ushort or int or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            float or decimal => Convert.ToDouble(value, CultureInfo.InvariantCulture),
            ulong or BigInteger => Whole(value is ulong number ? number : (BigInteger)value),
            DateTime time => DataText.Of(time),
            DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
            IEnumerable values => JsonSerializer.Serialize(values),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };

    private static object Whole(BigInteger number) =>
        number >= long.MinValue && number <= long.MaxValue ? (long)number : number.ToString(CultureInfo.InvariantCulture);
}
