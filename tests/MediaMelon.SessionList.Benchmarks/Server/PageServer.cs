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

/// <summary>The service of the comparison, in a process of its own: pages that were written beforehand.</summary>
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

        var pages = new Dictionary<bool, byte[][]> { [false] = Write(wide: false), [true] = Write(wide: true) };
        app.MapGet("/{shape}/{rows:int}/{delay:int}/mm-apis/listsessions/{customer}", async (HttpContext context, string shape, int rows, int delay) =>
        {
            var offset = Number(context, "offset", 0);
            var limit = Math.Max(0, Math.Min(Number(context, "limit", PageSize), rows - offset));
            if (delay > 0)
                await Task.Delay(delay, context.RequestAborted);

            context.Response.ContentType = "application/json";
            var body = limit == PageSize && offset % PageSize == 0
                ? pages[shape == "wide"][offset / PageSize % DistinctPages]
                : Encoding.UTF8.GetBytes(Page(offset, limit, shape == "wide"));
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        });

        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        await Console.In.ReadLineAsync(); // until the parent closes the pipe
        await app.StopAsync();
    }

    private static byte[][] Write(bool wide) =>
        [.. Enumerable.Range(0, DistinctPages).Select(page => Encoding.UTF8.GetBytes(Page(page * PageSize, PageSize, wide)))];

    public static string Page(int offset, int count, bool wide)
    {
        var json = new StringBuilder(count * (wide ? 560 : 210));
        json.Append(CultureInfo.InvariantCulture, $"{{\"totalcount\":10000000,\"pagecount\":{count},\"totalrecords\":10000000,\"response\":[");
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
                json.Append(',');

            RowText.Append(json, offset + i, 10_000_000, wide);
        }

        return json.Append("]}").ToString();
    }

    private static int Number(HttpContext context, string name, int otherwise) =>
        int.TryParse(context.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
