using System.Text.Json;

namespace MediaMelon.SessionList.Query;

/// <summary>Reads and writes values that are strings in JSON.</summary>
internal static class JsonText
{
    /// <exception cref="JsonException">The value is not a string, or the text cannot be parsed.</exception>
    public static T Read<T>(ref Utf8JsonReader reader)
        where T : class, IParsable<T>
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            throw new JsonException($"A {typeof(T).Name} must be a string in JSON. This value is {reader.TokenType}.");

        try
        {
            return T.Parse(reader.GetString()!, provider: null);
        }
        catch (Exception failure) when (failure is FormatException or InvalidOperationException)
        {
            // InvalidOperationException: GetString() rejects text that is not valid UTF-8 or UTF-16.
            throw new JsonException($"The text is not a {typeof(T).Name}. {failure.Message}", failure);
        }
    }

    public static void Write<T>(Utf8JsonWriter writer, T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.ToString());
    }

    public static void WriteName<T>(Utf8JsonWriter writer, T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WritePropertyName(value.ToString()!);
    }
}
