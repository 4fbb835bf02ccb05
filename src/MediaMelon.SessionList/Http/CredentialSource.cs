using MediaMelon.SessionList.Options;

namespace MediaMelon.SessionList.Http;

/// <summary>The current credential: an access token or a key, from a provider or from the options.</summary>
internal sealed class CredentialSource(Func<SessionListClientOptions> current)
{
    public async ValueTask<Credential> GetAsync(CancellationToken cancellationToken)
    {
        var options = current();
        if (options.AccessTokenProvider is { } tokens)
            return Credential.FromToken(
                await GetFromProviderAsync(tokens, nameof(options.AccessTokenProvider), cancellationToken).ConfigureAwait(false));

        return Credential.FromKey(options.ApiKeyProvider is { } keys
            ? await GetFromProviderAsync(keys, nameof(options.ApiKeyProvider), cancellationToken).ConfigureAwait(false)
            : options.ApiKey.Trim());
    }

    private static async ValueTask<string> GetFromProviderAsync(
        Func<CancellationToken, ValueTask<string>> provider,
        string name,
        CancellationToken cancellationToken)
    {
        string credential;
        try
        {
            credential = await WaitAsync(provider(cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // An outer handler reports a cancellation by the caller. Otherwise this is the timeout of the attempt.
            throw new CredentialFailure(CredentialFailure.TimedOut(name));
        }
        catch (OperationCanceledException failure)
        {
            throw new CredentialFailure(CredentialFailure.Cancelled(name, failure));
        }
        catch (Exception failure)
        {
            throw new CredentialFailure(failure);
        }

        return CredentialValidator.GetError(credential) is { } error
            ? throw new CredentialFailure(new InvalidOperationException($"The credential that {name} provided {error}"))
            : credential.Trim();
    }

    // A provider that ignores its token must not block the attempt. Its later exception is observed here.
    private static async Task<string> WaitAsync(ValueTask<string> pending, CancellationToken cancellationToken)
    {
        var credential = pending.AsTask();
        if (!credential.IsCompleted)
            _ = credential.ContinueWith(
                failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

        return await credential.WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
