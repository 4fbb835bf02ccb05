using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.Output;

namespace SessionExplorer.Export;

internal sealed class NdjsonExportFile(string path, long length, UnixFileMode? mode, IReadOnlyList<Column> columns)
    : TextExportFile(path, length, mode)
{
    private readonly ResultColumn[] _names = [.. columns.Select(ResultColumn.From)];

    protected override void WriteRow(VideoSession session) =>
        Writer.WriteLine(JsonLines.Format(_names, [.. columns.Select(column => column.Read(session))]));
}
