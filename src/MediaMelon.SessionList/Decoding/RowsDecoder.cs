using System.Text.Json;
using MediaMelon.SessionList.CustomRows;

namespace MediaMelon.SessionList.Decoding;

/// <summary>Decodes responses into rows of a custom type.</summary>
internal sealed class RowsDecoder<TRow>(RowType<TRow> rowType) : IPageDecoder
{
    public PageResponse Decode(ReadOnlySpan<byte> json)
    {
        try
        {
            return Read(json);
        }
        catch (JsonException) when (NonFiniteNumbers.TryReplace(json, out var replaced))
        {
            return Read(replaced);
        }
    }

    private RowsResponse<TRow> Read(ReadOnlySpan<byte> json)
    {
        var rows = new PagingRowReader<TRow>(rowType);
        var response = EnvelopeReader.Read(EnvelopeReader.SkipByteOrderMark(json), rows);
        return new RowsResponse<TRow>(response, rows.Rows);
    }
}
