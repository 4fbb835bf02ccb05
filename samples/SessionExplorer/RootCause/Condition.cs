namespace SessionExplorer.RootCause;

/// <summary>A value of a dimension, or a window of time bins from <c>Value</c> up to, not including, <c>Until</c>.</summary>
internal readonly record struct Condition(int Dimension, int Value, int Until = 0)
{
    private const int Time = -1;

    public bool IsWindow => Dimension == Time;

    public static Condition Window(int from, int until) => new(Time, from, until);

    /// <summary>Marks the sessions that do not match the condition.</summary>
    public void Exclude(Frame frame, bool[] inside)
    {
        if (IsWindow)
        {
            var times = frame.Times;
            for (var index = 0; index < inside.Length; index++)
                inside[index] &= times[index] >= Value && times[index] < Until;
            return;
        }

        var column = frame.Columns[Dimension];
        for (var index = 0; index < inside.Length; index++)
            inside[index] &= column[index] == Value;
    }
}
