using CsvHelper;
using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.Output;

namespace SessionExplorer.Export;

internal sealed class CsvExportFile : TextExportFile
{
    private readonly IReadOnlyList<Column> _columns;
    private readonly CsvWriter _csv;

    public CsvExportFile(string path, FilePosition position, IReadOnlyList<Column> columns)
        : base(path, position)
    {
        _columns = columns;
        _csv = CsvLines.Open(Writer);
        if (IsNew)
            _csv.WriteRecord([.. columns.Select(column => column.Name)]);
    }

    public override async ValueTask DisposeAsync()
    {
        await _csv.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void WriteRow(VideoSession session) =>
        _csv.WriteRecord([.. _columns.Select(column => DataText.Of(column.Read(session)))]);

    protected override void FlushRows() => _csv.Flush();
}
