namespace SessionExplorer.RootCause;

/// <summary>The sessions that match all of the conditions.</summary>
internal sealed record Segment(IReadOnlyList<Condition> Conditions)
{
    /// <summary>The key, which is equal for the same conditions in any order.</summary>
    public string Key =>
        string.Join(';', Conditions.OrderBy(condition => condition.Dimension).Select(condition => condition.ToString()));

    public bool HasWindow => Conditions.Any(condition => condition.IsWindow);

    public static Segment Create(params Condition[] conditions) => new(conditions);

    public bool Has(int dimension) => Conditions.Any(condition => condition.Dimension == dimension);

    /// <summary>The indexes of the sessions inside the segment, or of those outside it.</summary>
    public int[] Rows(Frame frame, bool isInside)
    {
        var inside = new bool[frame.Count];
        Array.Fill(inside, true);
        foreach (var condition in Conditions)
            condition.Exclude(frame, inside);

        var rows = new int[inside.AsSpan().Count(isInside)];
        for (int index = 0, next = 0; index < inside.Length; index++)
        {
            if (inside[index] == isInside)
                rows[next++] = index;
        }

        return rows;
    }

    public Segment And(Condition condition) => new([.. Conditions, condition]);
}
