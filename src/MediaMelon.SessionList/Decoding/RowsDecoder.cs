using System.Text.Json;
using MediaMelon.SessionList.CustomRows;

namespace MediaMelon.SessionList.Decoding;

/// <summary>Decodes answers into rows of the user's type.</summary>
internal sealed class RowsDecoder<TRow>(RowType<TRow> rowType) : IPageDecoder
{
    public IPageParser Begin() => new Page(rowType);

    private sealed class Page(RowType<TRow> rowType) : IPageParser
    {
        public void ReadAhead(ReadOnlySpan<byte> beginning)
        {
            // All is read at the end: what a row lacks, or cannot be, is told of a whole answer.
        }

        public PageResponse Finish(ReadOnlySpan<byte> json)
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

        public void Dispose()
        {
        }

        private RowsResponse<TRow> Read(ReadOnlySpan<byte> json)
        {
            var rows = new PagingRowReader<TRow>(rowType);
            var response = EnvelopeReader.Read(EnvelopeReader.SkipByteOrderMark(json), rows);
            return new RowsResponse<TRow>(response, rows.Rows);
        }
    }
}
