using System.CommandLine;

namespace SessionExplorer.CommandLine;

/// <summary>Creates options with a fixed set of values. Other text, such as a number, is rejected.</summary>
internal static class EnumOption
{
    public static Option<T?> Create<T>(string name, string description, params string[] aliases)
        where T : struct, Enum
    {
        var option = new Option<T?>(name, aliases)
        {
            Description = description,
            HelpName = "FORMAT",
            CustomParser = result => Find<T>(result.Tokens[0].Value) ?? result.Refuse<T?>($"{name} must be {Sentence<T>()}."),
        };
        option.CompletionSources.Clear(); // those of the type have capital letters
        option.CompletionSources.Add(Names<T>());
        return option;
    }

    private static T? Find<T>(string name)
        where T : struct, Enum =>
        Enum.GetValues<T>()
            .Cast<T?>()
            .FirstOrDefault(value => string.Equals(value.ToString(), name, StringComparison.OrdinalIgnoreCase));

    private static string[] Names<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];

    private static string Sentence<T>()
        where T : struct, Enum
    {
        var names = Names<T>();
        return $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";
    }
}
