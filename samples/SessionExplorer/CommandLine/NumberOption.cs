using System.CommandLine;
using System.Globalization;

namespace SessionExplorer.CommandLine;

/// <summary>Makes options that take a whole number within bounds.</summary>
internal static class NumberOption
{
    public static Option<int?> Create(string name, string description, int least, int most = int.MaxValue) =>
        new(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result =>
                int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= least
                && number <= most
                    ? number
                    : result.Refuse<int?>(
                        $"{name} is a whole number, {(most == int.MaxValue ? $"at least {least}" : $"{least} to {most}")}."),
        };
}
