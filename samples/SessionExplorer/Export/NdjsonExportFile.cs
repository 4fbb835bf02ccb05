using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.Output;

namespace SessionExplorer.Export;

internal sealed class NdjsonExportFile(string path, FilePosition position, IReadOnlyList<Column> columns)
    : TextExportFile(path, position)
{
    private readonly ResultColumn[] _names = [.. columns.Select(ResultColumn.Of)];

    protected override void WriteRow(VideoSession session) =>
        Writer.WriteLine(JsonLines.Format(_names, [.. columns.Select(column => column.Read(session))]));
}
