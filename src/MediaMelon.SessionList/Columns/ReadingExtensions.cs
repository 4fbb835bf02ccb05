namespace MediaMelon.SessionList.Columns;

/// <summary>What several readers ask of a result.</summary>
internal static class ReadingExtensions
{
    public static bool HasValue(this Reading reading) => reading is Reading.Value or Reading.Mended;
}
