using System.CommandLine;
using SessionExplorer.Sources;

namespace SessionExplorer.CommandLine;

/// <summary>The data source of every command. The key has no option, as other users can see command lines.</summary>
internal static class SourceOptions
{
    private static readonly Option<bool> BuiltIn = new("--built-in")
    {
        Description = "Use the built-in data even if a key is set.",
        Recursive = true,
    };

    private static readonly Option<FileInfo?> Config = new Option<FileInfo?>("--config")
    {
        Description = "JSON file with a section MediaMelon: ApiKey, CustomerId, and any other option of the client.",
        HelpName = "FILE",
        Recursive = true,
    };

    private static readonly Option<Uri?> BaseUrl = new("--base-url")
    {
        Description = "Another address of the service.",
        HelpName = "URL",
        Recursive = true,
        CustomParser = result =>
            Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address)
                ? address
                : result.Refuse<Uri?>("--base-url must be an absolute address, such as https://smartsight3.mediamelon.com."),
    };

    public static void AddTo(Command root)
    {
        root.Add(BuiltIn);
        root.Add(Config);
        root.Add(BaseUrl);
    }

    public static SourceSettings Read(ParseResult parsed) =>
        SourceSettings.Load(parsed.GetValue(BuiltIn), parsed.GetValue(Config), parsed.GetValue(BaseUrl));
}
