using System.Numerics;
using System.Runtime.InteropServices;

namespace MediaMelon.SessionList.Paging;

/// <summary>Finds ids among those of two pages.</summary>
/// <remarks>
/// A hash table with open addressing, because every row of a listing is looked up. Two hash sets would take more than twice the
/// time.
/// </remarks>
internal sealed class RememberedIds
{
    private List<RowId> _first = [];
    private List<RowId> _second = [];

    /// <summary>
    /// The slots of the table. The upper half of a slot is the hash of an id. The lower half is the number of the id, counted
    /// from 1 through both pages. An empty slot is 0.
    /// </summary>
    private ulong[] _slots = [0];

    private int _lastSlot;

    /// <summary>Replaces the contents with the ids of two pages.</summary>
    /// <returns>Whether an id occurs twice in the first page.</returns>
    public bool Add(List<RowId> first, List<RowId> second)
    {
        _first = first;
        _second = second;

        // The table is at most a quarter full. Nearly all lookups find no id, and most of these end at the first slot.
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)(4 * (first.Count + second.Count)) + 1);
        if (_slots.Length < size)
            _slots = new ulong[size];
        else
            Array.Clear(_slots, 0, size);

        _lastSlot = size - 1;
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
    public bool IsInFirstPage(RowId id) => NumberOf(id) is var number && number > 0 && number <= _first.Count;

    // An id that is already in the table keeps its number, so ids of the first page take precedence.
    private bool TryPut(RowId id, uint number)
    {
        var slot = Find(id);
        if (_slots[slot] != 0)
            return false;

        _slots[slot] = ((ulong)id.Hash << 32) | number;
        return true;
    }

    private int NumberOf(RowId id) => (int)(uint)_slots[Find(id)];

    /// <summary>The slot of the id, or the empty slot in which it would be stored.</summary>
    private int Find(RowId id)
    {
        var slots = _slots;
        var slot = (int)id.Hash & _lastSlot;
        while (slots[slot] is var entry && entry > 0 && !(entry >> 32 == id.Hash && TextOf((int)(uint)entry) == id.Text))
            slot = (slot + 1) & _lastSlot;

        return slot;
    }

    private string TextOf(int number) =>
        (number <= _first.Count ? _first[number - 1] : _second[number - 1 - _first.Count]).Text;
}
