using System.Buffers;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaMelon.SessionList.Benchmarks.Server;

/// <summary>The service of the comparison. It runs in a separate process and creates a page at its first request.</summary>
/// <remarks>The base address selects the data: /{realistic|hostile}/{narrow|wide}/{rows}/{delay in milliseconds}.</remarks>
internal static class PageServer
{
    private const int DistinctPages = 100;
    private const int PageSize = 1000;

    private static ReadOnlySpan<byte> IdKey => "\"sessionid\":\""u8;

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();

        var pages = new ConcurrentDictionary<(bool Hostile, bool Wide, int Rows, int Page), byte[]>();
        app.MapGet("/{profile}/{shape}/{rows:int}/{delay:int}/mm-apis/listsessions/{customer}", async (HttpContext context, string profile, string shape, int rows, int delay) =>
        {
            var offset = Number(context, "offset", 0);
            var limit = Math.Max(0, Math.Min(Number(context, "limit", PageSize), rows - offset));
            if (delay > 0)
                await Task.Delay(delay, context.RequestAborted);

            context.Response.ContentType = "application/json";
            var body = limit == PageSize && offset % PageSize == 0
                ? WithIds(pages.GetOrAdd((profile == "hostile", shape == "wide", rows, offset / PageSize % DistinctPages), Write), offset)
                : Encoding.UTF8.GetBytes(Page(offset, limit, rows, shape == "wide", profile == "hostile"));
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        });

        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        await Console.In.ReadLineAsync(); // waits until the parent process closes the pipe
        await app.StopAsync();
    }

    private static byte[] Write((bool Hostile, bool Wide, int Rows, int Page) page) =>
        Encoding.UTF8.GetBytes(Page(page.Page * PageSize, PageSize, page.Rows, page.Wide, page.Hostile));

    // Each row of a listing has a unique id. The other columns are repeated after DistinctPages pages.
    private static byte[] WithIds(byte[] template, int offset)
    {
        var page = template.ToArray();
        var rest = page.AsSpan();
        for (var next = rest.IndexOf(IdKey); next >= 0; next = rest.IndexOf(IdKey))
        {
            rest = rest[(next + IdKey.Length)..];
            if (!Utf8Parser.TryParse(rest[..8], out uint number, out _, 'x'))
                continue;

            var row = (uint)(offset + (number % PageSize));
            Utf8Formatter.TryFormat(row, rest, out _, new StandardFormat('x', 8));
        }

        return page;
    }

    /// <summary>Creates a page of a listing with <paramref name="total"/> rows. Its counters are correct.</summary>
    public static string Page(int offset, int count, int total, bool wide, bool hostile = false)
    {
        var json = new StringBuilder(count * (wide ? 560 : 210));
        json.Append(CultureInfo.InvariantCulture, $"{{\"totalcount\":{total},\"pagecount\":{count},\"totalrecords\":{total},\"response\":[");
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
                json.Append(',');

            RowText.Append(json, offset + i, total, wide, hostile);
        }

        return json.Append("]}").ToString();
    }

    private static int Number(HttpContext context, string name, int otherwise) =>
        int.TryParse(context.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
