namespace MediaMelon.SessionList.Paging;

/// <summary>Enumerates the items of pages. Within a page, MoveNextAsync completes synchronously.</summary>
internal sealed class PageItems<TPage, TItem>(
    IAsyncEnumerable<TPage> pages,
    Func<TPage, IReadOnlyList<TItem>> getItems,
    CancellationToken caller) : IAsyncEnumerable<TItem>
{
    public IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new Enumerator(pages.GetAsyncEnumerator(cancellationToken), getItems, caller, cancellationToken);

    private sealed class Enumerator(
        IAsyncEnumerator<TPage> pages,
        Func<TPage, IReadOnlyList<TItem>> getItems,
        CancellationToken caller,
        CancellationToken enumerator) : IAsyncEnumerator<TItem>
    {
        private IReadOnlyList<TItem> _page = [];
        private int _index = -1;

        public TItem Current => _page[_index];

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
            do
            {
                if (!await pages.MoveNextAsync().ConfigureAwait(false))
                {
                    _page = [];
                    return false;
                }

                _page = getItems(pages.Current);
            }
            while (_page.Count == 0);

            _index = 0;
            return true;
        }
    }
}
