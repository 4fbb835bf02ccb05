using MediaMelon.SessionList.Rows;

namespace MediaMelon.SessionList.Transport;

/// <summary>Decodes answers into rows of the user's type.</summary>
internal sealed class RowsDecoder<TRow>(RowType<TRow> rowType) : IPageDecoder
{
    public PageAnswer Decode(ReadOnlySpan<byte> json)
    {
        var rows = new WalkedRowReader<TRow>(rowType);
        var answer = EnvelopeReader.Read(ByteOrderMark.Skip(json), rows);
        return new RowsAnswer<TRow>(answer, rows.Rows);
    }
}
