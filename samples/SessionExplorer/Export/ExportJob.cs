using MediaMelon.SessionList;
using SessionExplorer.Progress;
using SessionExplorer.Sources;

namespace SessionExplorer.Export;

/// <summary>Writes a listing to a file, page by page, with constant memory. The export can be resumed after each page.</summary>
internal sealed class ExportJob(
    ISessionListClient client,
    ExportTarget target,
    ExportShape shape,
    ProgressLine progress,
    UnreadableValues unreadable)
{
    /// <summary>The state after the last complete page.</summary>
    public long Sessions { get; private set; }

    public async Task RunAsync(SessionQuery query, PagingOptions paging, ExportState state, CancellationToken cancellationToken)
    {
        Sessions = state.Sessions;
        if (!state.IsComplete)
            await WriteAsync(query, paging, state, cancellationToken);

        target.Finish(shape, cancellationToken);
    }

    private async Task WriteAsync(
        SessionQuery query,
        PagingOptions paging,
        ExportState state,
        CancellationToken cancellationToken)
    {
        await using var file = shape.Open(target, state.Length);
        if (state.Next is null)
            state = await CommitAsync(file, state);

        progress.Begin(query, paging, already: state.Sessions);
        try
        {
            await foreach (var page in client.ListPagesAsync(query, paging, state.ResumeFrom, cancellationToken))
            {
                file.Add(page.Sessions);
                unreadable.Add(page.Sessions, query.Columns);
                state = state with { Sessions = state.Sessions + page.Sessions.Count, Next = page.Next?.ToString() };
                if (page.Next is not null)
                    state = await CommitAsync(file, state);

                progress.Report(page);
            }

            await CommitAsync(file, state with { IsComplete = true });
        }
        finally
        {
            progress.End();
        }
    }

    private async Task<ExportState> CommitAsync(TextExportFile file, ExportState state)
    {
        var committed = state with { Length = await file.CommitAsync() };
        committed.Save(target.Checkpoint);
        Sessions = committed.Sessions;
        return committed;
    }
}
