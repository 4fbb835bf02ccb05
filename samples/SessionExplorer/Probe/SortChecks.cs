using System.Net;
using MediaMelon.SessionList.Testing;
using static SessionExplorer.Probe.ProbeCheck;

namespace SessionExplorer.Probe;

/// <summary>Tests which values <c>orderby</c> and <c>order</c> accept.</summary>
internal static class SortChecks
{
    private const string NoEffect = "it has no effect";

    // The probability that eight different values are in order by chance is 1 in 40,320.
    private const int MinValues = 8;

    public static async Task DimensionAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        var request = context.Request(["country", "sessionid", "starttime"]).With("orderby", "country").With("order", "asc");
        var response = await context.GetPageAsync(request, cancellationToken);
        var values = response.Rows.Select(row => row.Text("country")).OfType<string>().ToList();
        if (values.Distinct().Count() < 2)
            return;

        var isSorted = IsSorted(values, StringComparer.Ordinal) || IsSorted(values, StringComparer.OrdinalIgnoreCase);
        context.Add(SortByDimension, isSorted, isSorted ? "yes" : NoEffect, "Sort by a metric or a time.");
        if (isSorted)
            FindTies(context, response);
    }

    public static async Task UpperCaseAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        var request = context.Request(["latency", "sessionid"]).With("orderby", "latency").With("order", "ASC");
        var response = await context.SendAsync(request, cancellationToken);
        if (response.Status == HttpStatusCode.BadRequest)
        {
            Report(accepts: false, $"refused with status {(int)response.Status}");
            return;
        }

        if (!response.IsPage)
            throw new ProbeFailedException($"the response was status {(int)response.Status} with {response.Shape}");

        var values = response.Rows.Select(row => row.Number("latency")).OfType<double>().ToList();
        if (values.Distinct().Count() < MinValues)
            return;

        if (IsSorted(values, Comparer<double>.Default))
            Report(accepts: true, "accepted");
        else if (IsSorted(values.AsEnumerable().Reverse(), Comparer<double>.Default))
            context.Add(UpperCaseOrder, true, "ignored: rows are sorted in descending order");

        // The library sends lower case, so it does not depend on the result.
        void Report(bool accepts, string found)
        {
            context.Set(nameof(EmulatorProfile.AcceptsUpperCaseOrder),
                profile => profile with { AcceptsUpperCaseOrder = accepts });
            context.Add(UpperCaseOrder, true, found);
        }
    }

    public static async Task WithoutColumnAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        var request = context.Request(["sessionid"]).With("orderby", "starttime").With("order", "asc");
        var response = await context.GetPageAsync(request, cancellationToken);
        var times = context.Sample.Known(response).Select(row => row.Time("starttime")).OfType<double>().ToList();
        var unsorted = context.Sample.Rows.Select(row => row.Time("starttime")).OfType<double>();
        if (times.Distinct().Count() < MinValues || IsSorted(unsorted, Comparer<double>.Default))
            return;

        var isSorted = IsSorted(times, Comparer<double>.Default);
        context.Set(nameof(EmulatorProfile.SortNeedsColumn), profile => profile with { SortNeedsColumn = !isSorted });
        context.Add(SortWithoutColumn, true, isSorted ? "yes" : NoEffect + "; the library always requests the column");
    }

    // Rows of one country are ties. The library does not depend on their order.
    private static void FindTies(ProbeContext context, ProbeResponse response)
    {
        var groups = response.Rows
            .Where(row => row is { Id: not null } && row.Text("country") is not null && row.Time("starttime") is not null)
            .GroupBy(row => row.Text("country"))
            .Select(group => group.Select(row => row.Time("starttime")!.Value).ToList())
            .Where(times => times.Distinct().Count() >= MinValues)
            .ToList();
        if (groups.Count == 0)
            return;

        var order = groups.TrueForAll(times => IsSorted(times, Comparer<double>.Default)) ? "ascending by starttime"
            : groups.TrueForAll(times => IsSorted(times.AsEnumerable().Reverse(), Comparer<double>.Default))
            ? "descending by starttime"
            : "not by starttime";
        context.Add(Ties, true, order);
    }

    private static bool IsSorted<T>(IEnumerable<T> values, IComparer<T> comparer)
    {
        var list = values.ToList();
        return list.Zip(list.Skip(1)).All(pair => comparer.Compare(pair.First, pair.Second) <= 0);
    }
}
