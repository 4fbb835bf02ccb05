namespace MediaMelon.SessionList.Testing.Synthetic;

/// <summary>A country with its network load (1 is average, higher is worse) and its CDNs.</summary>
internal sealed record Market(string Country, double Network, Weighted<Cdn> Cdns)
{
    public static Weighted<Market> All { get; } = new(
        (new("US", 0.9, Cdn.Shares(40, 30, 20, 10)), 26),
        (new("Canada", 0.9, Cdn.Shares(45, 25, 20, 10)), 7),
        (new("Mexico", 1.2, Cdn.Shares(30, 30, 20, 20)), 6),
        (new("Brazil", 1.15, Cdn.Shares(25, 45, 10, 20)), 12),
        (new("United Kingdom", 0.85, Cdn.Shares(35, 15, 40, 10)), 9),
        (new("Germany", 0.9, Cdn.Shares(30, 15, 45, 10)), 9),
        (new("France", 0.9, Cdn.Shares(30, 20, 40, 10)), 7),
        (new("Spain", 0.95, Cdn.Shares(30, 25, 35, 10)), 5),
        (new("India", 1.4, Cdn.Shares(20, 20, 10, 50)), 9),
        (new("Japan", 0.7, Cdn.Shares(45, 10, 10, 35)), 5),
        (new("Australia", 1.05, Cdn.Shares(45, 20, 10, 25)), 3),
        (new("South Africa", 1.5, Cdn.Shares(20, 20, 40, 20)), 2));
}
