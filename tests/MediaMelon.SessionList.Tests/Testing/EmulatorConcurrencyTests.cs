using System.Net;
using MediaMelon.SessionList.Testing;

namespace MediaMelon.SessionList.Tests.Testing;

public sealed class EmulatorConcurrencyTests
{
    private readonly SessionListEmulator _emulator = new(Sample.Numbered(100));

    [Fact]
    public async Task Emulator_returns_correct_pages_to_concurrent_requests()
    {
        var pages = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(
            () => _emulator.IdsAsync($"limit=1&offset={number}&orderby=endtime"), TestContext.Current.CancellationToken)));

        Assert.Equal(Enumerable.Range(0, 100).Select(number => $"s{number}"), pages);
        Assert.Equal(100, _emulator.Requests.Count);
        Assert.InRange(_emulator.MaxRequestsInFlight, 1, 100);
        Assert.Equal(0, _emulator.RequestsInFlight);
    }

    [Fact]
    public async Task Inject_applies_each_fault_to_one_request_under_concurrency()
    {
        _emulator.Inject([.. Enumerable.Repeat(EmulatorFault.Status(HttpStatusCode.BadGateway), 40)]);

        var responses = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(
            () => _emulator.AskAsync($"{EmulatorCalls.Period}&metrics=sessionid"), TestContext.Current.CancellationToken)));

        Assert.Equal(40, responses.Count(response => response.StatusCode == HttpStatusCode.BadGateway));
        Assert.Equal(60, responses.Count(response => response.StatusCode == HttpStatusCode.OK));
    }

    [Fact]
    public async Task Add_concurrent_with_requests_loses_no_session()
    {
        var adding = Task.WhenAll(Enumerable.Range(1, 8).Select(part => Task.Run(
            () => AddAll(Enumerable.Range(part * 10_000, 10_000)), TestContext.Current.CancellationToken)));
        for (var number = 0; number < 20; number++)
            Assert.StartsWith("s0 s1 ", await _emulator.IdsAsync("limit=100"), StringComparison.Ordinal);

        await adding;

        var ids = (await _emulator.IdsAsync("limit=1000000")).Split(' ');
        Assert.Equal(80_100, ids.Length);
        Assert.Equal(80_100, ids.Distinct().Count());
    }

    [Fact]
    public async Task Emulator_handlers_share_its_sessions()
    {
        using var first = _emulator.CreateHandler();
        using var second = _emulator.CreateHandler();
        first.Dispose();

        Assert.NotSame(first, second);
        Assert.Equal("s0", await _emulator.IdsAsync("limit=1"));
    }

    private void AddAll(IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
            _emulator.Add(Sample.Session($"s{number}"));
    }
}
