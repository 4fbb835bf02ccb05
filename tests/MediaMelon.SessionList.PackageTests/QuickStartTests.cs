using System.Text.Json;
using MediaMelon.SessionList.PackageTests.Support;

namespace MediaMelon.SessionList.PackageTests;

public sealed class QuickStartTests(PackedPackages packages)
{
    [Theory]
    [InlineData("net10.0")]
    [InlineData("net8.0")]
    public async Task The_quick_start_followed_to_the_letter_prints_what_the_page_shows(string framework)
    {
        var page = QuickStart.Read();
        using var newcomer = new Newcomer(packages.Folder);

        foreach (var command in page.Commands)
        {
            await newcomer.TypeAsync(command);
            if (command.StartsWith("cd ", StringComparison.Ordinal))
                Target(framework, newcomer.Project);
        }

        newcomer.Write("Program.cs", page.Program);

        Assert.Equal(page.Output, await newcomer.TypeAsync(page.Run));
        AssertLeadsToTheSchema(await newcomer.TypeAsync("dotnet msbuild -getItem:JsonSchemaSegment"));
    }

    [Fact]
    public async Task A_consumer_of_the_client_gets_at_most_18_packages()
    {
        using var consumer = new Newcomer(packages.Folder);
        foreach (var command in (string[])["dotnet new console -o app", "cd app", "dotnet add package MediaMelon.SessionList"])
            await consumer.TypeAsync(command);

        var list = JsonDocument.Parse(await consumer.TypeAsync("dotnet list package --include-transitive --format json"));
        var framework = list.RootElement.GetProperty("projects")[0].GetProperty("frameworks")[0];
        var dependencies = framework.GetProperty("transitivePackages").EnumerateArray().Select(package => package.GetProperty("id").GetString());

        Assert.Equal("net10.0", framework.GetProperty("framework").GetString());
        Assert.Equal(
            [
                "Microsoft.Extensions.Configuration",
                "Microsoft.Extensions.Configuration.Abstractions",
                "Microsoft.Extensions.Configuration.Binder",
                "Microsoft.Extensions.DependencyInjection",
                "Microsoft.Extensions.DependencyInjection.Abstractions",
                "Microsoft.Extensions.Diagnostics",
                "Microsoft.Extensions.Diagnostics.Abstractions",
                "Microsoft.Extensions.Http",
                "Microsoft.Extensions.Logging",
                "Microsoft.Extensions.Logging.Abstractions",
                "Microsoft.Extensions.Options",
                "Microsoft.Extensions.Options.ConfigurationExtensions",
                "Microsoft.Extensions.Primitives",
                "Polly.Core",
                "ReactiveUI.Disposables",
                "ReactiveUI.Primitives",
                "ReactiveUI.Primitives.Core",
                "Refit",
            ],
            dependencies.Order(StringComparer.Ordinal));
    }

    // Where editors look for what completes and checks appsettings files.
    private static void AssertLeadsToTheSchema(string items)
    {
        var item = Assert.Single(JsonDocument.Parse(items).RootElement.GetProperty("Items").GetProperty("JsonSchemaSegment").EnumerateArray());
        var schema = Path.Combine(Paths.Repository, "src/MediaMelon.SessionList/Package/ConfigurationSchema.json");

        Assert.Equal(File.ReadAllText(schema), File.ReadAllText(item.GetProperty("FullPath").GetString()!));
        Assert.Matches(item.GetProperty("FilePathPattern").GetString()!, "appsettings.Development.json");
    }

    // The SDK's template knows its own framework alone. A machine without a runtime for another runs the program on the next one.
    private static void Target(string framework, string project)
    {
        const string Template = "<TargetFramework>net10.0</TargetFramework>";
        var text = File.ReadAllText(project);

        Assert.Contains(Template, text, StringComparison.Ordinal);
        if (framework != "net10.0")
            File.WriteAllText(project, text.Replace(Template, $"<TargetFramework>{framework}</TargetFramework><RollForward>Major</RollForward>", StringComparison.Ordinal));
    }
}
