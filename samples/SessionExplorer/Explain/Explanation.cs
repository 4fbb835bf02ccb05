using SessionExplorer.Catalogue;
using SessionExplorer.Output;

namespace SessionExplorer.Explain;

/// <summary>A query in three languages.</summary>
internal sealed record Explanation(string CSharp, Uri Url, string Curl)
{
    public async Task WriteAsync(
        Screen screen,
        OutputFormat format,
        IResultWriter writer,
        CancellationToken cancellationToken)
    {
        if (format != OutputFormat.Table)
        {
            await writer.WriteAsync(ToResult(), cancellationToken);
            return;
        }

        screen.Heading("C#");
        screen.Text(CSharp);
        screen.Heading("URL");
        screen.Lines(Url.AbsoluteUri);
        screen.Heading("curl");
        screen.Lines(screen.IsTerminal ? CurlLines.Wrap(Curl, screen.Width) : Curl);
    }

    private Result ToResult()
    {
        object?[][] rows =
        [
            [CSharp, Url.AbsoluteUri, Curl],
        ];
        return new(
            [new("csharp", "C#", ColumnKind.Text), new("url", "URL", ColumnKind.Text), new("curl", "curl", ColumnKind.Text)],
            rows.ToAsyncEnumerable());
    }
}
