using System.Text.Json;
using MediaMelon.SessionList.Rows;

namespace MediaMelon.SessionList.Transport;

/// <summary>Decodes answers into rows of the user's type.</summary>
internal sealed class RowsDecoder<TRow>(RowType<TRow> rowType) : IPageDecoder
{
    public IArrivingPage Begin() => new Page(rowType);

    private sealed class Page(RowType<TRow> rowType) : IArrivingPage
    {
        public void ReadAhead(ReadOnlySpan<byte> beginning)
        {
            // All is read at the end: what a row lacks, or cannot be, is told of a whole answer.
        }

        public PageAnswer Finish(ReadOnlySpan<byte> json)
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

        private RowsAnswer<TRow> Read(ReadOnlySpan<byte> json)
        {
            var rows = new WalkedRowReader<TRow>(rowType);
            var answer = EnvelopeReader.Read(ByteOrderMark.Skip(json), rows);
            return new RowsAnswer<TRow>(answer, rows.Rows);
        }
    }
}
