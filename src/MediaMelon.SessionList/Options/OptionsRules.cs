using MediaMelon.SessionList.Query;

namespace MediaMelon.SessionList.Options;

/// <summary>What the settings of a client must be.</summary>
internal static class OptionsRules
{
    private const int MaxRetries = 10;
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);

    /// <summary>What is wrong with the options, a sentence each that begins with the option's name. None holds the key.</summary>
    public static IEnumerable<string> Problems(SessionListClientOptions options)
    {
        foreach (var problem in options.BindingProblems)
            yield return problem;

        if (options.CustomerId <= 0)
            yield return FormattableString.Invariant(
                $"CustomerId must be the positive number of the customer; it is {options.CustomerId}.");

        if (options.ApiKeyProvider is null && ApiKeyRule.Problem(options.ApiKey) is { } keyProblem)
            yield return $"ApiKey {keyProblem} Set it to the key that MediaMelon gave you, or set ApiKeyProvider.";

        if (AddressProblem(options.BaseAddress) is { } addressProblem)
            yield return $"BaseAddress: {addressProblem}";

        if (TimeoutProblem(nameof(options.AttemptTimeout), options.AttemptTimeout) is { } attemptProblem)
            yield return attemptProblem;

        if (TimeoutProblem(nameof(options.TotalTimeout), options.TotalTimeout) is { } totalProblem)
            yield return totalProblem;

        if (options.MaxRetries is < 0 or > MaxRetries)
            yield return FormattableString.Invariant($"MaxRetries must be 0 to {MaxRetries}; it is {options.MaxRetries}.");

        if (options.MaxRetryAfter < TimeSpan.Zero || options.MaxRetryAfter > LongestTimeout)
            yield return FormattableString.Invariant(
                $"MaxRetryAfter must be 0 to a day, as hours:minutes:seconds; it is {options.MaxRetryAfter:c}.");

        if (options.MaxResponseBytes < 1 || options.MaxResponseBytes > Array.MaxLength)
            yield return FormattableString.Invariant(
                $"MaxResponseBytes must be 1 to {Array.MaxLength}; it is {options.MaxResponseBytes}.");

        foreach (var problem in options.Paging is { } paging ? PagingRules.Problems(paging) : ["Paging must not be null."])
            yield return problem;
    }

    private static string? TimeoutProblem(string name, TimeSpan timeout) => timeout < ShortestTimeout || timeout > LongestTimeout
        ? FormattableString.Invariant($"{name} must be 10 ms to a day, as hours:minutes:seconds; it is {timeout:c}.")
        : null;

    private static string? AddressProblem(Uri? address)
    {
        if (address is null)
            return "The address must not be null.";

        if (Endpoint.Problem(address) is { } problem)
            return problem;

        return address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback
            ? "The address must be https: over http the key would travel in clear. Only a loopback address may be http."
            : null;
    }
}
