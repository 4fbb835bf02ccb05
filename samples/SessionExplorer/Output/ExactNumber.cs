using System.Globalization;
using System.Numerics;

namespace SessionExplorer.Output;

/// <summary>A number with more digits than a long or a double holds, by its digits.</summary>
internal readonly record struct ExactNumber(string Digits)
{
    /// <summary>For people: whole numbers in groups of three digits.</summary>
    public string ToHumanText() =>
        BigInteger.TryParse(Digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole.ToString("N0", CultureInfo.InvariantCulture)
            : Digits;

    public override string ToString() => Digits;
}
