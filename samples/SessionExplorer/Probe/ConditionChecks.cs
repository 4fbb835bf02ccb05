using System.Globalization;
using System.Net;
using MediaMelon.SessionList.Testing;
using static SessionExplorer.Probe.ProbeCheck;

namespace SessionExplorer.Probe;

/// <summary>The grammar of <c>qoefilter</c>, tried with thresholds from the middle of the sample.</summary>
internal static class ConditionChecks
{
    private const string NoEffect = "it has no effect";

    // Half of the sessions are above the threshold. That all rows are above it by chance has a probability of 1 in 65,536.
    private const int MinKnown = 16;
    private const string Startup = "latency";
    private const string Playtime = "playdur";

    public static Task AndAsync(ProbeContext context, CancellationToken cancellationToken) =>
        JoinAsync(context, ConditionAnd, " AND ", null, cancellationToken);

    /// <summary>For information only: the library joins conditions with AND.</summary>
    public static Task CommaAsync(ProbeContext context, CancellationToken cancellationToken) =>
        JoinAsync(context, ConditionComma, ",",
            accepted => context.Set(nameof(EmulatorProfile.CommaJoinsConditions),
                profile => profile with { CommaJoinsConditions = accepted }),
            cancellationToken);

    public static async Task WithoutColumnAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        var threshold = Threshold(context, Startup);
        var request = context.Request(["sessionid"]).With("qoefilter", $"{Startup}>{Text(threshold)}");
        var response = await context.GetPageAsync(request, cancellationToken);
        var known = context.Sample.Known(response);
        if (known.Count < MinKnown)
            throw new ProbeFailedException("the response has too few sessions of the sample");

        var applies = known.TrueForAll(row => row.Number(Startup) > threshold);
        context.Set(nameof(EmulatorProfile.ConditionNeedsColumn), profile => profile with { ConditionNeedsColumn = !applies });
        context.Add(ConditionWithoutColumn, true, applies ? "yes" : NoEffect + "; the library always requests the metric");
    }

    public static async Task ComparisonsAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        var (low, high) = (Threshold(context, Startup) / 2, Threshold(context, Startup));
        var request = context.Request([Startup, "sessionid"])
            .With("qoefilter", $"{Startup}>={Text(low)} AND {Startup}<{Text(high)}");
        var response = await context.SendAsync(request, cancellationToken);
        var values = response.Rows.Select(row => row.Number(Startup)).ToList();
        if (response.Status == HttpStatusCode.BadRequest)
        {
            // AND may be the reason, unless it was accepted before.
            if (context.Findings.Any(finding => finding is { Check: ConditionAnd, Verdict: ProbeVerdict.AsAssumed }))
                Report(onlyGreater: true, "refused with status 400");
        }
        else if (response.IsPage && values.Count > 0)
        {
            var apply = values.TrueForAll(value => value >= low && value < high);
            if (apply)
                Report(onlyGreater: false, ">= and < are accepted");
            else
                context.Add(Comparisons, false, NoEffect, "Use > alone, and filter the rows yourself.");
        }

        void Report(bool onlyGreater, string found)
        {
            context.Set(nameof(EmulatorProfile.OnlyGreaterThan), profile => profile with { OnlyGreaterThan = onlyGreater });
            context.Add(Comparisons, !onlyGreater, found, "Use > alone, and filter the rows yourself.");
        }
    }

    private static async Task JoinAsync(
        ProbeContext context,
        string check,
        string separator,
        Action<bool>? set,
        CancellationToken cancellationToken)
    {
        var (startup, playtime) = (Threshold(context, Startup), Threshold(context, Playtime));
        var request = context.Request([Startup, Playtime, "sessionid"])
            .With("qoefilter", $"{Startup}>{Text(startup)}{separator}{Playtime}>{Text(playtime)}");
        var response = await context.SendAsync(request, cancellationToken);
        if (response.Status == HttpStatusCode.BadRequest)
        {
            set?.Invoke(false);
            context.Add(check, set is not null, "refused with status 400",
                "Use one condition at a time, and filter the rows yourself.");
            return;
        }

        var discriminates = context.Sample.Rows.Any(row => row.Number(Startup) > startup && row.Number(Playtime) <= playtime)
            && context.Sample.Rows.Any(row => row.Number(Startup) <= startup && row.Number(Playtime) > playtime);
        if (!response.IsPage || response.Rows.Count == 0 || !discriminates)
            return;

        var applies = response.Rows.All(row => row.Number(Startup) > startup && row.Number(Playtime) > playtime);
        if (applies)
            set?.Invoke(true);

        context.Add(check, applies || set is not null, applies ? "yes" : NoEffect,
            "Use one condition at a time, and filter the rows yourself.");
    }

    private static double Threshold(ProbeContext context, string column) =>
        context.Sample.Middle(column) ?? throw new ProbeFailedException("the sample has too few different values");

    private static string Text(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
