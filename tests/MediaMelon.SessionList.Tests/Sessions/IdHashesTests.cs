using MediaMelon.SessionList.Paging;
using MediaMelon.SessionList.Sessions;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Sessions;

public sealed class IdHashesTests
{
    [Fact]
    public void IdHashes_Parse_of_ToString_returns_an_equal_value()
    {
        foreach (var (first, sample) in new[] { (0, 0), (1, 1), (8, 32), (8, 0), (3, 7) })
        {
            var seen = new IdHashes
            {
                Rows = 123_456_789_012,
                First = [.. Enumerable.Range(1, first).Select(i => uint.MaxValue / (uint)i)],
                Sample = [.. Enumerable.Range(1, sample).Select(i => (uint)i)],
                Last = new(long.MaxValue, int.MaxValue, 1, uint.MaxValue),
                BeforeLast = new(5, 6, 7, 8),
            };

            var read = IdHashes.Parse(seen.ToString())!;

            Assert.Equal((seen.Rows, seen.Last, seen.BeforeLast), (read.Rows, read.Last, read.BeforeLast));
            Assert.Equal(seen.First, read.First);
            Assert.Equal(seen.Sample, read.Sample);
            Assert.InRange(seen.ToString().Length, 1, 300);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("????")]
    [InlineData("no base64 at all")]
    public void IdHashes_Parse_other_text_returns_null(string text) => Assert.Null(IdHashes.Parse(text));

    [Fact]
    public void IdHashes_Parse_damaged_text_does_not_throw()
    {
        var text = new IdHashes { Rows = 5, First = [1, 2], Sample = [1, 2, 3], Last = new(1, 2, 3, 4) }.ToString();
        for (var at = 0; at < text.Length; at++)
        {
            foreach (var character in "Az9-_=+/")
                _ = IdHashes.Parse(text[..at] + character + text[(at + 1)..]);

            _ = IdHashes.Parse(text[..at]);
        }
    }

    [Fact]
    public async Task Checkpoint_ToString_contains_no_session_id_and_is_short()
    {
        using var service = new ModelService(Enumerable.Range(0, 3000).Select(id => new ModelService.Row(id, 1_000_500)))
        {
            IdOf = row => $"\"subscriber-session-{row.Id}\"",
        };
        using var client = TestListing.CreateClient(service, new() { PageSize = 100 });

        var pages = await client.PagesAsync(TestListing.Query);

        Assert.All(pages.SkipLast(1), page =>
        {
            Assert.DoesNotContain("subscriber", page.Next!.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.InRange(page.Next.ToString().Length, 100, 600);
            Assert.Equal(page.Next, SessionCheckpoint.Parse(page.Next.ToString()));
            Assert.NotNull(SessionCheckpoint.Parse(page.Next.ToString()).Seen);
        });
    }

    [Fact]
    public void RowId_Stable_is_the_same_in_every_process() => Assert.Equal(2372856424u, RowId.From("a").Stable);
}
