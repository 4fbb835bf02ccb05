using System.Text;
using System.Text.Json;
using MediaMelon.SessionList.Testing;

namespace SessionExplorer.Probe;

/// <summary>The findings, without a key, a customer, or a value of a dimension, so that they can be published.</summary>
internal sealed record ProbeReport(
    IReadOnlyList<ProbeFinding> Findings,
    EmulatorProfile Profile,
    IReadOnlySet<string> Settings,
    int Requests,
    DateTimeOffset Time)
{
    public static ProbeReport Create(ProbeContext context) => new(
        [.. ProbeCheck.All.Select(check => context.Findings.First(finding => finding.Check == check.Id))],
        context.Profile,
        context.Settings,
        context.Transport.Requests,
        context.Clock.GetUtcNow());

    /// <summary>The number of findings with the verdict.</summary>
    public int Count(ProbeVerdict verdict) => Findings.Count(finding => finding.Verdict == verdict);

    /// <summary>Sentences with the options to set.</summary>
    public IEnumerable<string> Advice =>
        Findings.Where(finding => finding.Meaning.Length > 0).Select(finding => finding.Meaning).Distinct();

    /// <summary>JSON for programs. <see cref="EmulatorProfile.FromReport"/> reads its property <c>profile</c>.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("report", "mediamelon-sessionlist-probe");
            writer.WriteNumber("version", 1);
            writer.WriteString("time", Time);
            writer.WriteNumber("requests", Requests);
            writer.WriteStartArray("checks");
            foreach (var finding in Findings)
                Write(writer, finding);

            writer.WriteEndArray();
            writer.WritePropertyName("profile");
            writer.WriteRawValue(Profile.ToJson(Settings));
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Markdown for an issue.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append("# Probe report\n\n")
            .Append(FormattableString.Invariant($"{Time:yyyy-MM-dd HH:mm} UTC, {Requests} requests. "))
            .Append(FormattableString.Invariant($"As assumed: {Count(ProbeVerdict.AsAssumed)}, "))
            .Append(FormattableString.Invariant($"different: {Count(ProbeVerdict.Differs)}, "))
            .Append(FormattableString.Invariant($"not decided: {Count(ProbeVerdict.Unknown)}.\n\n"))
            .Append("| check | question | verdict | found | what it means |\n|---|---|---|---|---|\n");
        foreach (var finding in Findings)
        {
            text.Append("| ").Append(finding.Check).Append(" | ").Append(Cell(ProbeCheck.Question(finding.Check))).Append(" | ")
                .Append(ProbeScreen.Label(finding.Verdict)).Append(" | ").Append(Cell(finding.Found)).Append(" | ")
                .Append(Cell(finding.Meaning)).Append(" |\n");
        }

        text.Append("\nOptions to set:\n\n");
        foreach (var advice in Advice.DefaultIfEmpty("None."))
            text.Append("- ").Append(advice).Append('\n');

        return text.Append("\nThe profile for the emulator (`EmulatorProfile.FromReport`):\n\n```json\n")
            .Append(Profile.ToJson(Settings)).Append("\n```\n").ToString();
    }

    private static void Write(Utf8JsonWriter writer, ProbeFinding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("check", finding.Check);
        writer.WriteString("question", ProbeCheck.Question(finding.Check));
        writer.WriteString("verdict", finding.Verdict switch
        {
            ProbeVerdict.AsAssumed => "as-assumed",
            ProbeVerdict.Differs => "differs",
            _ => "unknown",
        });
        writer.WriteString("found", finding.Found);
        if (finding.Meaning.Length > 0)
            writer.WriteString("meaning", finding.Meaning);

        writer.WriteEndObject();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
