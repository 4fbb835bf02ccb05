using System.Globalization;
using System.Numerics;

namespace SessionExplorer.Output;

/// <summary>A number with more digits than a long or a double can store, as digits.</summary>
internal readonly record struct ExactNumber(string Digits)
{
    /// <summary>Formats the number for people: whole numbers have groups of three digits.</summary>
    public string ToHumanText() =>
        BigInteger.TryParse(Digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole.ToString("N0", CultureInfo.InvariantCulture)
            : Digits;

    public override string ToString() => Digits;
}
