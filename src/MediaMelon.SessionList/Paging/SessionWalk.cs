namespace MediaMelon.SessionList.Paging;

/// <summary>The sessions of the pages, one by one. Inside a page every step completes at once.</summary>
internal sealed class SessionWalk(IAsyncEnumerable<SessionPage> pages, CancellationToken caller) : IAsyncEnumerable<VideoSession>
{
    public IAsyncEnumerator<VideoSession> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new Enumerator(pages.GetAsyncEnumerator(cancellationToken), caller, cancellationToken);

    private sealed class Enumerator(IAsyncEnumerator<SessionPage> pages, CancellationToken caller, CancellationToken enumerator)
        : IAsyncEnumerator<VideoSession>
    {
        private IReadOnlyList<VideoSession> _page = [];
        private int _index = -1;

        public VideoSession Current => _page[_index];

        public ValueTask<bool> MoveNextAsync()
        {
            if (_index + 1 >= _page.Count)
                return NextPageAsync();

            if (caller.IsCancellationRequested || enumerator.IsCancellationRequested)
                return ValueTask.FromCanceled<bool>(caller.IsCancellationRequested ? caller : enumerator);

            _index++;
            return new(true);
        }

        public ValueTask DisposeAsync() => pages.DisposeAsync();

        private async ValueTask<bool> NextPageAsync()
        {
            if (!await pages.MoveNextAsync().ConfigureAwait(false))
            {
                _page = [];
                return false;
            }

            _page = pages.Current.Sessions;
            _index = 0;
            return true;
        }
    }
}
