namespace MediaMelon.SessionList.Testing.Synthetic;

/// <summary>Distributes sessions over a period. More sessions start in the evening (UTC) than in the early morning.</summary>
internal sealed class DayCurve
{
    private const long SecondsPerHour = 3600;
    private const long SecondsPerDay = 24 * SecondsPerHour;

    // The relative number of sessions per second in each hour.
    private static readonly int[] Hours =
        [28, 18, 12, 9, 8, 10, 16, 24, 30, 33, 36, 40, 44, 45, 46, 50, 56, 64, 78, 92, 100, 96, 76, 48];

    private static readonly long WeightPerDay = Hours.Sum(weight => weight * SecondsPerHour);

    private readonly long _from;
    private readonly long _weight;

    public DayCurve(SessionPeriod period)
    {
        _from = WeightBefore(period.Start.ToUnixTimeSeconds());
        _weight = WeightBefore(period.End.ToUnixTimeSeconds()) - _from;
    }

    /// <summary>Returns the second before which this share of the sessions starts. The share is at least 0 and below 1.</summary>
    public long SecondAt(double share)
    {
        var weight = _from + Math.Min((long)(share * _weight), _weight - 1);
        var second = weight / WeightPerDay * SecondsPerDay;
        weight %= WeightPerDay;

        var hour = 0;
        for (; weight >= Hours[hour] * SecondsPerHour; hour++)
            weight -= Hours[hour] * SecondsPerHour;

        return second + (hour * SecondsPerHour) + (weight / Hours[hour]);
    }

    private static long WeightBefore(long second)
    {
        var weight = second / SecondsPerDay * WeightPerDay;
        var rest = second % SecondsPerDay;
        for (var hour = 0; hour < rest / SecondsPerHour; hour++)
            weight += Hours[hour] * SecondsPerHour;

        return weight + (rest % SecondsPerHour * Hours[rest / SecondsPerHour]);
    }
}
