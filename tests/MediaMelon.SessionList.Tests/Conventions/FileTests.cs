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
    public void A_file_fits_the_eye(string path)
    {
        var lines = Repository.Read(path).Split('\n');

        Assert.True(lines.Length <= MostLines + 1, $"{lines.Length} lines; one file is one thing");
        Assert.All(lines, line => Assert.True(line.Length <= MostColumns, $"{line.Length} columns: {line}"));
    }

    [Fact]
    public void There_are_files_to_look_at() => Assert.True(SourceFiles.Count > 50);
}
