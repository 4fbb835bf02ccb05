using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MediaMelon.SessionList.Testing.Service;

internal static class PageWriter
{
    // The vendor's examples show it in every row, unasked, equal to the number of all rows.
    public const string RowCountInRow = "totalpages";

    // Text goes out as UTF-8, not as \u escapes, as services do.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(IReadOnlyList<Column> columns, ReadOnlySpan<VideoSession> page, int total)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("totalcount", total);
            writer.WriteNumber("pagecount", page.Length);
            writer.WriteNumber("totalrecords", total);
            writer.WriteStartArray("response");
            foreach (var session in page)
                WriteRow(writer, columns, session, total);

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteRow(Utf8JsonWriter writer, IReadOnlyList<Column> columns, VideoSession session, int total)
    {
        writer.WriteStartObject();
        var asked = false;
        foreach (var column in columns)
        {
            column.Write(writer, session);
            asked |= column.Name == RowCountInRow;
        }

        if (!asked)
            writer.WriteNumber(RowCountInRow, total);

        writer.WriteEndObject();
    }
}
