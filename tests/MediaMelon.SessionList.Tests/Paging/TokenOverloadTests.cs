using System.Text.Json.Serialization;
using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>The overloads that take only a cancellation token besides the query.</summary>
public sealed partial class TokenOverloadTests : IDisposable
{
    private readonly SessionListClient _client = new SessionListEmulator(TestListing.Sessions(25)).CreateClient(new() { PageSize = 10 });
    private readonly CancellationTokenSource _cancelled = new();

    public TokenOverloadTests() => _cancelled.Cancel();

    public void Dispose()
    {
        _client.Dispose();
        _cancelled.Dispose();
    }

    [Fact]
    public async Task Token_overloads_return_the_same_as_the_client_methods()
    {
        var token = TestContext.Current.CancellationToken;

        Assert.Equal(25, await _client.ListSessionsAsync(TestListing.Query, token).CountAsync(token));
        Assert.Equal(3, await _client.ListPagesAsync(TestListing.Query, token).CountAsync(token));
        Assert.Equal(25, await _client.ListRowsAsync(TestListing.Query, RowContext.Default.Row, token).CountAsync(token));
        Assert.Equal(3, await _client.ListRowPagesAsync(TestListing.Query, RowContext.Default.Row, token).CountAsync(token));
        Assert.Equal(10, (await _client.GetPageAsync(TestListing.Query, token)).Sessions.Count);
    }

    [Fact]
    public async Task Token_overloads_with_a_cancelled_token_throw_with_that_token()
    {
        var token = _cancelled.Token;
        Func<Task>[] calls =
        [
            async () => await _client.ListSessionsAsync(TestListing.Query, token).CountAsync(TestContext.Current.CancellationToken),
            async () => await _client.ListPagesAsync(TestListing.Query, token).CountAsync(TestContext.Current.CancellationToken),
            async () => await _client.ListRowsAsync(TestListing.Query, RowContext.Default.Row, token)
                .CountAsync(TestContext.Current.CancellationToken),
            async () => await _client.ListRowPagesAsync(TestListing.Query, RowContext.Default.Row, token)
                .CountAsync(TestContext.Current.CancellationToken),
            async () => await _client.GetPageAsync(TestListing.Query, token),
        ];

        foreach (var call in calls)
            Assert.Equal(token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(call)).CancellationToken);
    }

    [Fact]
    public void Token_overloads_with_null_client_throw_ArgumentNullException()
    {
        ISessionListClient client = null!;

        Assert.Throws<ArgumentNullException>("client", () => client.ListSessionsAsync(TestListing.Query, _cancelled.Token));
        Assert.Throws<ArgumentNullException>("client", () => client.ListPagesAsync(TestListing.Query, _cancelled.Token));
        Assert.Throws<ArgumentNullException>("client",
            () => client.ListRowsAsync(TestListing.Query, RowContext.Default.Row, _cancelled.Token));
        Assert.Throws<ArgumentNullException>("client",
            () => client.ListRowPagesAsync(TestListing.Query, RowContext.Default.Row, _cancelled.Token));
        Assert.Throws<ArgumentNullException>("client", () => { _ = client.GetPageAsync(TestListing.Query, _cancelled.Token); });
    }

    internal sealed record Row([property: JsonPropertyName("sessionid")] string? Id);

    [JsonSerializable(typeof(Row))]
    internal sealed partial class RowContext : JsonSerializerContext;
}
