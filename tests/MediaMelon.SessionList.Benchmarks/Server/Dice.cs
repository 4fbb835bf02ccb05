using System.Globalization;

namespace MediaMelon.SessionList.Benchmarks.Server;

/// <summary>Generates random numbers. The same row has the same numbers in every process and on every platform.</summary>
internal sealed class Dice(int seed)
{
    private ulong _state = ((ulong)(uint)seed + 1) * 0x9E3779B97F4A7C15;

    public int Next(int exclusiveMax) => (int)(Draw() % (ulong)exclusiveMax);

    public double Fraction() => (Draw() >> 11) / (double)(1UL << 53);

    public bool Chance(int percent) => Next(100) < percent;

    public string Of(params ReadOnlySpan<string> choices) => choices[Next(choices.Length)];

    /// <summary>Returns a random number. Small numbers are much more frequent than large numbers.</summary>
    public int Skewed(int exclusiveMax) => (int)(Math.Pow(Fraction(), 3) * exclusiveMax);

    public string Whole(long from, int range) => (from + Next(range)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns a number with 0 to 3 decimals, or null for the given percentage. One number of 100 has an exponent.</summary>
    public string Number(int exclusiveMax, int nulls)
    {
        if (Chance(nulls))
            return "null";

        var thousandths = Next(exclusiveMax * 1000);
        if (Chance(1))
            return string.Create(CultureInfo.InvariantCulture, $"{thousandths}e-3");

        return (Next(4) switch
        {
            0 => Math.Floor(thousandths / 1000m),
            1 => Math.Floor(thousandths / 100m) / 10,
            2 => Math.Floor(thousandths / 10m) / 100,
            _ => thousandths / 1000m,
        }).ToString(CultureInfo.InvariantCulture);
    }

    // SplitMix64.
    private ulong Draw()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
