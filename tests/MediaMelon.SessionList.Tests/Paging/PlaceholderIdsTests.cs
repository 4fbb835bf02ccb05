using MediaMelon.SessionList.Paging;

namespace MediaMelon.SessionList.Tests.Paging;

public sealed class PlaceholderIdsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("null")]
    [InlineData("NULL")]
    [InlineData(" Null ")]
    [InlineData("unknown")]
    [InlineData("UnKnown")]
    [InlineData("undefined")]
    [InlineData("n/a")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public void PlaceholderIds_IsId_placeholder_returns_false(string? text) => Assert.False(PlaceholderIds.IsId(text));

    [Theory]
    [InlineData("0")]
    [InlineData("000")]
    [InlineData("a")]
    [InlineData("-1")]
    [InlineData("nullable")]
    [InlineData("unknown-1")]
    [InlineData("00000000-0000-0000-0000-000000000001")]
    [InlineData("0000000000000000000000000000000a")]
    [InlineData("7f9c2ba4-e88f-41c3-9d0c-0a1b2c3d4e5f")]
    public void PlaceholderIds_IsId_other_text_returns_true(string text) => Assert.True(PlaceholderIds.IsId(text));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("null")]
    [InlineData("Unknown")]
    public async Task ListSessionsAsync_returns_all_rows_that_have_the_same_placeholder_id(string id)
    {
        using var service = new Support.ModelService(Enumerable.Range(0, 25).Select(row => new Support.ModelService.Row(row, 1_000_500)))
        {
            IdOf = _ => $"\"{id}\"",
        };
        using var client = Support.TestListing.CreateClient(service, new() { PageSize = 10 });

        Assert.Equal(25, (await Support.TestListing.IdsAsync(client, Support.TestListing.Query)).Count);
    }

    [Fact]
    public async Task ListSessionsAsync_keeps_rows_whose_id_occurs_twice_in_a_page()
    {
        // Three ids for all rows: within each page of 10 they occur several times.
        using var service = new Support.ModelService(Enumerable.Range(0, 25).Select(row => new Support.ModelService.Row(row, 1_000_500)))
        {
            IdOf = row => $"\"device-{row.Id % 3}\"",
        };
        using var client = Support.TestListing.CreateClient(service, new() { PageSize = 10 });

        Assert.Equal(25, (await Support.TestListing.IdsAsync(client, Support.TestListing.Query)).Count);
    }
}
