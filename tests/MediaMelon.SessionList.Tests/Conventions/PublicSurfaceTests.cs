using MediaMelon.SessionList.Testing;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Conventions;

public sealed class PublicSurfaceTests
{
    private const string Snapshot = "tests/MediaMelon.SessionList.Tests/Conventions/PublicSurface.txt";

    /// <summary>Fails if the public surface differs from the snapshot. UPDATE_SNAPSHOTS=1 writes the snapshot again.</summary>
    [Fact]
    public void Public_surface_matches_the_snapshot()
    {
        var surface = PublicSurface.Describe(
            typeof(SessionQuery).Assembly, typeof(SessionListEmulator).Assembly, typeof(SessionListEmulatorEndpointExtensions).Assembly);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(Path.Combine(Repository.Root, Snapshot), surface);

        Assert.Equal(Repository.Read(Snapshot), surface);
    }
}
