namespace MediaMelon.SessionList.Http;

/// <summary>
/// The wait before a retry if the service does not specify one: exponential backoff with jitter.
/// </summary>
internal static class RetryDelay
{
    public static readonly TimeSpan Initial = TimeSpan.FromMilliseconds(500);
    public static readonly TimeSpan Max = TimeSpan.FromSeconds(30);

    /// <param name="retry">The number of the retry, from 0.</param>
    /// <param name="chance">A random number from 0 to 1, so that clients that failed together do not retry together.</param>
    public static TimeSpan Compute(int retry, double chance)
    {
        var full = Math.Min(Initial.Ticks * Math.Pow(2, retry), Max.Ticks);
        return TimeSpan.FromTicks((long)(full * (0.5 + (0.5 * chance))));
    }
}
