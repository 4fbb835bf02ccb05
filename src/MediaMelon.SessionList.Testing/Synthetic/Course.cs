namespace MediaMelon.SessionList.Testing.Synthetic;

/// <summary>The duration of a session in whole seconds, and whether it has ended.</summary>
internal readonly record struct Course(long Elapsed, long Watched, bool IsOver)
{
    private const double UnendedShare = 0.002;
    private const double StillRunningShare = 0.25;
    private const double PauseShare = 0.2;

    private static readonly Quantiles ShareOfFilm = new((0, 0.005), (0.3, 0.12), (0.5, 0.45), (0.7, 0.95), (1, 1));

    private static readonly Quantiles LiveMinutes = new((0, 0.2), (0.25, 4), (0.5, 18), (0.75, 52), (0.95, 160), (1, 300));

    public static Course Draw(ref SplitMix64 random, Asset asset, Experience experience, long secondsLeft)
    {
        var minutes = asset.Minutes is { } length
            ? length * ShareOfFilm.At(random.Fraction())
            : LiveMinutes.At(random.Fraction());
        if (experience.Rebuffering > 10)
            minutes *= random.Between(0.1, 0.6);

        var startup = (long)Math.Ceiling(experience.Startup);
        var watched = (long)(minutes * 60);
        var paused = random.Chance(PauseShare) ? (long)(watched * random.Between(0, 0.3)) : 0;
        var elapsed = startup + watched + paused;
        var over = !random.Chance(UnendedShare);

        // A session that would exceed the period either still runs at its end, or is shortened.
        if (elapsed >= secondsLeft)
        {
            over &= secondsLeft > 1 && !random.Chance(StillRunningShare);
            elapsed = over ? 1 + (long)((secondsLeft - 1) * random.Fraction()) : secondsLeft;
        }

        return new Course(elapsed, Math.Clamp(elapsed - startup, 0, watched), over);
    }
}
