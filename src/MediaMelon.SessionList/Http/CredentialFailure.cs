using System.Runtime.ExceptionServices;

namespace MediaMelon.SessionList.Http;

/// <summary>
/// Wraps the exception of a credential provider, so that it is not retried. The caller receives the original exception.
/// </summary>
internal sealed class CredentialFailure(Exception cause) : Exception("The credential could not be obtained.", cause)
{
    public ExceptionDispatchInfo Cause { get; } = ExceptionDispatchInfo.Capture(cause);

    /// <summary>Creates the exception for a provider that did not return before the timeout.</summary>
    public static SessionListConnectionException TimedOut(string provider) => new(
        $"{provider} did not return within the timeout of the attempt (AttemptTimeout). No request was sent.",
        isTimeout: true);

    /// <summary>Creates the exception for a provider that was cancelled, although the caller did not cancel.</summary>
    public static SessionListConnectionException Cancelled(string provider, OperationCanceledException failure) => new(
        $"{provider} ended with a cancellation that the caller did not request; often the cause is a timeout inside the "
            + "provider. No request was sent.",
        isTimeout: failure.InnerException is TimeoutException,
        failure);
}
