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

/// <summary>The service of the comparison, in a process of its own: pages that are written when they are asked for first.</summary>
/// <remarks>The base address tells what is served: /{narrow|wide}/{rows}/{milliseconds of delay}.</remarks>
internal static class PageServer
{
    private const int DistinctPages = 40;
    private const int PageSize = 1000;

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();

        var pages = new ConcurrentDictionary<(bool Wide, int Rows), byte[][]>();
        app.MapGet("/{shape}/{rows:int}/{delay:int}/mm-apis/listsessions/{customer}", async (HttpContext context, string shape, int rows, int delay) =>
        {
            var offset = Number(context, "offset", 0);
            var limit = Math.Max(0, Math.Min(Number(context, "limit", PageSize), rows - offset));
            if (delay > 0)
                await Task.Delay(delay, context.RequestAborted);

            context.Response.ContentType = "application/json";
            var body = limit == PageSize && offset % PageSize == 0
                ? pages.GetOrAdd((shape == "wide", rows), Write)[offset / PageSize % DistinctPages]
                : Encoding.UTF8.GetBytes(Page(offset, limit, rows, shape == "wide"));
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        });

        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        await Console.In.ReadLineAsync(); // until the parent closes the pipe
        await app.StopAsync();
    }

    private static byte[][] Write((bool Wide, int Rows) listing) =>
    [
        .. Enumerable.Range(0, DistinctPages)
            .Select(page => Encoding.UTF8.GetBytes(Page(page * PageSize, PageSize, listing.Rows, listing.Wide))),
    ];

    /// <summary>A page of a listing of so many rows in all: the counters tell the truth.</summary>
    public static string Page(int offset, int count, int total, bool wide)
    {
        var json = new StringBuilder(count * (wide ? 560 : 210));
        json.Append(CultureInfo.InvariantCulture, $"{{\"totalcount\":{total},\"pagecount\":{count},\"totalrecords\":{total},\"response\":[");
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
                json.Append(',');

            RowText.Append(json, offset + i, total, wide);
        }

        return json.Append("]}").ToString();
    }

    private static int Number(HttpContext context, string name, int otherwise) =>
        int.TryParse(context.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
