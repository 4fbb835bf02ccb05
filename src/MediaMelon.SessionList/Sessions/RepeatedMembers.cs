using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Sessions;

/// <summary>Rows in which a name occurs more than once: the last occurrence counts, as it does for System.Text.Json.</summary>
internal static class RepeatedMembers
{
    /// <summary>Where the names begin that occur again later in the row.</summary>
    /// <param name="reader">Is at the row's opening brace. By value: the row is read afterwards.</param>
    /// <param name="names">Which names are the same.</param>
    public static HashSet<long> Find(Utf8JsonReader reader, IEqualityComparer<string> names)
    {
        var last = new Dictionary<string, long>(names);
        var earlier = new HashSet<long>();
        while (RowReader.Next(ref reader) == JsonTokenType.PropertyName)
        {
            var name = LenientText.Read(ref reader);
            if (last.TryGetValue(name, out var before))
                earlier.Add(before);

            last[name] = reader.TokenStartIndex;
            SkipValue(ref reader);
        }

        return earlier;
    }

    /// <summary>Moves past the value of the name that the reader is at.</summary>
    public static void SkipValue(ref Utf8JsonReader reader)
    {
        RowReader.Next(ref reader);
        LenientJson.SkipChildren(ref reader);
    }
}
