namespace MediaMelon.SessionList.Values;

/// <summary>What several readers ask of a result.</summary>
internal static class ReadResultExtensions
{
    public static bool HasValue(this ReadResult reading) => reading is ReadResult.Value or ReadResult.Mended;
}
