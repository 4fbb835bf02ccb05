using MediaMelon.SessionList;

namespace SessionExplorer.Progress;

/// <summary>How much of a listing has arrived.</summary>
/// <param name="Pages">Answers of the service.</param>
/// <param name="Sessions">Sessions in them.</param>
/// <param name="Total">How many there will be, where the service tells.</param>
internal readonly record struct Tally(int Pages, long Sessions, long? Total)
{
    public Tally Add(SessionPage page, bool knowsTotal, int? most)
    {
        var total = knowsTotal ? page.TotalCount ?? page.TotalRecords : null;
        return new(
            Pages + 1,
            Sessions + page.Sessions.Count,
            total is null ? most : Math.Min(total.Value, most ?? long.MaxValue));
    }
}
