using System.Text;
using System.Text.Json;
using MediaMelon.SessionList;
using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Values;
using SharpFuzz;

// Passes the input of the fuzzer to the three parsers of external text. An undocumented exception is a finding. A different result
// of the fast reader and the general reader is a finding, too. CONTRIBUTING.md describes how to run it.
var target = args is [var name, ..] ? name : "page";
Action<byte[]> read = target switch
{
    "page" => ReadPage,
    "query" => input => _ = SessionQuery.TryParse(Encoding.UTF8.GetString(input), out _),
    "checkpoint" => input => _ = SessionCheckpoint.TryParse(Encoding.UTF8.GetString(input), out _),
    _ => throw new ArgumentException($"The target '{target}' does not exist. Use page, query or checkpoint."),
};

if (args is [_, var file])
    read(File.ReadAllBytes(file));
else
    Fuzzer.OutOfProcess.Run(stream => read(All(stream)));

static void ReadPage(byte[] input)
{
    var fast = Sessions(() => new PageDecoder(new StringPool()).Decode(input));
    var general = Sessions(() => EnvelopeReader.Read(input.AsSpan().StartsWith("\uFEFF"u8) ? input.AsSpan(3) : input));
    if (fast != general)
        throw new InvalidOperationException($"The fast reader returns {fast} sessions, the general reader returns {general}.");
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
