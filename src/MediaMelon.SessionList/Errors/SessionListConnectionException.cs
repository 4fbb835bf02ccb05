namespace MediaMelon.SessionList;

/// <summary>The connection to the service failed or timed out.</summary>
public sealed class SessionListConnectionException : SessionListException
{
    /// <summary>Creates an exception for a failed connection.</summary>
    /// <param name="message">The message.</param>
    /// <param name="isTimeout">Whether a timeout occurred.</param>
    /// <param name="innerException">The cause.</param>
    public SessionListConnectionException(string message, bool isTimeout = false, Exception? innerException = null)
        : base(message, innerException) => IsTimeout = isTimeout;

    /// <summary>Whether an attempt, or all attempts together, exceeded the timeout.</summary>
    public bool IsTimeout { get; }
}
