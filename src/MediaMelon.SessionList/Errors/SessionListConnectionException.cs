namespace MediaMelon.SessionList;

/// <summary>The service was not reached, or not in time.</summary>
public sealed class SessionListConnectionException : SessionListException
{
    /// <summary>A failure to reach the service.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="isTimeout">Whether time ran out.</param>
    /// <param name="innerException">What led to this.</param>
    public SessionListConnectionException(string message, bool isTimeout = false, Exception? innerException = null)
        : base(message, innerException) => IsTimeout = isTimeout;

    /// <summary>Whether time ran out, of one attempt or of all of them.</summary>
    public bool IsTimeout { get; }
}
