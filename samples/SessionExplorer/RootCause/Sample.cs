namespace SessionExplorer.RootCause;

/// <summary>The examined sessions in compact columns: about 50 bytes per session with ten dimensions.</summary>
/// <remarks>If the sessions exceed the capacity, a random sample of that size represents them (reservoir sampling), so that
/// memory is bounded. The sample is the same for the same sessions.</remarks>
internal sealed class Sample
{
    public const int DefaultCapacity = 2_000_000;

    /// <summary>The dimension that is computed from the time.</summary>
    public const string HourName = "hour";

    private readonly int _capacity;
    private readonly int _hour;
    private readonly List<ushort>[] _codes;
    private readonly List<double> _measures = [];
    private readonly List<long> _times = [];
    private readonly SessionIds _ids = new();

    // The seed is fixed: the same listing yields the same findings.
#pragma warning disable CA5394 // A sample needs no cryptographic random numbers.
    private readonly Random _random = new(1);
#pragma warning restore CA5394

    public Sample(IEnumerable<DimensionValues> dimensions, int capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        Dimensions = [.. dimensions];
        _capacity = capacity;
        _hour = Array.FindIndex(Dimensions, dimension => dimension.Name == HourName && dimension.Column is null);
        _codes = [.. Dimensions.Select(_ => new List<ushort>())];
    }

    public DimensionValues[] Dimensions { get; }

    public bool HasTime => _hour >= 0;

    /// <summary>Sessions that have a value of the metric.</summary>
    public long Seen { get; private set; }

    /// <summary>Sessions that have no value of the metric. They are not examined.</summary>
    public long Unmeasured { get; private set; }

    /// <summary>The sessions that are kept. Fewer than <see cref="Seen"/> if a sample was taken.</summary>
    public int Count => _measures.Count;

    public IReadOnlyList<double> Measures => _measures;

    /// <summary>The start times in epoch seconds. Negative for a session without a start time.</summary>
    public IReadOnlyList<long> Times => _times;

    public List<ushort> Codes(int dimension) => _codes[dimension];

    public string? Id(int row) => _ids[row];

    /// <param name="values">The values of the dimensions except the hour, in order.</param>
    /// <param name="time">When the session started.</param>
    /// <param name="id">The session id.</param>
    /// <param name="measure">The value of the metric.</param>
    public void Add(ReadOnlySpan<string?> values, DateTimeOffset? time, string? id, double? measure)
    {
        if (measure is not { } number)
        {
            Unmeasured++;
            return;
        }

        Seen++;
        var row = Count < _capacity ? Count : Draw();
        if (row >= _capacity)
            return;

        var next = 0;
        for (var index = 0; index < Dimensions.Length; index++)
        {
            var text = index == _hour ? time?.UtcDateTime.ToString("HH", null) : values[next++];
            Put(_codes[index], row, Dimensions[index].Encode(text));
        }

        Put(_times, row, time?.ToUnixTimeSeconds() ?? -1);
        Put(_measures, row, number);
        _ids.Put(row, id);
    }

#pragma warning disable CA5394 // A sample needs no cryptographic random numbers.
    private int Draw() => (int)Math.Min(_random.NextInt64(Seen), int.MaxValue);
#pragma warning restore CA5394

    private static void Put<T>(List<T> list, int row, T value)
    {
        if (row == list.Count)
            list.Add(value);
        else
            list[row] = value;
    }
}
