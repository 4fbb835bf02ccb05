using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SessionExplorer.Output;

/// <summary>Writes a JSON object per row: as lines (NDJSON), or as elements of an array.</summary>
internal sealed class JsonLines(TextWriter output, bool isArray) : IResultWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task WriteAsync(Result result, CancellationToken cancellationToken)
    {
        if (isArray)
            await WriteArrayAsync(result, cancellationToken);
        else
            await foreach (var row in result.Rows.WithCancellation(cancellationToken))
                await output.WriteLineAsync(Format(result.Columns, row));
    }

    // The bracket is written with the first row, so that an earlier failure writes nothing.
    private async Task WriteArrayAsync(Result result, CancellationToken cancellationToken)
    {
        var isEmpty = true;
        await foreach (var row in result.Rows.WithCancellation(cancellationToken))
        {
            await output.WriteAsync(isEmpty ? "[\n" : ",\n");
            await output.WriteAsync(Format(result.Columns, row));
            isEmpty = false;
        }

        await output.WriteLineAsync(isEmpty ? "[]" : "\n]");
    }

    public static string Format(IReadOnlyList<ResultColumn> columns, IReadOnlyList<object?> row)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            WriteRow(writer, columns, row);

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void WriteRow(Utf8JsonWriter writer, IReadOnlyList<ResultColumn> columns, IReadOnlyList<object?> row)
    {
        writer.WriteStartObject();
        for (var index = 0; index < columns.Count; index++)
        {
            writer.WritePropertyName(columns[index].Name);
            WriteValue(writer, row[index]);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null or double.NaN or double.PositiveInfinity or double.NegativeInfinity:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case ExactNumber number:
                writer.WriteRawValue(number.Digits);
                break;
            case long count:
                writer.WriteNumberValue(count);
                break;
            default:
                writer.WriteStringValue(DataText.Format(value));
                break;
        }
    }
}
