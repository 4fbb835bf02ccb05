using System.Reflection;
using System.Text.Json;
using MediaMelon.SessionList;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SessionExplorer.Tests.Support;

namespace SessionExplorer.Tests;

public class ExplainTests
{
    private const string From = "2026-04-09T06:00Z";
    private const string Query = "period=start=1775749962,end=1775836362&metrics=";

    public static TheoryData<string[]> Queries => new(
    [
        ["--from", From],
        [
            "--from", From, "--where", "country=US|Canada", "--where", "islive=true", "--having", "latency>1500ms",
            "--having", "fatalerrors=1",
        ],
        [
            "--from", From, "--where", "status=dropped", "--order-by", "score", "--take", "7", "--skip", "3", "--started",
            "--all-statuses",
        ],
        ["--from", From, "--columns", "seconds:adtime,minutes:adwait,count:ads,number:bitrate,text:city,flag:mobile,time:joined"],
        [
            "--from", From, "--where", "text:city=Saint \"Louis\" \\ 1", "--having", "minutes:adwait>=3",
            "--having", "playtime<90s",
        ],
        [Query + "latency"],
        [
            Query
                + "latency,starttime,endtime,assetname,watchtime,sessionid,sourcetype,country"
                + "&orderby=country&order=asc&also=this",
        ],
        [Query + "latency&filter=strange&qoefilter=latency>1 OR errors>2"],
        [Query + "avgbitrate,islive&filter=[islive=maybe][city=Ulm]&qoefilter=avgbitrate>5"],
    ]);

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Explain_prints_csharp_that_compiles_to_same_query(string[] arguments)
    {
        var run = await new Explorer().RunAsync(["explain", .. arguments, "--output", "ndjson"]);
        var explanation = JsonDocument.Parse(run.Good().Output).RootElement;

        var query = Build(explanation.GetProperty("csharp").GetString()!);

        var url = query.ToUri(new Uri("https://smartsight3.mediamelon.com"), 199493832);
        Assert.Equal(explanation.GetProperty("url").GetString(), url.AbsoluteUri);
    }

    private static SessionQuery Build(string code)
    {
        var method = $"public static SessionQuery Build() {{ {code}\nreturn query; }}";
        var source = $"using System; using MediaMelon.SessionList; public static class Snippet {{ {method} }}";
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Snippet",
            [CSharpSyntaxTree.ParseText(source)],
            trusted.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Prepend((object)code)));
        return (SessionQuery)Assembly.Load(image.ToArray()).GetType("Snippet")!.GetMethod("Build")!.Invoke(null, null)!;
    }
}
