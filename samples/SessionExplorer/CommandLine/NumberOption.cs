using System.CommandLine;
using System.Globalization;

namespace SessionExplorer.CommandLine;

/// <summary>Creates options for a whole number within bounds.</summary>
internal static class NumberOption
{
    private const NumberStyles Decimal = NumberStyles.AllowDecimalPoint;

    public static Option<int?> Create(string name, string description, int min, int max = int.MaxValue) =>
        new(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result =>
                int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= min
                && number <= max
                    ? number
                    : result.Refuse<int?>(
                        $"{name} must be a whole number, {(max == int.MaxValue ? $"at least {min}" : $"{min} to {max}")}."),
        };

    /// <summary>Creates an option for a number above 0, which may be a fraction.</summary>
    public static Option<double?> CreateRate(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result =>
                double.TryParse(result.Tokens[0].Value, Decimal, CultureInfo.InvariantCulture, out var number)
                && number > 0
                && double.IsFinite(number)
                    ? number
                    : result.Refuse<double?>($"{name} must be a number above 0, such as 5 or 0.5."),
        };
}
