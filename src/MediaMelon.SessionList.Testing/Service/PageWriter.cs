using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MediaMelon.SessionList.Testing.Service;

internal static class PageWriter
{
    // In the vendor's examples each row contains this column without a request. Its value is the number of all rows.
    public const string RowCountInRow = "totalpages";

    // Text is UTF-8 without \u escapes, as usual for services.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(IReadOnlyList<Column> columns, ReadOnlySpan<VideoSession> page, PageCounters counters,
        EmulatorProfile profile)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            WriteCounter(writer, "totalcount", counters.Get(profile.TotalCount));
            WriteCounter(writer, "pagecount", counters.Get(profile.PageCount));
            WriteCounter(writer, "totalrecords", counters.Get(profile.TotalRecords));
            writer.WriteStartArray("response");
            foreach (var session in page)
                WriteRow(writer, columns, session, counters.Get(profile.TotalPages), profile);

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteCounter(Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
    }

    private static void WriteRow(Utf8JsonWriter writer, IReadOnlyList<Column> columns, VideoSession session, int? total,
        EmulatorProfile profile)
    {
        writer.WriteStartObject();
        var isRequested = false;
        foreach (var column in columns)
        {
            column.Write(writer, session, profile);
            isRequested |= column.Name == RowCountInRow;
        }

        if (!isRequested)
            WriteCounter(writer, RowCountInRow, total);

        writer.WriteEndObject();
    }
}
