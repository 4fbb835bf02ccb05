using System.Text.Json;
using System.Text.Json.Serialization;
using MediaMelon.SessionList;

namespace SessionExplorer.Export;

/// <summary>How far an export got: what the checkpoint file holds. No key and no filter value is in it.</summary>
/// <param name="Format">What the file holds.</param>
/// <param name="Started">When the export began: a resumed one goes on as of then.</param>
/// <param name="Columns">The names of the file's columns, in their order.</param>
/// <param name="Sessions">How many are written.</param>
/// <param name="Position">Up to where the file is good.</param>
/// <param name="Next">Where the listing goes on; null at its beginning.</param>
/// <param name="IsComplete">Whether everything is written, and only the file's name is not yet final.</param>
internal sealed record ExportState(
    ExportFormat Format,
    DateTimeOffset Started,
    string Columns,
    long Sessions,
    FilePosition Position,
    string? Next,
    bool IsComplete)
{
    [JsonIgnore]
    public SessionCheckpoint? ResumeFrom => Next is null ? null : SessionCheckpoint.Parse(Next);

    public static ExportState Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), ExportJson.Default.ExportState)
                ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new IOException($"'{path}' is no checkpoint of an export; start anew with --overwrite.");
        }
    }

    /// <summary>Replaces the file at once, so that there is a whole checkpoint at any moment.</summary>
    public void Save(string path)
    {
        var temporary = path + ".new";
        File.WriteAllText(temporary, JsonSerializer.Serialize(this, ExportJson.Default.ExportState));
        File.Move(temporary, path, overwrite: true);
    }
}

[JsonSerializable(typeof(ExportState))]
[JsonSourceGenerationOptions(WriteIndented = true, UseStringEnumConverter = true)]
internal sealed partial class ExportJson : JsonSerializerContext;
