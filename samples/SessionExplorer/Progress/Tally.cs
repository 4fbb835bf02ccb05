using MediaMelon.SessionList;

namespace SessionExplorer.Progress;

/// <summary>The part of a listing that has arrived.</summary>
/// <param name="Pages">The number of pages.</param>
/// <param name="Sessions">The number of their sessions.</param>
/// <param name="Total">The expected number of sessions, if the service reports it.</param>
internal readonly record struct Tally(int Pages, long Sessions, long? Total)
{
    public Tally Add(SessionPage page, bool knowsTotal, int? maxSessions)
    {
        var total = knowsTotal ? page.TotalCount ?? page.TotalRecords : null;
        return new(
            Pages + 1,
            Sessions + page.Sessions.Count,
            total is null ? maxSessions : Math.Min(total.Value, maxSessions ?? long.MaxValue));
    }
}
