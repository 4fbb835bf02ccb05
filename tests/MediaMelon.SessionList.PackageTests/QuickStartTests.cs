using System.Text.Json;
using MediaMelon.SessionList.PackageTests.Support;

namespace MediaMelon.SessionList.PackageTests;

public sealed class QuickStartTests(PackedPackages packages)
{
    [Theory]
    [InlineData("net10.0")]
    [InlineData("net8.0")]
    public async Task QuickStart_commands_print_the_documented_output(string framework)
    {
        var page = QuickStart.Read();
        using var workspace = new ConsumerWorkspace(packages.Folder);

        foreach (var command in page.Commands)
        {
            await workspace.RunCommandAsync(command);
            if (command.StartsWith("cd ", StringComparison.Ordinal))
                Target(framework, workspace.Project);
        }

        workspace.Write("Program.cs", page.Program);

        Assert.Equal(page.Output, await workspace.RunCommandAsync(page.Run));
        AssertSchemaIsRegistered(await workspace.RunCommandAsync("dotnet msbuild -getItem:JsonSchemaSegment"));
    }

    [Fact]
    public async Task Client_package_adds_only_the_expected_transitive_packages()
    {
        using var consumer = new ConsumerWorkspace(packages.Folder);
        foreach (var command in (string[])["dotnet new console -o app", "cd app", "dotnet add package MediaMelon.SessionList"])
            await consumer.RunCommandAsync(command);

        var list = JsonDocument.Parse(await consumer.RunCommandAsync("dotnet list package --include-transitive --format json"));
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

    // Editors read the item to complete and validate appsettings files.
    private static void AssertSchemaIsRegistered(string items)
    {
        var item = Assert.Single(JsonDocument.Parse(items).RootElement.GetProperty("Items").GetProperty("JsonSchemaSegment").EnumerateArray());
        var schema = Path.Combine(Paths.Repository, "src/MediaMelon.SessionList/Package/ConfigurationSchema.json");

        Assert.Equal(File.ReadAllText(schema), File.ReadAllText(item.GetProperty("FullPath").GetString()!));
        Assert.Matches(item.GetProperty("FilePathPattern").GetString()!, "appsettings.Development.json");
    }

    // The SDK template has only its own framework. A machine without the runtime of another framework uses the next runtime.
    private static void Target(string framework, string project)
    {
        const string Template = "<TargetFramework>net10.0</TargetFramework>";
        var text = File.ReadAllText(project);

        Assert.Contains(Template, text, StringComparison.Ordinal);
        if (framework != "net10.0")
            File.WriteAllText(project, text.Replace(Template, $"<TargetFramework>{framework}</TargetFramework><RollForward>Major</RollForward>", StringComparison.Ordinal));
    }
}
