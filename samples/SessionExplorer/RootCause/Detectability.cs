using MathNet.Numerics.Distributions;

namespace SessionExplorer.RootCause;

/// <summary>Computes how large an effect must be to be found.</summary>
internal static class Detectability
{
    private const double ShareOfSessions = 0.1;
    private const double Power = 0.95;

    /// <returns>A share of the bad sessions. Null if no share is large enough.</returns>
    public static double? Compute(Counts all, int looks, SearchSettings settings)
    {
        if (all.Bad == 0 || all.Sessions < 2)
            return null;

        var good = (double)(all.Sessions - all.Bad) / (all.Sessions - 1);
        var deviation = Math.Sqrt(all.Bad * ShareOfSessions * (1 - ShareOfSessions) * good);
        var level = settings.FalseDiscoveryRate / Math.Max(1, looks);
        var distance = Normal.InvCDF(0, 1, 1 - level) + Normal.InvCDF(0, 1, Power);
        var share = distance * deviation / (1 - ShareOfSessions) / all.Bad;
        return share < 1 ? Math.Max(share, settings.MinExplained) : null;
    }
}
