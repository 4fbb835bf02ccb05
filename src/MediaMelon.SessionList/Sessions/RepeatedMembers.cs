using System.Text.Json;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Sessions;

/// <summary>Handles rows with duplicate names: the last occurrence applies, like in System.Text.Json.</summary>
internal static class RepeatedMembers
{
    /// <summary>Finds the positions of names that occur again later in the row.</summary>
    /// <param name="reader">A copy of the reader at the opening brace of the row.</param>
    /// <param name="names">Compares names.</param>
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

    /// <summary>Skips the value of the name at the reader.</summary>
    public static void SkipValue(ref Utf8JsonReader reader)
    {
        RowReader.Next(ref reader);
        LenientJson.SkipChildren(ref reader);
    }
}
