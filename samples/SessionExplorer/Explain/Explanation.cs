using SessionExplorer.Catalogue;
using SessionExplorer.Output;

namespace SessionExplorer.Explain;

/// <summary>A query told in three languages.</summary>
internal sealed record Explanation(string CSharp, Uri Url, string Curl)
{
    public async Task WriteAsync(Screen screen, OutputFormat format, CancellationToken cancellationToken)
    {
        if (format != OutputFormat.Table)
        {
            await screen.Writer(format).WriteAsync(ToResult(), cancellationToken);
            return;
        }

        screen.Heading("C#");
        screen.Text(CSharp);
        screen.Heading("URL");
        screen.Text(Url.AbsoluteUri);
        screen.Heading("curl");
        screen.Text(Curl);
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
