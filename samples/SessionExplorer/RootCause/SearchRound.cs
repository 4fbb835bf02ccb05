namespace SessionExplorer.RootCause;

/// <summary>Finds the segment of a frame that best separates bad sessions from good ones.</summary>
/// <remarks>Correlated values have almost the same bad sessions. The likelihood ratio shows which of them describes these
/// best: the operating system rather than the device type, or the pair rather than one of its parts.</remarks>
internal sealed class SearchRound
{
    // The maximum number of candidates for the detailed examination.
    private const int MaxCandidates = 16;

    private readonly Frame _frame;
    private readonly double _minExcess;
    private readonly double _rate;
    private readonly List<Candidate> _candidates = [];
    private readonly int[] _looks = new int[Enum.GetValues<SegmentFamily>().Length];

    public SearchRound(Frame frame, int allBad, SearchSettings settings)
    {
        _frame = frame;
        _minExcess = Math.Max(allBad * settings.MinExplained, 1);
        _rate = settings.FalseDiscoveryRate;
    }

    /// <summary>The number of examined segments.</summary>
    public int Looks => _looks.Sum();

    public Candidate? Run()
    {
        if (_frame.All.Bad == 0 || _frame.All.Bad == _frame.All.Sessions)
            return null;

        var counts = SegmentCounts.Create(_frame);
        // A segment cannot explain more than its own sessions, so smaller segments are skipped.
        var minSessions = (int)Math.Ceiling(_minExcess);
        foreach (var (value, inside) in counts.Values(minSessions))
            Look(SegmentFamily.Value, Segment.Create(value), inside, _frame.All - inside);
        foreach (var (window, inside) in counts.Windows(minSessions))
            Look(SegmentFamily.Window, Segment.Create(window), inside, _frame.All - inside);
        // A pair is examined only if its rate is higher than that of the rest of each part.
        foreach (var (one, other, inside) in counts.Pairs(minSessions))
            Look(
                SegmentFamily.Pair,
                Segment.Create(one, other),
                inside,
                counts[Segment.Create(one)] - inside,
                counts[Segment.Create(other)] - inside);

        var best = Significant().OrderByDescending(candidate => candidate.LogLikelihoodRatio).Take(MaxCandidates);
        return new Narrowing(_frame, _minExcess).Run([.. best]);
    }

    private void Look(SegmentFamily family, Segment segment, Counts inside, params ReadOnlySpan<Counts> others)
    {
        _looks[(int)family]++;
        var rest = _frame.All - inside;
        if (inside.Bad - (inside.Sessions * rest.Rate) < _minExcess)
            return;

        var p = 0.0;
        foreach (var other in others)
            p = Math.Max(p, Significance.Fisher(inside, other));

        _candidates.Add(new(segment, inside, rest, family, p));
    }

    private List<Candidate> Significant()
    {
        var threshold = Significance.BenjaminiHochberg(_candidates.Select(Weighted), Looks, _rate);
        return [.. _candidates.Where(candidate => Weighted(candidate) <= threshold)];

        // Benjamini and Hochberg with weights whose mean is 1 (Genovese, Roeder and Wasserman, 2006).
        double Weighted(Candidate candidate) => candidate.P * _looks.Length * _looks[(int)candidate.Family] / Looks;
    }
}
