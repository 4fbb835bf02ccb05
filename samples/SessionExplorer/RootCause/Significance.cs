using MathNet.Numerics;

namespace SessionExplorer.RootCause;

/// <summary>Computes how significant the bad sessions of a segment are.</summary>
internal static class Significance
{
    /// <summary>Fisher's exact test, one-sided: the probability that a random part of this
    /// size has so many bad sessions.</summary>
    public static double Fisher(Counts part, Counts rest)
    {
        var all = part + rest;
        var most = Math.Min(part.Sessions, all.Bad);
        var least = Math.Max(0, part.Sessions - (all.Sessions - all.Bad));
        if (part.Bad <= least)
            return 1;

        // The sum of the tail's terms, each computed from the previous one. They decrease quickly beyond the mode.
        var mode = (int)((part.Sessions + 1.0) * (all.Bad + 1.0) / (all.Sessions + 2.0));
        if (part.Bad <= mode)
            return 1 - Math.Min(1, Below(part, all, least));

        return Math.Min(1, Sum(part.Bad, most, Term(part.Bad, part, all), bad => Next(bad, part, all)));
    }

    /// <summary>The log-likelihood ratio: how much better two rates describe the sessions than one rate.</summary>
    public static double LogLikelihoodRatio(Counts part, Counts rest)
    {
        var all = part + rest;
        return LogLikelihood(part) + LogLikelihood(rest) - LogLikelihood(all);
    }

    /// <summary>The largest p-value that is significant by Benjamini and Hochberg. 0 if none is.</summary>
    /// <param name="smallest">The p-values that may be significant. Other p-values may be omitted.</param>
    /// <param name="looks">The number of all tested hypotheses.</param>
    /// <param name="rate">The accepted rate of false discoveries.</param>
    public static double BenjaminiHochberg(IEnumerable<double> smallest, int looks, double rate)
    {
        var threshold = 0.0;
        var rank = 0;
        foreach (var p in smallest.Order())
        {
            rank++;
            if (p <= rate * rank / looks)
                threshold = p;
        }

        return threshold;
    }

    private static double LogLikelihood(Counts counts)
    {
        var (bad, good) = ((double)counts.Bad, (double)(counts.Sessions - counts.Bad));
        return Part(bad) + Part(good);

        double Part(double count) => count <= 0 ? 0 : count * Math.Log(count / counts.Sessions);
    }

    private static double Below(Counts part, Counts all, int least) =>
        Sum(part.Bad - 1, least, Term(part.Bad - 1, part, all), bad => 1 / Next(bad - 1, part, all));

    private static double Sum(int from, int to, double first, Func<int, double> factor)
    {
        var (sum, term, step) = (first, first, from <= to ? 1 : -1);
        for (var bad = from; bad != to && term > sum * 1e-17; bad += step)
            sum += term *= factor(bad);

        return sum;
    }

    private static double Term(int bad, Counts part, Counts all) =>
        Math.Exp(
            SpecialFunctions.BinomialLn(all.Bad, bad)
                + SpecialFunctions.BinomialLn(all.Sessions - all.Bad, part.Sessions - bad)
                - SpecialFunctions.BinomialLn(all.Sessions, part.Sessions));

    private static double Next(int bad, Counts part, Counts all) =>
        (double)(all.Bad - bad)
        * (part.Sessions - bad)
        / ((bad + 1.0) * (all.Sessions - all.Bad - part.Sessions + bad + 1.0));
}
