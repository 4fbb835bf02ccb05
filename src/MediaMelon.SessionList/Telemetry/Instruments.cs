using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MediaMelon.SessionList.Telemetry;

/// <summary>The spans and metrics of the library. Names, units and attributes are documented in docs/telemetry.md.</summary>
/// <remarks>No attribute contains a filter value, a subscriber id or a key.</remarks>
internal static class Instruments
{
    public const string Name = "MediaMelon.SessionList";

    public static readonly ActivitySource Activities = new(Name, LibraryVersion.Text);

    private static readonly Meter Meter = new(Name, LibraryVersion.Text);

    public static readonly Counter<long> Sessions =
        Meter.CreateCounter<long>("mediamelon.sessionlist.sessions", "{session}", "Sessions returned.");

    public static readonly Counter<long> Pages =
        Meter.CreateCounter<long>("mediamelon.sessionlist.pages", "{page}", "Pages received and used.");

    public static readonly Counter<long> Requests =
        Meter.CreateCounter<long>("mediamelon.sessionlist.requests", "{request}", "Pages requested, not counting retries.");

    public static readonly Counter<long> DiscardedRequests =
        Meter.CreateCounter<long>("mediamelon.sessionlist.discarded_requests", "{request}",
            "Pages requested ahead and not used.");

    public static readonly Counter<long> Duplicates =
        Meter.CreateCounter<long>("mediamelon.sessionlist.duplicates", "{session}",
            "Duplicate sessions dropped.");

    public static readonly Counter<long> UnreadableValues =
        Meter.CreateCounter<long>("mediamelon.sessionlist.unreadable_values", "{value}", "Values that could not be read.");

    public static readonly Histogram<double> ListingDuration =
        Meter.CreateHistogram<double>("mediamelon.sessionlist.listing.duration", "s",
            "Duration of a listing, from its first request to its end.");

    public static readonly Histogram<double> PageDuration =
        Meter.CreateHistogram<double>("mediamelon.sessionlist.page.duration", "s",
            "Duration of a page, including retries and waits.");
}
