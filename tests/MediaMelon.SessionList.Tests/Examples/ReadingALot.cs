namespace MediaMelon.SessionList.Tests.Examples;

/// <summary>
/// The loop under "Reading a lot" in docs/listings.md and llms.txt.
/// A job that runs again after a failure continues from its checkpoint.
/// </summary>
internal static class ReadingALot
{
    public static async Task RunAsync(
        ISessionListClient client,
        SessionQuery query,
        string file,
        Func<IReadOnlyList<VideoSession>, Task> save,
        CancellationToken cancellationToken)
    {
        // begin: reading-a-lot
        var at = File.Exists(file) ? SessionCheckpoint.Parse(await File.ReadAllTextAsync(file, cancellationToken)) : null;
        query = query.WithPeriod(at?.Period ?? query.Period);
        var paging = new PagingOptions { MaxConcurrentRequests = 8, SliceBy = TimeSpan.FromHours(1) };

        await foreach (var page in client.ListPagesAsync(query, paging, at, cancellationToken))
        {
            await save(page.Sessions);
            if (page.Next is { } next)
            {
                await File.WriteAllTextAsync(file + ".new", next.ToString(), cancellationToken);
                File.Move(file + ".new", file, overwrite: true);
            }
        }

        File.Delete(file);
        // end: reading-a-lot
    }
}
