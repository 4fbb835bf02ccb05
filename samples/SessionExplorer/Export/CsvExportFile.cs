using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.Output;

namespace SessionExplorer.Export;

internal sealed class CsvExportFile : TextExportFile
{
    private readonly IReadOnlyList<Column> _columns;
    private readonly ResultColumn[] _names;
    private readonly CsvText _csv;

    public CsvExportFile(string path, long length, UnixFileMode? mode, IReadOnlyList<Column> columns, bool isSafe)
        : base(path, length, mode)
    {
        _columns = columns;
        _names = [.. columns.Select(ResultColumn.From)];
        _csv = new CsvText(isSafe);
        if (length == 0)
            Writer.WriteLine(_csv.Header(_names));
    }

    protected override void WriteRow(VideoSession session) =>
        Writer.WriteLine(_csv.Row(_names, [.. _columns.Select(column => column.Read(session))]));
}
