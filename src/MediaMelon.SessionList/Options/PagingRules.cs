namespace MediaMelon.SessionList.Options;

/// <summary>What paging options must be.</summary>
internal static class PagingRules
{
    private const int MaxRequests = 64;

    /// <summary>What is wrong with the options, a sentence each that begins with the option's name.</summary>
    public static IEnumerable<string> Problems(PagingOptions options)
    {
        if (options.PageSize < 1)
            yield return FormattableString.Invariant($"PageSize must be at least 1; it is {options.PageSize}.");

        if (options.MaxConcurrentRequests is < 1 or > MaxRequests)
            yield return FormattableString.Invariant(
                $"MaxConcurrentRequests must be 1 to {MaxRequests}; it is {options.MaxConcurrentRequests}.");

        if (options.SliceBy is { } slice && SessionPeriod.SliceProblem(slice) is not null)
            yield return FormattableString.Invariant($"SliceBy must be whole seconds, at least one; it is {slice:c}.");
    }
}
