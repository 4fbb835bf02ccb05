using System.CommandLine;
using MediaMelon.SessionList;

namespace SessionExplorer.CommandLine;

/// <summary>How a long listing is read. Options that are not given keep the configured value.</summary>
internal sealed class PageOptions
{
    private readonly Option<int?> _parallel = NumberOption.Create(
        "--parallel",
        "Concurrent requests, 1 to 64. [default: 4]",
        1,
        64);

    private readonly Option<int?> _pageSize = NumberOption.Create("--page-size", "Sessions per request. [default: 1000]", 1);

    private readonly Option<TimeSpan?> _slice = new("--slice")
    {
        Description = "Read the period in slices of this length, such as 1h, instead of with ever larger offsets.",
        HelpName = "DURATION",
        CustomParser = result => result.ParseDuration("--slice"),
    };

    public void AddTo(Command command)
    {
        command.Add(_parallel);
        command.Add(_pageSize);
        command.Add(_slice);
    }

    public PagingOptions Read(ParseResult parsed, PagingOptions configured) =>
        configured with
        {
            MaxConcurrentRequests = parsed.GetValue(_parallel) ?? configured.MaxConcurrentRequests,
            PageSize = parsed.GetValue(_pageSize) ?? configured.PageSize,
            SliceBy = parsed.GetValue(_slice) ?? configured.SliceBy,
        };

    /// <summary>The names of the options that the command line contains.</summary>
    public IEnumerable<string> Given(ParseResult parsed) => parsed.NamesOfGiven(_parallel, _pageSize, _slice);
}
