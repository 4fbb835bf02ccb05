using System.CommandLine;
using SessionExplorer.CommandLine;
using SessionExplorer.Errors;
using SessionExplorer.Explain;
using SessionExplorer.Sources;

namespace SessionExplorer.Commands;

/// <summary><c>explain</c>: shows a query as C#, as a URL and as a curl command. The query
/// comes from options or from a URL.</summary>
internal sealed class ExplainCommand : ExplorerCommand
{
    private const string KeyHeader = $"X-API-Key: ${SourceSettings.KeyVariable}";
    private const string TokenHeader = $"Authorization: Bearer ${SourceSettings.TokenVariable}";

    private readonly Argument<string?> _url = new("URL")
    {
        Description = "A URL, its query string, or a whole curl command, instead of options.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly FilterOptions _filter = new();
    private readonly ShapeOptions _shape = new([]);
    private readonly OutputOptions _output = new();

    public ExplainCommand()
        : base(
            "explain",
            "Shows a query as C#, as a URL and as a curl command. Sends no request.",
            "explain --where platform=Android --having \"rebuffering>10\" --order-by rebuffering --desc --take 25",
            "explain \"period=start=1775749962,end=1775836362&metrics=latency,starttime&orderby=latency&limit=25\""
        )
    {
        Add(_url);
        _filter.AddTo(this);
        _shape.AddTo(this);
        _output.AddTo(this);
    }

    protected override IEnumerable<string> Notes(ParseResult parsed) => _filter.Notes(parsed);

    protected override async Task<int> RunAsync(Invocation invocation)
    {
        var parsed = invocation.Parsed;
        var pasted = parsed.GetValue(_url) is { } url ? PastedRequest.Parse(url) : null;
        if (pasted is not null && _filter.Given(parsed).Concat(_shape.Given(parsed)).Any())
            throw new UsageException("A URL contains the whole query. Remove the options of the query.");

        var query = pasted?.Query ?? _filter.Apply(parsed, _shape.Start(parsed, _filter.ReadPeriod(parsed, invocation.Clock)));
        var last = pasted is null ? _filter.ReadLast(parsed) : null;
        var address = pasted?.BaseAddress ?? invocation.Source.BaseAddress;
        var customer = pasted?.CustomerId ?? invocation.Source.CustomerId;

        var explanation = new Explanation(
            CSharpPrinter.Print(query, last),
            query.ToUri(address, customer),
            WithCredential(query.ToCurl(address, customer)));
        await explanation.WriteAsync(
            invocation.Screen,
            _output.Read(parsed),
            _output.Writer(invocation),
            invocation.Cancellation);
        return ExitCode.Success;
    }

    private static string WithCredential(string curl) =>
        SourceSettings.HasToken ? curl.Replace(KeyHeader, TokenHeader, StringComparison.Ordinal) : curl;
}
