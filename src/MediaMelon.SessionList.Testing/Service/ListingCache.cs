namespace MediaMelon.SessionList.Testing.Service;

// Without the cache, each page of a listing would filter and sort all sessions again.
internal sealed class ListingCache
{
    private const int MaxListings = 8;

    private readonly object _lock = new();
    private readonly LinkedList<Entry> _entries = new();

    public void Clear()
    {
        lock (_lock)
            _entries.Clear();
    }

    /// <summary>Returns the listing of this key. One caller evaluates it. If that caller cancels, the next caller evaluates it.
    /// </summary>
    public async Task<VideoSession[]> GetAsync(
        string key, Func<VideoSession[]> evaluate, CancellationToken cancellationToken)
    {
        var entry = FindOrAdd(key);
        await entry.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return entry.Rows ??= evaluate();
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    private Entry FindOrAdd(string key)
    {
        lock (_lock)
        {
            var node = _entries.First;
            while (node is not null && node.Value.Key != key)
                node = node.Next;

            if (node is not null)
                _entries.Remove(node);
            else
                node = new LinkedListNode<Entry>(new Entry(key));

            _entries.AddFirst(node);
            if (_entries.Count > MaxListings)
                _entries.RemoveLast();

            return node.Value;
        }
    }

    private sealed class Entry(string key)
    {
        public string Key { get; } = key;

        public SemaphoreSlim Gate { get; } = new(1);

        public VideoSession[]? Rows { get; set; }
    }
}
