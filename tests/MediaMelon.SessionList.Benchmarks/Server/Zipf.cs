namespace MediaMelon.SessionList.Benchmarks.Server;

/// <summary>The Zipf distribution: the item with rank n is 1/n times as frequent as the first item.</summary>
internal sealed class Zipf
{
    private readonly double[] _upTo;

    private Zipf(int count)
    {
        _upTo = new double[count];
        var sum = 0.0;
        for (var rank = 0; rank < count; rank++)
            _upTo[rank] = sum += 1.0 / (rank + 1);
    }

    public static Zipf Of5000 { get; } = new(5000);

    public int Draw(Dice dice)
    {
        var place = Array.BinarySearch(_upTo, dice.Fraction() * _upTo[^1]);
        return Math.Min(place < 0 ? ~place : place, _upTo.Length - 1);
    }
}
