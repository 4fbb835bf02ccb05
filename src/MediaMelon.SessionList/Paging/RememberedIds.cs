using System.Numerics;
using System.Runtime.InteropServices;

namespace MediaMelon.SessionList.Paging;

/// <summary>Finds ids among those of two pages.</summary>
/// <remarks>
/// A hash table with open addressing. A set for each page would do the same in more than twice the time, and this is done for
/// each row of a listing.
/// </remarks>
internal sealed class RememberedIds
{
    private List<RowId> _first = [];
    private List<RowId> _second = [];

    /// <summary>
    /// At an id's place or behind it: its hash in the upper half, and in the lower its number, counted from 1 through both pages;
    /// 0 where there is none.
    /// </summary>
    private ulong[] _places = [0];

    private int _lastPlace;

    /// <summary>Replaces what is remembered.</summary>
    /// <returns>Whether an id occurs twice in the first page.</returns>
    public bool Add(List<RowId> first, List<RowId> second)
    {
        _first = first;
        _second = second;

        // At most a quarter full: an id that is not there, as nearly all are not, is known at the first look.
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)(4 * (first.Count + second.Count)) + 1);
        if (_places.Length < size)
            _places = new ulong[size];
        else
            Array.Clear(_places, 0, size);

        _lastPlace = size - 1;
        var number = 0u;
        var isRepeated = false;
        foreach (var id in CollectionsMarshal.AsSpan(first))
            isRepeated |= !TryPut(id, ++number);

        foreach (var id in CollectionsMarshal.AsSpan(second))
            TryPut(id, ++number);

        return isRepeated;
    }

    public bool Contains(RowId id) => NumberOf(id) > 0;

    /// <summary>Whether the first page has the id.</summary>
    public bool IsOfFirst(RowId id) => NumberOf(id) is var number && number > 0 && number <= _first.Count;

    // An id that is there already keeps its number, the first page's before the second's.
    private bool TryPut(RowId id, uint number)
    {
        var place = Find(id);
        if (_places[place] != 0)
            return false;

        _places[place] = ((ulong)id.Hash << 32) | number;
        return true;
    }

    private int NumberOf(RowId id) => (int)(uint)_places[Find(id)];

    /// <summary>Where the id is, or the empty place where it would be.</summary>
    private int Find(RowId id)
    {
        var places = _places;
        var place = (int)id.Hash & _lastPlace;
        while (places[place] is var held && held > 0 && !(held >> 32 == id.Hash && TextOf((int)(uint)held) == id.Text))
            place = (place + 1) & _lastPlace;

        return place;
    }

    private string TextOf(int number) =>
        (number <= _first.Count ? _first[number - 1] : _second[number - 1 - _first.Count]).Text;
}
