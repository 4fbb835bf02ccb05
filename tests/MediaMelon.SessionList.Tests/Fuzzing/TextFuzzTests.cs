using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Fuzzing;

/// <summary>Damaged queries and checkpoints are read, or refused in the documented way; 100,000 more cases are pages (PageDecoderTests).</summary>
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
    public void A_damaged_query_is_read_or_refused()
    {
        for (var seed = 0; seed < Number; seed++)
        {
            var text = Mutation.Apply(Queries[seed % Queries.Length], new Random(seed));
            var isRead = SessionQuery.TryParse(text, out var query);
            if (!isRead)
            {
                Assert.Throws<FormatException>(() => SessionQuery.Parse(text));
                continue;
            }

            Assert.True(SessionQuery.Parse(query!.ToString()) == query, $"seed {seed}: {text}");
        }
    }

    [Fact]
    public void A_damaged_checkpoint_is_refused()
    {
        var query = SessionQuery.Parse(Queries[0]);
        var whole = SessionCheckpoint.AtStart(query).ToString();
        for (var seed = 0; seed < Number; seed++)
        {
            var text = Mutation.Apply(whole, new Random(seed));
            if (SessionCheckpoint.TryParse(text, out var checkpoint))
                Assert.True(checkpoint.ToString() == whole, $"seed {seed}: {text}");
            else
                Assert.Throws<FormatException>(() => SessionCheckpoint.Parse(text));
        }
    }
}
