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
    /// At an id's place or behind it: its hash, and its number, counted from 1 through both pages; 0 where there is none.
    /// </summary>
    private ulong[] _places = [0];

    public void Hold(List<RowId> first, List<RowId> second)
    {
        _first = first;
        _second = second;

        // At most a quarter full: an id that is not there, as nearly all are not, is known at the first look.
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)(4 * (first.Count + second.Count)) + 1);
        if (_places.Length == size)
            Array.Clear(_places);
        else
            _places = new ulong[size];

        var number = 0u;
        foreach (var id in CollectionsMarshal.AsSpan(first))
            Put(id.Hash, ++number);

        foreach (var id in CollectionsMarshal.AsSpan(second))
            Put(id.Hash, ++number);
    }

    public bool Contains(RowId id) => NumberOf(id) > 0;

    /// <summary>Whether the first page has the id.</summary>
    public bool IsOfFirst(RowId id) => NumberOf(id) is var number && number > 0 && number <= _first.Count;

    private void Put(uint hash, uint number)
    {
        var places = _places;
        var place = PlaceOf(hash, places);
        while (places[place] > 0)
            place = Next(place, places);

        places[place] = ((ulong)hash << 32) | number;
    }

    // Those of the first page were put first, so they are found first.
    private int NumberOf(RowId id)
    {
        var places = _places;
        for (var place = PlaceOf(id.Hash, places); places[place] is var held && held > 0; place = Next(place, places))
        {
            var number = (int)(uint)held;
            if (held >> 32 == id.Hash && string.Equals(TextOf(number), id.Text, StringComparison.Ordinal))
                return number;
        }

        return 0;
    }

    private string TextOf(int number) =>
        (number <= _first.Count ? _first[number - 1] : _second[number - 1 - _first.Count]).Text;

    private static int PlaceOf(uint hash, ulong[] places) => (int)hash & (places.Length - 1);

    private static int Next(int place, ulong[] places) => (place + 1) & (places.Length - 1);
}
