using System.Net;
using System.Text.Json;
using MediaMelon.SessionList.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.Tests.Examples;

/// <summary>The web endpoint of docs/recipes.md, tested over a real socket.</summary>
public sealed class WebExamples : IAsyncLifetime
{
    private static readonly SessionPeriod Day = SessionPeriod.Day(new DateOnly(2026, 4, 9));

    private readonly SessionListEmulator _emulator = new(SyntheticSessions.Generate(130, Day));
    private readonly HttpClient _browser = new();
    private WebApplication? _app;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSessionListClient().UseEmulator(_emulator);
        _app = builder.Build();
        Map(_app);
        await _app.StartAsync();
        _browser.BaseAddress = new(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _app!.DisposeAsync();
    }

    [Fact]
    public async Task Endpoint_pages_return_the_complete_listing()
    {
        var sizes = new List<int>();
        var ids = new HashSet<string?>();
        for (string? address = "/sessions/2026-04-09"; address is not null && sizes.Count < 10;)
        {
            var response = JsonDocument.Parse(await _browser.GetStringAsync(address)).RootElement;
            sizes.Add(response.GetProperty("sessions").GetArrayLength());
            ids.UnionWith(response.GetProperty("sessions").EnumerateArray().Select(session => session.GetProperty("sessionId").GetString()));
            address = response.GetProperty("next").GetString() is { } next ? $"/sessions/2026-04-09?next={Uri.EscapeDataString(next)}" : null;
        }

        Assert.Equal(50, sizes[0]);
        Assert.Equal(sizes.Sum(), ids.Count);
        Assert.InRange(ids.Count, 101, 130);
    }

    [Fact]
    public async Task Endpoint_with_token_of_another_listing_or_invalid_day_returns_400()
    {
        var response = JsonDocument.Parse(await _browser.GetStringAsync("/sessions/2026-04-09")).RootElement;
        var token = Uri.EscapeDataString(response.GetProperty("next").GetString()!);

        Assert.Equal(HttpStatusCode.BadRequest, (await _browser.GetAsync($"/sessions/2026-04-08?next={token}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _browser.GetAsync("/sessions/2026-04-09?next=nonsense")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _browser.GetAsync("/sessions/1900-01-01")).StatusCode);
    }

    private static void Map(WebApplication app)
    {
        // begin: recipe-endpoint
        app.MapGet("/sessions/{day}", async Task<Results<Ok<StartupPage>, BadRequest<string>>> (
            DateOnly day, SessionCheckpoint? next, ISessionListClient client, CancellationToken cancellationToken) =>
        {
            try
            {
                var query = SessionQuery.For(SessionMetrics.StartupTime, SessionPeriod.Day(day)).OrderByDescending(SessionMetrics.StartupTime);
                var page = await client.GetPageAsync(query, new PagingOptions { PageSize = 50 }, next, cancellationToken);
                var rows = page.Sessions.Select(session => new StartupRow(session.SessionId, session.StartTime, session.StartupTime));
                return TypedResults.Ok(new StartupPage([.. rows], page.Next?.ToString()));
            }
            catch (ArgumentException problem)
            {
                return TypedResults.BadRequest(problem.Message); // an invalid day, or the token of another listing
            }
        });
        // end: recipe-endpoint
    }

    // begin: recipe-endpoint-rows
    public sealed record StartupRow(string? SessionId, DateTimeOffset? StartTime, TimeSpan? StartupTime);

    public sealed record StartupPage(IReadOnlyList<StartupRow> Sessions, string? Next);
    // end: recipe-endpoint-rows
}
