using System.Text.RegularExpressions;
using System.Xml.Linq;
using MediaMelon.SessionList;
using MediaMelon.SessionList.Testing;
using SessionExplorer.Catalogue;
using SessionExplorer.CommandLine;
using SessionExplorer.Progress;
using SessionExplorer.Reports;
using SessionExplorer.RootCause;
using SessionExplorer.Sources;

namespace RootCause.Tests;

/// <summary>Tests the report with titles that contain markup.</summary>
public sealed partial class ReportTests : IDisposable
{
    private const string Hostile =
        "<script>document.title='broken'</script><img src=http://example.com/x onerror=alert(1)>\"'&\u202Eevil\nline";
    private const string Subscriber = "secret-viewer";

    private static readonly SessionPeriod Period = PlantedDay.Period;

    private readonly TemporaryFolder _folder = new();

    private string Page => Path.Combine(_folder.Path, "why.html");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Report_hostile_titles_are_text_in_browser()
    {
        var html = await WriteAsync(withSubscribers: false);
        var (dom, log) = await Chromium.LoadAsync(Page);

        // The DOM contains the elements that the program wrote, and none from the data.
        Assert.Equal(Count(html, "<img"), Count(dom, "<img"));
        Assert.DoesNotContain("<script", dom);
        Assert.DoesNotContain("<img", dom);
        Assert.Contains("&lt;script&gt;", dom);
        Assert.Contains("<title>Why: startup over 5 s</title>", dom);
        Assert.Equal(2, Count(dom, "<svg"));
        Assert.DoesNotContain("CONSOLE", log);
        Assert.DoesNotContain("Content Security Policy", log);
    }

    [Fact]
    public async Task Report_needs_no_network_and_no_script()
    {
        var html = await WriteAsync(withSubscribers: false);

        Assert.Contains("default-src 'none'", html);
        Assert.DoesNotMatch(Loading(), WithoutText().Replace(html, "><"));
        Assert.DoesNotContain("\u202E", html);
    }

    [Fact]
    public async Task Report_without_option_contains_no_subscriber_id()
    {
        Assert.DoesNotContain(Subscriber, await WriteAsync(withSubscribers: false));
        Assert.Contains(Subscriber, await WriteAsync(withSubscribers: true));
    }

    [Fact]
    public async Task Report_charts_use_page_colors_in_light_and_dark_mode()
    {
        var html = await WriteAsync(withSubscribers: false);
        foreach (Match svg in Svg().Matches(html))
        {
            var picture = XDocument.Parse(svg.Value);
            Assert.DoesNotContain("rgb(1,1,", svg.Value);
            Assert.Contains("var(--one)", svg.Value);
            Assert.NotNull(picture.Root!.Attribute("viewBox"));
        }

        // Ids are unique in the page.
        var ids = Ids().Matches(html).Select(id => id.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task Report_screenshots_are_taken_for_manual_review()
    {
        var folder = Environment.GetEnvironmentVariable("REPORT_SCREENSHOTS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "REPORT_SCREENSHOTS specifies the folder of the pictures.");
        await WriteAsync(withSubscribers: false);
        await Chromium.LoadAsync(Page, $"--screenshot={folder}/light.png", "--window-size=1100,2200");
        await Chromium.LoadAsync(Page, $"--screenshot={folder}/dark.png", "--window-size=1100,2200",
            "--blink-settings=preferredColorScheme=0");
        await Chromium.LoadAsync(Page, $"--screenshot={folder}/phone.png", "--window-size=500,2600");
    }

    [Theory]
    [InlineData("it's $(rm -rf /)", "'cdn=it'\\''s $(rm -rf /)'")]
    [InlineData("plain", "cdn=plain")]
    public void ListCommand_value_with_shell_characters_is_one_word(string value, string expected) =>
        Assert.Contains($"--where {expected} --having", Command(value));

    [Theory]
    [InlineData("a|b=[c]")]
    [InlineData(" blanks ")]
    public void ListCommand_value_not_expressible_in_filter_uses_sql(string value) =>
        Assert.StartsWith("session-explorer sql ", Command(value));

    [Fact]
    public void ListCommand_value_with_control_character_is_null() => Assert.Null(Command("a\nb"));

    private static string? Command(string value)
    {
        var sample = new Sample([new("cdn", KnownColumns.Cdn)]);
        sample.Add([value], Period.Start, "id", 9);
        var rule = BadRule.Create(new(KnownColumns.StartupTime), 5, false, sample.Measures);
        var frame = Frame.Create(sample, rule.IsBad, new(Period));
        var query = SessionQuery.For(SessionMetrics.StartupTime, Period);
        return new ListCommandText(frame, rule, query).Format(Segment.Create(new Condition(0, 0)));
    }

    private async Task<string> WriteAsync(bool withSubscribers)
    {
        var measure = new Measure(KnownColumns.StartupTime);
        var reader = new SampleReader(measure, DimensionList.Default);
        var worst = new WorstSessions(measure, isBelow: false, withSubscribers);
        var query = reader.Query(Period).Where(SessionDimensions.SubscriberId.Is(Subscriber));
        var sessions = SyntheticSessions.Generate(3000, Period).Select((session, index) => session with
        {
            SubscriberId = Subscriber,
            AssetName = index % 10 == 0 ? Hostile : session.AssetName,
            StartupTime = TimeSpan.FromSeconds(index % 10 == 0 ? 9 : index % 50 == 1 ? 6 : 1 + (index % 7 * 0.3)),
        });

        var examination = await Examination.RunAsync(
            reader, query, measure, (5, false), worst.KeepAsync(sessions.ToAsyncEnumerable()));
        Assert.Contains("assetname=", examination.Segment(examination.Result.Findings[0]));
        await using var source = SessionSource.Open(
            SourceOptions.Read(new ExplorerRoot().Parse("why --built-in")),
            new(TimeProvider.System, 1, 1, TimeSpan.Zero),
            ProgressLine.ForProcess());
        var options = new ReportOptions(withSubscribers, ["assetname"], Period.End);
        await ReportFile.WriteAsync(new(Page), WhyReport.Create(examination, worst, source, options),
            TestContext.Current.CancellationToken);
        return await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    // Attributes that load resources. Text between elements is removed first.
    [GeneratedRegex(@"<[^>]*\s(src|href|srcset|action|data|poster|onload|onerror)\s*=|url\(\s*['""]?http|@import|<script|<iframe",
        RegexOptions.IgnoreCase)]
    private static partial Regex Loading();

    [GeneratedRegex(">[^<]+<")]
    private static partial Regex WithoutText();

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Svg();

    [GeneratedRegex("(?<= id=\")[^\"]+")]
    private static partial Regex Ids();
}
