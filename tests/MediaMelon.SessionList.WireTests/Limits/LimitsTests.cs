using System.Text;
using MediaMelon.SessionList.WireTests.Support;

namespace MediaMelon.SessionList.WireTests.Limits;

[CollectionDefinition(DisableParallelization = true)]
public sealed class MeasuringAlone;

/// <summary>Memory is measured for the whole process: nothing else may run.</summary>
[Collection(typeof(MeasuringAlone))]
public sealed class LimitsTests : WireTest
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>What a request costs whatever the answer: connections, headers, pipelines, the service of the tests.</summary>
    private const long Constant = 3 * Megabyte;

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
        var bomb = encoding switch
        {
            "gzip" => Answers.Gzip(blanks),
            "br" => Answers.Brotli(blanks),
            _ => Answers.Deflate(blanks),
        };
        var client = Client(options => options.MaxResponseBytes = megabytes * Megabyte);
        await PageAsync(client);
        Service.Always(Answers.Ok(bomb, "application/json", $"Content-Encoding: {encoding}"));

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var failure = await Assert.ThrowsAsync<SessionListResponseException>(() => PageAsync(client));
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.Contains("MaxResponseBytes", failure.Message, StringComparison.Ordinal);
        Assert.Null(failure.Body);
        Assert.Equal(2, Service.Requests.Count);
        Assert.InRange(allocated, 0, (megabytes * Megabyte) + Constant);
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

        Assert.InRange(allocated, 0, (5 * Megabyte) + Constant);
        await Service.UntilIdleAsync();
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
        Assert.InRange(allocated, 0, Constant);
        Assert.Equal(2, Service.Requests.Count);
    }

    [Fact]
    public async Task Invalid_large_response_is_not_copied_for_the_body_excerpt()
    {
        var client = Client();
        await PageAsync(client);
        var html = Encoding.UTF8.GetBytes($"<html>{new string('x', 20 * Megabyte)}");
        Service.Always(Answers.Ok(html, "text/html"));

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var failure = await Assert.ThrowsAsync<SessionListResponseException>(() => PageAsync(client));
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.Equal(512, failure.Body?.Length);
        Assert.InRange(allocated, 0, (4 * 20 * Megabyte) + Constant); // twice by the service, which joins head and body
    }

    [Fact]
    public async Task MaxResponseBytes_below_Content_Length_throws_before_the_body_is_read()
    {
        Service.Always(async exchange =>
        {
            await exchange.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n");
            await exchange.UntilGoneAsync();
        });

        await Assert.ThrowsAsync<SessionListResponseException>(() => PageAsync(Client()));

        Assert.Single(Service.Requests);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public async Task MaxResponseBytes_is_an_exact_limit(int room, bool isEnough)
    {
        foreach (var rows in (int[])[0, 1, 14])
        {
            var body = Encoding.UTF8.GetBytes(TestValues.Envelope(TestValues.Rows.Take(rows)));
            foreach (var answer in (Answer[])[Answers.Ok(body), Answers.Ok(Answers.Gzip(body), "application/json", "Content-Encoding: gzip"), Chunked(body)])
            {
                Service.Always(answer);
                var page = PageAsync(Client(options => options.MaxResponseBytes = body.Length + room));

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
        foreach (var answer in (Answer[])[Answers.Ok(body), Chunked(body), Answers.Ok(Answers.Gzip(body), "application/json", "Content-Encoding: gzip")])
        {
            Service.Always(answer);

            var page = await PageAsync(Client());

            Assert.Equal(Enumerable.Range(0, count).Select(number => $"s-{number}"), page.Sessions.Select(session => session.SessionId ?? ""));
        }
    }

    private static Answer Chunked(byte[] body) => async exchange =>
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
