namespace MediaMelon.SessionList.Testing.Synthetic;

internal sealed class Weighted<T>
{
    private readonly (T Item, int UpTo)[] _items;
    private readonly int _total;

    public Weighted(params (T Item, int Weight)[] items)
    {
        _items = new (T, int)[items.Length];
        for (var index = 0; index < items.Length; index++)
        {
            _total += items[index].Weight;
            _items[index] = (items[index].Item, _total);
        }
    }

    public T Pick(ref SplitMix64 random)
    {
        var number = random.Below(_total);
        var index = 0;
        while (_items[index].UpTo <= number)
            index++;

        return _items[index].Item;
    }
}
