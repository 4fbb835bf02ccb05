using MediaMelon.SessionList.Query;
using Microsoft.Extensions.Options;

namespace MediaMelon.SessionList.Options;

/// <summary>Validates the options of a client and of a listing.</summary>
internal sealed class ClientOptionsValidator : IValidateOptions<SessionListClientOptions>
{
    private const int MaxRetries = 10;
    private const int MaxRequests = 64;
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);

    /// <summary>Validates options when the options system creates them: at start, at first use, and after a change.</summary>
    public ValidateOptionsResult Validate(string? name, SessionListClientOptions options)
    {
        var client = string.IsNullOrEmpty(name) ? "The session list client" : $"The session list client '{name}'";
        var errors = GetErrors(options).Select(error => $"{client}: {error}").ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    /// <summary>Gets the validation errors of client options.</summary>
    /// <remarks>Each begins with the option's name. None contains a credential.</remarks>
    public static IEnumerable<string> GetErrors(SessionListClientOptions options)
    {
        foreach (var error in options.BindingErrors)
            yield return error;

        foreach (var error in GetIdentityErrors(options))
            yield return error;

        if (GetAddressError(options.BaseAddress) is { } addressError)
            yield return $"BaseAddress: {addressError}";

        foreach (var error in GetTimeoutErrors(options))
            yield return error;

        if (options.MaxRetries is < 0 or > MaxRetries)
            yield return FormattableString.Invariant($"MaxRetries must be 0 to {MaxRetries}; it is {options.MaxRetries}.");

        if (options.MaxRetryAfter < TimeSpan.Zero || options.MaxRetryAfter > LongestTimeout)
            yield return FormattableString.Invariant(
                $"MaxRetryAfter must be 0 to a day, as hours:minutes:seconds; it is {options.MaxRetryAfter:c}.");

        if (options.MaxResponseBytes < 1 || options.MaxResponseBytes > Array.MaxLength)
            yield return FormattableString.Invariant(
                $"MaxResponseBytes must be 1 to {Array.MaxLength}; it is {options.MaxResponseBytes}.");

        foreach (var error in options.Paging is { } paging ? GetErrors(paging) : ["Paging must not be null."])
            yield return error;
    }

    /// <summary>Gets the validation errors of paging options. Each begins with the option's name.</summary>
    public static IEnumerable<string> GetErrors(PagingOptions options)
    {
        if (options.PageSize < 1)
            yield return FormattableString.Invariant($"PageSize must be at least 1; it is {options.PageSize}.");

        if (options.MaxConcurrentRequests is < 1 or > MaxRequests)
            yield return FormattableString.Invariant(
                $"MaxConcurrentRequests must be 1 to {MaxRequests}; it is {options.MaxConcurrentRequests}.");

        if (options.SliceBy is { } slice && SessionPeriod.GetSliceError(slice) is not null)
            yield return FormattableString.Invariant($"SliceBy must be whole seconds, at least one; it is {slice:c}.");
    }

    // If a required option is missing and a section is empty, reports only the section.
    private static IEnumerable<string> GetIdentityErrors(SessionListClientOptions options)
    {
        var isReported = options.BindingErrors.Exists(
            error => error.StartsWith(nameof(options.CustomerId) + " ", StringComparison.Ordinal));
        var customerError = options.CustomerId > 0 || isReported
            ? null
            : FormattableString.Invariant($"CustomerId must be the positive number of the customer; it is {options.CustomerId}.");
        var errors = new[] { customerError, CredentialValidator.GetError(options) }.OfType<string>().ToList();
        var isMissing = options.CustomerId == 0 || !HasCredential(options);

        return isMissing && options.EmptySections.Count > 0 ? options.EmptySections.Distinct() : errors;
    }

    private static bool HasCredential(SessionListClientOptions options) =>
        options.ApiKeyProvider is not null || options.AccessTokenProvider is not null
        || !string.IsNullOrWhiteSpace(options.ApiKey);

    private static IEnumerable<string> GetTimeoutErrors(SessionListClientOptions options)
    {
        var attemptError = GetTimeoutError(nameof(options.AttemptTimeout), options.AttemptTimeout);
        var totalError = GetTimeoutError(nameof(options.TotalTimeout), options.TotalTimeout);
        var orderError = attemptError is null && totalError is null && options.AttemptTimeout > options.TotalTimeout
            ? FormattableString.Invariant($"AttemptTimeout must not be above TotalTimeout, which is {options.TotalTimeout:c} ")
                + FormattableString.Invariant($"and includes every attempt; it is {options.AttemptTimeout:c}.")
            : null;

        return new[] { attemptError, totalError, orderError }.OfType<string>();
    }

    private static string? GetTimeoutError(string name, TimeSpan timeout) => timeout < ShortestTimeout || timeout > LongestTimeout
        ? FormattableString.Invariant($"{name} must be 10 ms to a day, as hours:minutes:seconds; it is {timeout:c}.")
        : null;

    private static string? GetAddressError(Uri? address)
    {
        if (address is null)
            return "The address must not be null.";

        if (Endpoint.GetError(address) is { } error)
            return error;

        return address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback
            ? "The address must be https: over http the credential is sent in clear text. Only a loopback address may be http."
            : null;
    }
}
