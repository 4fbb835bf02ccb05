namespace RootCause.Tests;

/// <summary>Tests that planted incidents are found. ROOT_CAUSE_SEEDS=100 measures the rates and writes the table of
/// docs/root-cause.md.</summary>
public class IncidentTests(Measurements measurements) : IClassFixture<Measurements>
{
    public static TheoryData<string> Names => [.. Incident.All.Select(incident => incident.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Search_finds_planted_incident_at_documented_rate(string name)
    {
        var incident = Incident.All.Single(known => known.Name == name);
        var seeds = Measurements.Seeds;
        var found = Enumerable.Range(Measurements.FirstSeed, seeds).Count(incident.IsFound);
        measurements.Add(name, found);

        if (incident.MustBeFound)
            Assert.True(found >= 0.95 * seeds, $"{name}: found in {found} of {seeds} data sets.");
        else
            Assert.True(found <= 0.05 * seeds, $"{name}: something was found in {found} of {seeds} data sets.");
    }
}
