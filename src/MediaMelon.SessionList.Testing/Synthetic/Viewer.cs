namespace MediaMelon.SessionList.Testing.Synthetic;

/// <summary>A viewer. The same subscriber always has the same country and the same two devices.</summary>
internal readonly record struct Viewer(string? SubscriberId, Market Market, Platform Platform)
{
    private const int FirstNumber = 10_000;
    private const int MaxSubscribers = 90_000;
    private const int SessionsPerSubscriber = 3;
    private const int Levels = 5;
    private const double AnonymousShare = 0.06;
    private const double SecondDeviceShare = 0.3;

    // A prime that does not divide MaxSubscribers, so that different ranks have different numbers. user-12345, the vendor's
    // example, is one of the most active subscribers.
    private const int Stride = 7919;
    private const int VendorsNumber = 12_345;

    public static Viewer Pick(ref SplitMix64 random, int sessions, ulong seed)
    {
        if (random.Chance(AnonymousShare))
            return Create(null, ref random, ref random);

        // Each level halves the group of subscribers. So a few subscribers are frequent, and most are rare.
        var subscribers = Math.Clamp(sessions / SessionsPerSubscriber, 1, MaxSubscribers);
        var rank = random.Below(Math.Max(1, subscribers >> random.Below(Levels)));
        var number = FirstNumber + (int)((VendorsNumber - FirstNumber + ((long)rank * Stride)) % MaxSubscribers);
        var habits = new SplitMix64(SplitMix64.Mix(seed ^ (ulong)number));
        return Create($"user-{number}", ref habits, ref random);
    }

    private static Viewer Create(string? subscriberId, ref SplitMix64 habits, ref SplitMix64 random)
    {
        var market = Market.All.Pick(ref habits);
        var usual = Platform.All.Pick(ref habits);
        var other = Platform.All.Pick(ref habits);
        return new Viewer(subscriberId, market, random.Chance(SecondDeviceShare) ? other : usual);
    }
}
