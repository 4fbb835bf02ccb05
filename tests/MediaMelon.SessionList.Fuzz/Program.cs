using System.Text;
using System.Text.Json;
using MediaMelon.SessionList;
using MediaMelon.SessionList.Decoding;
using SharpFuzz;

// Feeds what the fuzzer invents to the three readers of foreign text. Any exception but the documented ones is a find, and so is
// a page that the fast reader and the general one see differently. CONTRIBUTING.md tells how to run it.
var target = args is [var name, ..] ? name : "page";
Action<byte[]> read = target switch
{
    "page" => ReadPage,
    "query" => input => _ = SessionQuery.TryParse(Encoding.UTF8.GetString(input), out _),
    "checkpoint" => input => _ = SessionCheckpoint.TryParse(Encoding.UTF8.GetString(input), out _),
    _ => throw new ArgumentException($"There is no target '{target}': page, query or checkpoint."),
};

if (args is [_, var file])
    read(File.ReadAllBytes(file));
else
    Fuzzer.OutOfProcess.Run(stream => read(All(stream)));

static void ReadPage(byte[] input)
{
    using var decoder = new PageDecoder();
    var fast = Sessions(() => decoder.Finish(input));
    var general = Sessions(() => EnvelopeReader.Read(input.AsSpan().StartsWith("\uFEFF"u8) ? input.AsSpan(3) : input));
    if (fast != general)
        throw new InvalidOperationException($"The fast reader sees {fast} sessions, the general one {general}.");
}

static int? Sessions(Func<PageResponse> decode)
{
    try
    {
        return decode().Sessions.Count;
    }
    catch (JsonException)
    {
        return null;
    }
}

static byte[] All(Stream stream)
{
    using var bytes = new MemoryStream();
    stream.CopyTo(bytes);
    return bytes.ToArray();
}
