namespace MediaMelon.SessionList.Http;

/// <summary>
/// How long to wait before another attempt when the service does not tell: twice as long each time, with jitter.
/// </summary>
internal static class RetryDelay
{
    public static readonly TimeSpan Initial = TimeSpan.FromMilliseconds(500);
    public static readonly TimeSpan Max = TimeSpan.FromSeconds(30);

    /// <param name="retry">Which attempt after the first this is, from 0.</param>
    /// <param name="chance">From 0 to 1: many clients that failed together must not come back together.</param>
    public static TimeSpan Before(int retry, double chance)
    {
        var full = Math.Min(Initial.Ticks * Math.Pow(2, retry), Max.Ticks);
        return TimeSpan.FromTicks((long)(full * (0.5 + (0.5 * chance))));
    }
}
