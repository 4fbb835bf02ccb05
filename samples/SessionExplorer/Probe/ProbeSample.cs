namespace SessionExplorer.Probe;

/// <summary>The rows of the first request, with which the other checks compare.</summary>
internal sealed class ProbeSample
{
    private readonly Dictionary<string, ProbeRow> _byId = new(StringComparer.Ordinal);

    public ProbeSample(IReadOnlyList<ProbeRow> rows)
    {
        Rows = rows;
        foreach (var row in rows)
        {
            if (row.Id is { } id)
                _byId[id] = row;
        }
    }

    public static ProbeSample Empty { get; } = new([]);

    public IReadOnlyList<ProbeRow> Rows { get; }

    /// <summary>The pages of the same listing from which the counters are read. The sample is the first.</summary>
    public List<ProbePage> Pages { get; } = [];

    /// <summary>The number of all rows of the period, if it is known.</summary>
    public int? Total { get; set; }

    public ProbeRow? Find(ProbeRow row) => row.Id is { } id ? _byId.GetValueOrDefault(id) : null;

    /// <summary>The sample's rows that another response contains. Rows outside the sample are omitted.</summary>
    public List<ProbeRow> Known(ProbeResponse response) => [.. response.Rows.Select(Find).OfType<ProbeRow>()];

    public IEnumerable<string> Texts(string column) => Rows.Select(row => row.Text(column)).OfType<string>();

    /// <summary>A value that divides the sample: some rows are above it, some are not.</summary>
    public double? Middle(string column)
    {
        var values = Rows.Select(row => row.Number(column)).OfType<double>().Distinct().Order().ToList();
        return values.Count < 4 ? null : Math.Round((values[(values.Count / 2) - 1] + values[values.Count / 2]) / 2, 4);
    }
}
