namespace MediaMelon.SessionList.Testing.Synthetic;

// System.Random does not guarantee the same numbers in the next version of .NET. For the same reason, no code in this folder
// calls Math.Pow, Exp or Log: their last digit depends on the platform.
internal struct SplitMix64(ulong state)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = state;

    /// <summary>Mixes the bits of a number. Different numbers have different results.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    public ulong Next()
    {
        unchecked
        {
            _state += Step;
        }

        return Mix(_state);
    }

    /// <summary>Returns a number from 0 to <paramref name="bound"/> - 1.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>Returns a number that is at least 0 and below 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Between(double low, double high) => low + ((high - low) * Fraction());

    public bool Chance(double probability) => Fraction() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
