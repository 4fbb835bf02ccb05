namespace MediaMelon.SessionList.Testing.Synthetic;

/// <summary>A video. A live channel has no length.</summary>
internal sealed record Asset(string Name, int? Minutes)
{
    private static readonly string[] Channels =
        ["Kanal Nord 1", "Kanal Nord 2", "Harbour News 24", "Pitchside Live", "Velodrome TV", "Tern & Gull Sports"];

    private static readonly string[] Films =
    [
        "The Lampwright's Ledger", "Nine Bridges to Ostrava", "Quiet as Copper", "A Field Guide to Leaving",
        "Saltwater Arithmetic", "Última Parada: Miramar", "The Cartographer's Debt", "Winter at Kilometre Nine",
        "Paper Submarines", "Der Uhrmacher von Lund",
    ];

    private static readonly string[] Series = ["Platform Eleven-Forty", "Moorland Division", "Café Zeppelin", "Orbital Laundry"];

    /// <summary>Forty titles. For each type, popular titles are first.</summary>
    public static Weighted<Asset> All { get; } = new(
    [
        .. Channels.Select((name, index) => (new Asset(name, null), 70 - (index * 10))),
        .. Films.Select((name, index) => (new Asset(name, 84 + (index * 17 % 52)), 46 - (index * 4))),
        .. Series.SelectMany((name, index) => Enumerable.Range(1, 6)
            .Select(episode => (new Asset($"{name}, Episode {episode}", 24 + (index * 9)), 40 - (episode * 4) - (index * 3)))),
    ]);
}
