using NightlyExport.Tests.Support;
using Parquet;

namespace NightlyExport.Tests;

public sealed class ContentTests : IDisposable
{
    private readonly DataSet _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("🎬%", "🎬 clip")]
    [InlineData("（%", "（字幕版）映画")]
    [InlineData("É%", "École")]
    public async Task Export_text_statistics_are_in_byte_order(string pattern, string title)
    {
        string[] titles = ["École", "（字幕版）映画", "🎬 clip", "a", ""];
        using var service = new Service(
            titles.Select((text, index) => Sessions.EndingAt(5, $"{index}") with { AssetName = text }));
        (await service.Worker.RunAsync("--day", Sessions.Day, "--output", _data.Folder)).Good();

        Assert.Equal([title], _data.Query<string>($"SELECT asset_name FROM sessions WHERE asset_name LIKE '{pattern}'"));
    }

    [Fact]
    public async Task Export_is_read_identically_by_another_library()
    {
        using var service = new Service([Sessions.EndingAt(5, "one"), Sessions.EndingAt(5, "zwei 🎬")]);
        (await service.Worker.RunAsync("--day", Sessions.Day, "--output", _data.Folder)).Good();

        await using var reader = await ParquetReader.CreateAsync(
            _data[$"{Sessions.Partition(5)}/sessions.parquet"], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(24, reader.Schema.GetDataFields().Length);
        Assert.Equal(2, reader.Metadata!.NumRows);
    }

    [Fact]
    public async Task Export_unreadable_values_are_counted_by_column_in_log_and_metric()
    {
        using var service = new Service([Sessions.WithUnreadableStart(5, "a"), Sessions.WithUnreadableStart(5, "b"),
            Sessions.EndingAt(6, "c")]);

        var run = (await service.Worker.RunAsync("--day", Sessions.Day, "--output", _data.Folder)).Good();

        Assert.Contains(
            $"{Sessions.Partition(5)}: 2 values could not be read and are null in the file, by column: starttime 2.",
            run.Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain($"{Sessions.Partition(6)}: 1 values", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("yesterday", run.Error + run.Output, StringComparison.Ordinal);
        Assert.Contains("nightly_export.unreadable_values", run.Output, StringComparison.Ordinal);
        Assert.Contains("column: starttime", run.Output, StringComparison.Ordinal);
    }
}
