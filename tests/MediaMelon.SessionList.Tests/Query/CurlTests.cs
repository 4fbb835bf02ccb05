using System.Diagnostics;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Query;

/// <summary>Tests the curl command in a shell.</summary>
public sealed class CurlTests
{
    private static readonly SessionQuery Hostile = TestQueries
        .Query.Where(SessionDimensions.AssetName.Is("It's $HOME `id` $(id) \"x\" \\ ! * ; & \ud83d\ude00"))
        .WithParameter("x", "'; echo pwned; '");

    [Fact]
    public void ToCurl_passes_the_key_as_an_environment_variable()
    {
        var curl = TestQueries.Query.Select().ToCurl(new Uri("https://smartsight3.mediamelon.com"), 199493832);

        Assert.Equal(
            """
            curl --globoff \
              --url 'https://smartsight3.mediamelon.com/mm-apis/listsessions/199493832?period=start%3D1775749962%2Cend%3D1775836362&metrics=latency&aggby=sessionid' \
              --header "X-API-Key: $MEDIAMELON_API_KEY"
            """.ReplaceLineEndings("\n"),
            curl);
    }

    [Theory]
    [InlineData("https://smartsight3.mediamelon.com")]
    [InlineData("https://example.org/it's/$HOME/`id`")]
    public async Task ToCurl_with_special_characters_is_one_command(string address)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "bash is not installed.");
        var baseAddress = new Uri(address);

        var arguments = await ArgumentsOfCurlAsync(Hostile.ToCurl(baseAddress, 42));

        Assert.Equal(
            ["--globoff", "--url", Hostile.ToUri(baseAddress, 42).AbsoluteUri, "--header", "X-API-Key: the key's $value"],
            arguments);
    }

    private static async Task<string[]> ArgumentsOfCurlAsync(string command)
    {
        var start = new ProcessStartInfo("/bin/bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("curl() { printf '%s\\n' \"$@\"; }\n" + command);
        start.Environment["MEDIAMELON_API_KEY"] = "the key's $value";

        using var shell = Process.Start(start)!;
        var output = shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, shell.ExitCode);
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
