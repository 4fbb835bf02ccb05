using System.Text;
using MediaMelon.SessionList.WireTests.Support;

namespace MediaMelon.SessionList.WireTests.Limits;

[CollectionDefinition(DisableParallelization = true)]
public sealed class NonParallelTests;

/// <summary>These tests measure memory of the whole process, so no other test may run.</summary>
[Collection(typeof(NonParallelTests))]
public sealed class LimitsTests : WireTest
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>The bytes that a request allocates for any response: connections, headers, pipelines, the test service.</summary>
    private const long Overhead = 3 * Megabyte;

    public static TheoryData<string, int> Bombs => new()
    {
        { "gzip", 1 },
        { "gzip", 5 },
        { "gzip", 16 },
        { "br", 5 },
        { "deflate", 5 },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task MaxResponseBytes_limits_memory_for_a_decompression_bomb(string encoding, int megabytes)
    {
        var blanks = Encoding.UTF8.GetBytes(new string(' ', 100 * Megabyte));
        var compressed = encoding switch
        {
            "gzip" => TestResponses.Gzip(blanks),
            "br" => TestResponses.Brotli(blanks),
            _ => TestResponses.Deflate(blanks),
        };
        var client = Client(options => options.MaxResponseBytes = megabytes * Megabyte);
        await PageAsync(client);
        Service.Always(TestResponses.Ok(compressed, "application/json", $"Content-Encoding: {encoding}"));

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var failure = await Assert.ThrowsAsync<SessionListResponseException>(() => PageAsync(client));
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.Contains("MaxResponseBytes", failure.Message, StringComparison.Ordinal);
        Assert.Null(failure.Body);
        Assert.Equal(2, Service.Requests.Count);
        Assert.InRange(allocated, 0, (megabytes * Megabyte) + Overhead);
    }

    [Fact]
    public async Task MaxResponseBytes_limits_memory_for_an_endless_response()
    {
        var client = Client(options => options.MaxResponseBytes = 5 * Megabyte);
        await PageAsync(client);
        var chunk = Encoding.ASCII.GetBytes($"10000\r\n{new string(' ', 65536)}\r\n");
        var sent = 0L;
        Service.Always(async exchange =>
        {
            await exchange.WriteAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true)
            {
                await exchange.WriteAsync(chunk);
                sent += chunk.Length;
            }
        });

        var before = GC.GetTotalAllocatedBytes(precise: true);
        await Assert.ThrowsAsync<SessionListResponseException>(() => PageAsync(client));
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.InRange(allocated, 0, (5 * Megabyte) + Overhead);
        await Service.WaitForConnectionsAsync();
        Assert.InRange(sent, 5 * Megabyte, 100 * Megabyte);
    }

    [Fact]
    public async Task Error_response_with_endless_body_uses_little_memory()
    {
        var client = Client();
        await PageAsync(client);
        Service.Always(async exchange =>
        {
            await exchange.WriteAsync("HTTP/1.1 400 Bad\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true)
                await exchange.WriteAsync("5\r\nxxxxx\r\n");
        });

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var failure = await Assert.ThrowsAsync<SessionListApiException>(() => PageAsync(client));
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.Equal(4096, failure.Body?.Length);
        Assert.InRange(allocated, 0, Overhead);
        Assert.Equal(2, Service.Requests.Count);
    }

    [Fact]
    public async Task Invalid_large_response_is_not_copied_for_the_body_excerpt()
    {
        var client = Client();
        await PageAsync(client);
        var html = Encoding.UTF8.GetBytes($"<html>{new string('x', 20 * Megabyte)}");
        Service.Always(TestResponses.Ok(html, "text/html"));

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var failure = await Assert.ThrowsAsync<SessionListResponseException>(() => PageAsync(client));
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.Equal(512, failure.Body?.Length);
        Assert.InRange(allocated, 0, (4 * 20 * Megabyte) + Overhead); // the service allocates it twice, because it joins headers and body
    }

    [Fact]
    public async Task MaxResponseBytes_below_Content_Length_throws_before_the_body_is_read()
    {
        Service.Always(async exchange =>
        {
            await exchange.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n");
            await exchange.WaitForDisconnectAsync();
        });

        await Assert.ThrowsAsync<SessionListResponseException>(() => PageAsync(Client()));

        Assert.Single(Service.Requests);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public async Task MaxResponseBytes_is_an_exact_limit(int difference, bool isEnough)
    {
        foreach (var rows in (int[])[0, 1, 14])
        {
            var body = Encoding.UTF8.GetBytes(TestValues.Envelope(TestValues.Rows.Take(rows)));
            foreach (var response in Formats(body))
            {
                Service.Always(response);
                var page = PageAsync(Client(options => options.MaxResponseBytes = body.Length + difference));

                if (isEnough)
                    Assert.Equal(rows, (await page).Sessions.Count);
                else
                    Assert.Contains("MaxResponseBytes", (await Assert.ThrowsAsync<SessionListResponseException>(() => page)).Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1_000)]
    [InlineData(20_000)]
    [InlineData(120_000)]
    public async Task GetPageAsync_with_any_page_size_returns_every_session(int count)
    {
        var rows = Enumerable.Range(0, count).Select(number => $$"""{"sessionid":"s-{{number}}"}""").ToList();
        var body = Encoding.UTF8.GetBytes(TestValues.Envelope(rows));
        foreach (var response in Formats(body))
        {
            Service.Always(response);

            var page = await PageAsync(Client());

            Assert.Equal(Enumerable.Range(0, count).Select(number => $"s-{number}"), page.Sessions.Select(session => session.SessionId ?? ""));
        }
    }

    private static ResponseWriter[] Formats(byte[] body) =>
    [
        TestResponses.Ok(body),
        TestResponses.Ok(TestResponses.Gzip(body), "application/json", "Content-Encoding: gzip"),
        Chunked(body),
    ];

    private static ResponseWriter Chunked(byte[] body) => async exchange =>
    {
        await exchange.WriteAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        foreach (var chunk in body.Chunk(10_000))
        {
            await exchange.WriteAsync($"{chunk.Length:x}\r\n");
            await exchange.WriteAsync(chunk);
            await exchange.WriteAsync("\r\n");
        }

        await exchange.WriteAsync("0\r\n\r\n");
    };
}
