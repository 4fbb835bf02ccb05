using System.Globalization;
using MediaMelon.SessionList.Testing;
using static SessionExplorer.Probe.ProbeCheck;

namespace SessionExplorer.Probe;

/// <summary>Tests offset, limit, sort order, and what the counters count.</summary>
internal static class PagingChecks
{
    private const int LargeLimit = 10_000;

    private static readonly (string Check, string Name, string Setting)[] Counters =
    [
        (TotalCount, "totalcount", nameof(EmulatorProfile.TotalCount)),
        (PageCount, "pagecount", nameof(EmulatorProfile.PageCount)),
        (TotalRecords, "totalrecords", nameof(EmulatorProfile.TotalRecords)),
        (TotalPages, "totalpages", nameof(EmulatorProfile.TotalPages)),
    ];

    /// <summary>Compares the second page of ten rows with the sample.</summary>
    public static async Task OffsetAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        var request = context.Request(["sessionid"], ProbeContext.SmallLimit)
            .With("offset", ProbeContext.SmallLimit.ToString(CultureInfo.InvariantCulture));
        var response = await context.GetPageAsync(request, cancellationToken);
        context.Sample.Pages.Add(new(ProbeContext.SmallLimit, response));

        var ids = Ids(response.Rows);
        var sample = Ids(context.Sample.Rows);
        if (ids.Count < 2 || ids.Contains(null) || sample.Distinct().Count() != sample.Count)
            return;

        var first = sample.IndexOf(ids[0]);
        if (first is ProbeContext.SmallLimit or ProbeContext.SmallLimit - 1
            && sample.Skip(first).Take(ids.Count).SequenceEqual(ids))
        {
            var isZero = first == ProbeContext.SmallLimit;
            context.Set(nameof(EmulatorProfile.FirstOffset), profile => profile with { FirstOffset = isZero ? 0 : 1 });
            context.Add(Offset, isZero, isZero ? "rows, from 0" : "rows, from 1",
                "The library repeats one row for each page and drops it as a duplicate. Keep the column sessionid. Report this.");
        }
        else if (first == 0 && sample.Take(ids.Count).SequenceEqual(ids))
        {
            context.Add(Offset, false, "the offset is ignored", "A listing of several pages fails. Report this.");
        }
    }

    /// <summary>Finds a maximum below 1,000 from the returned rows, and a larger one with a request for 10,000.</summary>
    public static async Task LimitAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        var count = context.Sample.Rows.Count;
        if (count == 0)
            return;

        if (count < ProbeContext.SampleLimit)
            await FollowAsync(context, count, cancellationToken);
        else
            await EnlargeAsync(context, cancellationToken);
    }

    /// <summary>Repeats the first ten rows at the end of the probe: checks whether they changed,
    /// and the counters of a small page.</summary>
    public static async Task RepeatAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        if (context.SecondLookAt - context.Clock.GetUtcNow() is { Ticks: > 0 } wait)
            await Task.Delay(wait, context.Clock, cancellationToken);

        var response = await context.GetPageAsync(
            context.Request(["sessionid", "starttime", "endtime"], ProbeContext.SmallLimit), cancellationToken);
        context.Sample.Pages.Add(new(ProbeContext.SmallLimit, response));

        var ids = Ids(response.Rows);
        if (ids.Count > 1 && !ids.Contains(null))
        {
            var isSame = Ids(context.Sample.Rows).Take(ids.Count).SequenceEqual(ids);
            context.Add(Repeat, isSame, isSame ? $"the same {ids.Count} rows" : "other rows, or another order",
                "Sort every listing by a time (OrderBy), so that pages neither repeat nor lose rows.");
            FindDefaultOrder(context, isSame);
        }

        foreach (var (check, name, setting) in Counters)
            FindCounter(context, check, name, setting);
    }

    private static async Task FollowAsync(ProbeContext context, int count, CancellationToken cancellationToken)
    {
        var request = context.Request(["sessionid"], ProbeContext.SmallLimit)
            .With("offset", (count + context.Profile.FirstOffset).ToString(CultureInfo.InvariantCulture));
        var response = await context.GetPageAsync(request, cancellationToken);
        ReportTime(context, count, response);
        var isNew = response.Rows.All(row => context.Sample.Find(row) is null);
        if (response.Rows.Count == 0)
        {
            context.Sample.Total = count;
            context.AddUnknown(LargestLimit, $"the period has only {count} sessions: choose a longer one with --from and --to");
        }
        else if (isNew)
        {
            SetMaxLimit(context, count);
        }
    }

    private static async Task EnlargeAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        var response = await context.GetPageAsync(context.Request(["sessionid"], LargeLimit), cancellationToken);
        ReportTime(context, 0, response);
        var count = response.Rows.Count;
        if (count >= LargeLimit)
        {
            context.Add(LargestLimit, true, $"at least {LargeLimit:N0}");
        }
        else if (response.Counter("totalcount") is { } total && total > count) // whatever it counts: not all rows came
        {
            SetMaxLimit(context, count);
        }
        else
        {
            context.AddUnknown(LargestLimit, string.Create(CultureInfo.InvariantCulture,
                $"a limit of {LargeLimit:N0} returned {count:N0} sessions, which may be all of the period"));
        }
    }

    private static void SetMaxLimit(ProbeContext context, int limit)
    {
        context.Set(nameof(EmulatorProfile.MaxLimit), profile => profile with { MaxLimit = limit });
        context.Add(LargestLimit, limit >= ProbeContext.SampleLimit, string.Create(CultureInfo.InvariantCulture, $"{limit:N0}"),
            $"Set Paging.PageSize to {limit}.");
    }

    private static void ReportTime(ProbeContext context, int offset, ProbeResponse response) =>
        context.Add(ResponseTime, true, $"{Describe(0, context.Sample.Pages[0].Response)}; {Describe(offset, response)}");

    private static string Describe(int offset, ProbeResponse response) => string.Create(CultureInfo.InvariantCulture,
        $"{response.Rows.Count} rows at offset {offset} in {response.Elapsed.TotalMilliseconds:0} ms");

    private static void FindDefaultOrder(ProbeContext context, bool isStable)
    {
        var times = context.Sample.Rows.Select(row => row.Time("endtime")).OfType<double>().ToList();
        if (times.Distinct().Count() < 5)
            return;

        var order = times.SequenceEqual(times.Order()) ? RowOrder.OldestFirst
            : times.SequenceEqual(times.OrderDescending()) ? RowOrder.NewestFirst
            : isStable ? RowOrder.AsStored : RowOrder.Unstable;
        context.Set(nameof(EmulatorProfile.DefaultOrder), profile => profile with { DefaultOrder = order });
        context.Add(DefaultOrder, order != RowOrder.Unstable, order switch
        {
            RowOrder.OldestFirst => "ascending by endtime",
            RowOrder.NewestFirst => "descending by endtime",
            RowOrder.AsStored => "neither by endtime nor changing",
            _ => "another one for each request",
        }, "Sort every listing by a time (OrderBy).");
    }

    // A meaning is a formula. It is accepted if it is the only one that fits all pages.
    private static void FindCounter(ProbeContext context, string check, string name, string setting)
    {
        var pages = context.Sample.Pages;
        if (pages.Count < 3 || pages.Any(page => page.Response.Rows.Count == 0))
            return;

        var values = pages.Select(page => name == "totalpages"
            ? (long?)page.Response.Rows[0].Number(name)
            : page.Response.Counter(name)).ToList();
        if (CounterReading.Find(pages, values, context.Sample.Total) is not { } meaning)
            return;

        context.Set(setting, profile => setting switch
        {
            nameof(EmulatorProfile.TotalCount) => profile with { TotalCount = meaning },
            nameof(EmulatorProfile.PageCount) => profile with { PageCount = meaning },
            nameof(EmulatorProfile.TotalRecords) => profile with { TotalRecords = meaning },
            _ => profile with { TotalPages = meaning },
        });
        context.Add(check, true, meaning switch
        {
            CounterMeaning.Absent => "it is not sent",
            CounterMeaning.AllRows => "all rows of the listing",
            CounterMeaning.RowsOfPage => "the rows of the page",
            _ => "the pages of the listing",
        });
    }

    private static List<string?> Ids(IReadOnlyList<ProbeRow> rows) => [.. rows.Select(row => row.Id)];
}
