namespace MediaMelon.SessionList.Transport;

/// <summary>Reads how long the service asks to wait.</summary>
internal static class RetryAfter
{
    /// <summary>
    /// The wait, in seconds or until a date; null where there is none, it cannot be read, or it lies in the past.
    /// </summary>
    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider clock)
    {
        var header = response.Headers.RetryAfter;
        if (header?.Delta is { } delta)
            return delta;

        return header?.Date is { } date && date - clock.GetUtcNow() is { Ticks: > 0 } wait ? wait : null;
    }
}
