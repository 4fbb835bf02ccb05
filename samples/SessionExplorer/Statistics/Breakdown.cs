namespace SessionExplorer.Statistics;

/// <summary>Collects a metric's values for each value of a dimension.</summary>
internal sealed class Breakdown
{
    private static readonly object NoValue = new();

    private readonly Dictionary<object, Group> _groups = [];

    public int Values => _groups.Count;

    public long Sessions { get; private set; }

    public void Add(object? value, double? measure)
    {
        var key = value ?? NoValue;
        if (!_groups.TryGetValue(key, out var group))
            _groups.Add(key, group = new Group(value));

        Sessions++;
        group.Sessions++;
        if (measure is { } number)
            group.Measures.Add(number);
    }

    /// <summary>The groups, those with most sessions first.</summary>
    public IEnumerable<Group> Largest(int count) =>
        _groups
            .Values.OrderByDescending(group => group.Sessions)
            .ThenBy(group => group.Value?.ToString(), StringComparer.Ordinal)
            .Take(count);

    public sealed class Group(object? value)
    {
        public object? Value { get; } = value;

        public long Sessions { get; set; }

        public List<double> Measures { get; } = [];

        /// <summary>Null if no session of the group has the metric.</summary>
        public double? Quantile(double share)
        {
            if (Measures.Count == 0)
                return null;

            Measures.Sort();
            return Quantiles.Compute(Measures, share);
        }
    }
}
