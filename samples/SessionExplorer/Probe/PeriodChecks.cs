using MediaMelon.SessionList;
using MediaMelon.SessionList.Testing;
using static SessionExplorer.Probe.ProbeCheck;

namespace SessionExplorer.Probe;

/// <summary>Tests the bounds of a period, the time that decides, and the statuses.</summary>
internal static class PeriodChecks
{
    /// <summary>Tests whether a period includes the seconds at which it begins and ends.</summary>
    public static async Task BoundariesAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        var seconds = context.Sample.Rows
            .Select(row => (row.Id, End: row.Time("endtime")))
            .Where(row => row is { Id: not null, End: { } end } && end == Math.Floor(end) && context.Period.IsStrictlyInside(end))
            .GroupBy(row => (long)row.End!.Value, row => row.Id!)
            .OrderBy(second => second.Key)
            .ToList();
        if (seconds.Count < 2)
            throw new ProbeFailedException("fewer than two sessions ended on a whole second");

        // The seconds are close together, so that the response has few rows.
        var first = seconds.Zip(seconds.Skip(1)).MinBy(pair => pair.Second.Key - pair.First.Key);
        var request = new ProbeRequest(
            new(first.First.Key, first.Second.Key), ["sessionid", "endtime"], ProbeContext.SampleLimit);
        var response = await context.GetPageAsync(request, cancellationToken);
        var ids = response.Rows.Select(row => row.Id).ToHashSet();

        if (IsIncluded(first.First, ids) is { } start)
        {
            context.Set(nameof(EmulatorProfile.StartIsInclusive), profile => profile with { StartIsInclusive = start });
            context.Add(PeriodStart, start, start ? "it belongs to the period" : "it does not belong to the period",
                "Begin periods a second earlier. Slices are not affected: they overlap by a second.");
        }

        if (IsIncluded(first.Second, ids) is { } end)
        {
            // The library does not depend on the result.
            context.Set(nameof(EmulatorProfile.EndIsInclusive), profile => profile with { EndIsInclusive = end });
            context.Add(PeriodEnd, true, end ? "it belongs to the period" : "it does not belong to the period");
        }
    }

    /// <summary>Tests sessions that started in the period, in any status.</summary>
    public static async Task StartedAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        var request = context.Request(["sessionid", "starttime", "endtime", "status"])
            .With("sessiontype", "started")
            .With("allstatus", "1");
        var response = await context.GetPageAsync(request, cancellationToken);

        var startsOutside = response.Rows.Count(row => row.Time("starttime") is not { } start || context.Period.IsOutside(start));
        var endsElsewhere = response.Rows.Count(row => row.Time("endtime") is not { } end || context.Period.IsOutside(end));
        if (startsOutside > 0)
        {
            context.Add(StartedTime, false,
                $"not starttime alone: {startsOutside} of {response.Rows.Count} sessions did not start in the period",
                "Slices of SessionType.Started may lose sessions. List without SliceBy.");
        }
        else if (endsElsewhere > 0)
        {
            context.Add(StartedTime, true,
                $"starttime ({endsElsewhere} of {response.Rows.Count} sessions did not end in the period)");
        }

        FindAllStatuses(context, response);
    }

    private static void FindAllStatuses(ProbeContext context, ProbeResponse response)
    {
        var running = response.Rows.Count(IsUnderWay);
        var runningInSample = context.Sample.Rows.Count(IsUnderWay);
        if (running + runningInSample == 0 || !context.Sample.Texts("status").Any())
            return;

        context.Add(AllStatuses, runningInSample == 0,
            $"running and loaded sessions: {running} with allstatus=1, {runningInSample} without",
            "Sessions that still run are listed without WithAllStatuses, too. Filter by ViewStatus.");
    }

    private static bool IsUnderWay(ProbeRow row) =>
        row.Text("status") is { } word
            && (new ViewStatus(word) == ViewStatus.Running || new ViewStatus(word) == ViewStatus.Loaded);

    // The sessions of a second are all included or all excluded. Otherwise, something else decides.
    private static bool? IsIncluded(IEnumerable<string> sessions, HashSet<string?> ids)
    {
        var included = sessions.Select(ids.Contains).Distinct().ToList();
        return included is [var all] ? all : null;
    }
}
