using System.Runtime.ExceptionServices;

namespace MediaMelon.SessionList.Http;

/// <summary>
/// Carries a failure to get a credential through the retries: it reaches the caller as it is, and is not retried.
/// </summary>
internal sealed class CredentialFailure(Exception cause) : Exception("There is no credential.", cause)
{
    public ExceptionDispatchInfo Cause { get; } = ExceptionDispatchInfo.Capture(cause);

    /// <summary>A provider that did not return before the timeout.</summary>
    public static SessionListConnectionException Late(string provider) => new(
        $"{provider} did not return within the timeout of the attempt (AttemptTimeout). No request was sent.",
        isTimeout: true);

    /// <summary>A provider that was cancelled, although the caller did not cancel.</summary>
    public static SessionListConnectionException Cancelled(string provider, OperationCanceledException failure) => new(
        $"{provider} ended with a cancellation that the caller did not request; often this is a timeout of its own. "
            + "No request was sent.",
        isTimeout: failure.InnerException is TimeoutException,
        failure);
}
