using System.Runtime.ExceptionServices;
using MediaMelon.SessionList.Options;

namespace MediaMelon.SessionList.Transport;

/// <summary>The key of the moment: the provider's if there is one, else the options'.</summary>
internal sealed class ApiKeySource(Func<SessionListClientOptions> current)
{
    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        var options = current();
        if (options.ApiKeyProvider is not { } provider)
            return options.ApiKey.Trim();

        var key = await AskAsync(provider, cancellationToken).ConfigureAwait(false);
        return CredentialRule.Problem(key) is { } problem
            ? throw new ApiKeyFailure(new InvalidOperationException($"The key that ApiKeyProvider gave {problem}"))
            : key.Trim();
    }

    private static async ValueTask<string> AskAsync(Func<CancellationToken, ValueTask<string>> provider,
        CancellationToken cancellationToken)
    {
        try
        {
            return await provider(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ApiKeyFailure(failure);
        }
    }
}

/// <summary>Carries a failure to get a key through the retries untouched: it belongs to the caller as it is.</summary>
internal sealed class ApiKeyFailure(Exception cause) : Exception("There is no API key.", cause)
{
    public ExceptionDispatchInfo Cause { get; } = ExceptionDispatchInfo.Capture(cause);
}
