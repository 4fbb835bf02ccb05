using MediaMelon.SessionList.Sessions;

namespace MediaMelon.SessionList.Paging;

/// <summary>Estimates the number of different ids of a listing in constant memory.</summary>
/// <remarks>
/// The hashes are uniformly distributed, so the smallest ones give an estimate. The sample has <see cref="IdHashes.MaxSample"/>
/// hashes, and the standard error is 18 %. Up to that number of ids, the count is exact.
/// </remarks>
internal sealed class IdSample
{
    private uint[] _smallest;
    private bool _isShared = true;

    public IdSample(uint[]? smallest = null, long rows = 0)
    {
        _smallest = smallest ?? [];
        Rows = rows;
    }

    /// <summary>The number of ids, including repeated ones.</summary>
    public long Rows { get; private set; }

    /// <summary>The estimated number of different ids.</summary>
    public double Distinct => _smallest.Length < IdHashes.MaxSample
        ? _smallest.Length
        : (IdHashes.MaxSample - 1) * ((double)uint.MaxValue + 1) / ((double)_smallest[^1] + 1);

    public void Add(List<RowId> ids)
    {
        Rows += ids.Count;
        foreach (var id in ids)
        {
            if (_smallest.Length < IdHashes.MaxSample || id.Stable < _smallest[^1])
                Insert(id.Stable);
        }
    }

    /// <summary>The smallest hashes. The array does not change afterwards.</summary>
    public uint[] ToArray()
    {
        _isShared = true;
        return _smallest;
    }

    private void Insert(uint hash)
    {
        var place = Array.BinarySearch(_smallest, hash);
        if (place >= 0)
            return;

        place = ~place;
        if (_isShared || _smallest.Length < IdHashes.MaxSample)
        {
            var copy = new uint[Math.Min(_smallest.Length + 1, IdHashes.MaxSample)];
            Array.Copy(_smallest, copy, place);
            Array.Copy(_smallest, place, copy, place + 1, copy.Length - place - 1);
            _smallest = copy;
            _isShared = false;
        }
        else
        {
            Array.Copy(_smallest, place, _smallest, place + 1, _smallest.Length - place - 1);
        }

        _smallest[place] = hash;
    }
}
