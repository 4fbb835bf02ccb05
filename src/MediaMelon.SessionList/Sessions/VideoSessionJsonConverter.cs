using System.Text.Json;
using System.Text.Json.Serialization;
using MediaMelon.SessionList.Sessions;

namespace MediaMelon.SessionList;

/// <summary>Reads and writes a <see cref="VideoSession"/> as a row of the service: with wire names and in wire units.</summary>
public sealed class VideoSessionJsonConverter : JsonConverter<VideoSession>
{
    /// <summary>Reads a row, leniently.</summary>
    /// <exception cref="JsonException">The row is not an object.</exception>
    public override VideoSession? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new RowReader().Read(ref reader);

    /// <summary>Writes the columns that have a value, then the additional fields.</summary>
    public override void Write(Utf8JsonWriter writer, VideoSession value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        RowWriter.Write(writer, value);
    }
}
