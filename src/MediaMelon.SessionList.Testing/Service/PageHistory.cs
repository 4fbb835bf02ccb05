using System.Collections.Concurrent;

namespace MediaMelon.SessionList.Testing.Service;

/// <summary>Stores the start of each returned page by the listing and the end of the page.</summary>
internal sealed class PageHistory
{
    private readonly ConcurrentDictionary<(string Listing, int End), int> _starts = new();

    public void Add(string listing, int start, int rows)
    {
        if (rows > 0)
            _starts[(listing, start + rows)] = start;
    }

    public (int Start, int Rows) Before(string listing, int offset, int limit) =>
        _starts.TryGetValue((listing, offset), out var start)
            ? (start, offset - start)
            : (Math.Max(0, offset - limit), limit);
}
