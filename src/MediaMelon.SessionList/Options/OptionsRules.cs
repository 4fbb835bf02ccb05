using MediaMelon.SessionList.Query;

namespace MediaMelon.SessionList.Options;

/// <summary>What the settings of a client must be.</summary>
internal static class OptionsRules
{
    private const int MaxRetries = 10;
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);

    /// <summary>
    /// What is wrong with the options, a sentence each that begins with the option's name. None contains a credential.
    /// </summary>
    public static IEnumerable<string> Problems(SessionListClientOptions options)
    {
        foreach (var problem in options.BindingProblems)
            yield return problem;

        foreach (var problem in IdentityProblems(options))
            yield return problem;

        if (AddressProblem(options.BaseAddress) is { } addressProblem)
            yield return $"BaseAddress: {addressProblem}";

        foreach (var problem in TimeoutProblems(options))
            yield return problem;

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

    // An empty section is the cause of what is missing: then the section is reported, and not each option.
    private static IEnumerable<string> IdentityProblems(SessionListClientOptions options)
    {
        var isReported = options.BindingProblems.Exists(
            problem => problem.StartsWith(nameof(options.CustomerId) + " ", StringComparison.Ordinal));
        var customerProblem = options.CustomerId > 0 || isReported
            ? null
            : FormattableString.Invariant($"CustomerId must be the positive number of the customer; it is {options.CustomerId}.");
        var problems = new[] { customerProblem, CredentialRule.Problem(options) }.OfType<string>().ToList();
        var isMissing = options.CustomerId == 0 || !HasCredential(options);

        return isMissing && options.EmptySections.Count > 0 ? options.EmptySections.Distinct() : problems;
    }

    private static bool HasCredential(SessionListClientOptions options) =>
        options.ApiKeyProvider is not null || options.AccessTokenProvider is not null
        || !string.IsNullOrWhiteSpace(options.ApiKey);

    private static IEnumerable<string> TimeoutProblems(SessionListClientOptions options)
    {
        var attemptProblem = TimeoutProblem(nameof(options.AttemptTimeout), options.AttemptTimeout);
        var totalProblem = TimeoutProblem(nameof(options.TotalTimeout), options.TotalTimeout);
        var orderProblem = attemptProblem is null && totalProblem is null && options.AttemptTimeout > options.TotalTimeout
            ? FormattableString.Invariant($"AttemptTimeout must not be above TotalTimeout, which is {options.TotalTimeout:c} ")
                + FormattableString.Invariant($"and includes every attempt; it is {options.AttemptTimeout:c}.")
            : null;

        return new[] { attemptProblem, totalProblem, orderProblem }.OfType<string>();
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
            ? "The address must be https: over http the credential is sent in clear text. Only a loopback address may be http."
            : null;
    }
}
