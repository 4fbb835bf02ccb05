using System.Text.Json;

namespace MediaMelon.SessionList.Decoding;

/// <summary>Distinguishes incomplete JSON from text that is not JSON.</summary>
internal static class JsonEnd
{
    /// <summary>Whether the text is the beginning of a JSON value whose end is missing.</summary>
    public static bool IsMissing(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(EnvelopeReader.SkipByteOrderMark(text), isFinalBlock: false, state: default);
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                    return false;
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
