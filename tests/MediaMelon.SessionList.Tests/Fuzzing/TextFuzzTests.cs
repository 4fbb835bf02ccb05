using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Fuzzing;

/// <summary>Mutated queries and checkpoints parse, or throw as documented. PageDecoderTests has 100,000 cases of pages.</summary>
public sealed class TextFuzzTests
{
    private static readonly int Number = Cases.Count(50_000);

    private static readonly string[] Queries =
    [
        "period=start=1775749962,end=1775836362&metrics=latency,starttime,endtime,assetname,watchtime,sessionid,sourcetype&aggby=sessionid&orderby=latency&order=desc&limit=25",
        "https://smartsight3.mediamelon.com/mm-apis/listsessions/199493832?period=start%3D1%2Cend%3D2&metrics=latency&filter=%5Bplatform%3DAndroid%7CiOS%5D%5Bislive%3Dtrue%5D",
        "period=start=1,end=9&metrics=errors,latency&sessiontype=started&allstatus=1&qoefilter=errors>1 AND latency<=2.5&offset=7&businesserror=true",
    ];

    [Fact]
    public void SessionQuery_Parse_mutated_text_succeeds_or_throws_FormatException()
    {
        for (var seed = 0; seed < Number; seed++)
        {
            var text = Mutation.Apply(Queries[seed % Queries.Length], new Random(seed));
            var isParsed = SessionQuery.TryParse(text, out var query);
            if (!isParsed)
            {
                Assert.Throws<FormatException>(() => SessionQuery.Parse(text));
                continue;
            }

            Assert.True(SessionQuery.Parse(query!.ToString()) == query, $"seed {seed}: {text}");
        }
    }

    [Fact]
    public void Checkpoint_Parse_mutated_text_is_unchanged_or_throws_FormatException()
    {
        var query = SessionQuery.Parse(Queries[0]);
        var original = SessionCheckpoint.AtStart(query).ToString();
        for (var seed = 0; seed < Number; seed++)
        {
            var text = Mutation.Apply(original, new Random(seed));
            if (SessionCheckpoint.TryParse(text, out var checkpoint))
                Assert.True(checkpoint.ToString() == original, $"seed {seed}: {text}");
            else
                Assert.Throws<FormatException>(() => SessionCheckpoint.Parse(text));
        }
    }
}
