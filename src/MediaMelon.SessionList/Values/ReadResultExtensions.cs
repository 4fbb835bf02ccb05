namespace MediaMelon.SessionList.Values;

internal static class ReadResultExtensions
{
    public static bool HasValue(this ReadResult reading) => reading is ReadResult.Value or ReadResult.Repaired;
}
