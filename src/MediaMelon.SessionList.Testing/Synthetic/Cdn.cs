namespace MediaMelon.SessionList.Testing.Synthetic;

/// <summary>A fictional content delivery network. The average load is 1.</summary>
internal sealed record Cdn(string Name, double Load)
{
    public static Cdn Aurora { get; } = new("Aurora", 0.85);

    public static Cdn Borealis { get; } = new("Borealis", 1.0);

    public static Cdn Cumulo { get; } = new("Cumulo", 0.95);

    public static Cdn Delta { get; } = new("Delta", 1.3);

    public static Weighted<Cdn> Shares(int aurora, int borealis, int cumulo, int delta) =>
        new((Aurora, aurora), (Borealis, borealis), (Cumulo, cumulo), (Delta, delta));
}
