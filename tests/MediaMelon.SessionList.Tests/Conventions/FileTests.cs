using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Conventions;

public sealed class FileTests
{
    private const int MostLines = 250;
    private const int MostColumns = 130;

    public static TheoryData<string> SourceFiles { get; } =
        [.. Repository.SourceFiles("src").Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void Source_file_is_within_the_line_and_column_limits(string path)
    {
        var lines = Repository.Read(path).Split('\n');

        Assert.True(lines.Length <= MostLines + 1, $"{lines.Length} lines. A file has at most {MostLines} lines.");
        Assert.All(lines, line => Assert.True(line.Length <= MostColumns, $"{line.Length} columns: {line}"));
    }

    [Fact]
    public void Source_files_are_found() => Assert.True(SourceFiles.Count > 50);
}
