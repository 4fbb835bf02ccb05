using MediaMelon.SessionList;
using SessionExplorer.Catalogue;
using SessionExplorer.Progress;

namespace SessionExplorer.Export;

/// <summary>Writes a listing to a file, page after page, in flat memory; after each commit it can be resumed.</summary>
internal sealed class ExportJob(
    ISessionListClient client,
    ExportTarget target,
    IReadOnlyList<Column> columns,
    ProgressLine progress)
{
    /// <summary>How far it got: what a failure leaves behind.</summary>
    public long Sessions { get; private set; }

    public async Task RunAsync(SessionQuery query, PagingOptions paging, ExportState state, CancellationToken cancellationToken)
    {
        Sessions = state.Sessions;
        if (!state.IsComplete)
            await WriteAsync(query, paging, state, cancellationToken);

        target.Finish();
    }

    private async Task WriteAsync(
        SessionQuery query,
        PagingOptions paging,
        ExportState state,
        CancellationToken cancellationToken)
    {
        await using var file = ExportFiles.Open(state.Format, target.Part, state.Position, columns);
        if (state.Next is null)
            state = await CommitAsync(file, state);

        progress.Begin(query, paging, already: state.Sessions);
        try
        {
            var waiting = state;
            await foreach (var page in client.ListPagesAsync(query, paging, state.ResumeFrom, cancellationToken))
            {
                file.Add(page.Sessions);
                waiting = waiting with { Sessions = waiting.Sessions + page.Sessions.Count, Next = page.Next?.ToString() };
                if (file.IsReady && page.Next is not null)
                    waiting = await CommitAsync(file, waiting);

                progress.Report(page);
            }

            await CommitAsync(file, waiting with { IsComplete = true });
        }
        finally
        {
            progress.End();
        }
    }

    private async Task<ExportState> CommitAsync(IExportFile file, ExportState state)
    {
        var committed = state with { Position = await file.CommitAsync() };
        committed.Save(target.Checkpoint);
        Sessions = committed.Sessions;
        return committed;
    }
}
