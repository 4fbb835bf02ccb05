namespace MediaMelon.SessionList;

/// <summary>The base of the three failures that talking to the service can meet.</summary>
/// <remarks>
/// Cancellation by the caller is never one of them: it stays an <see cref="OperationCanceledException"/>. No message and no
/// property holds the API key or a filter's value.
/// </remarks>
public abstract class SessionListException : Exception
{
    private SessionCheckpoint? _resumeFrom;

    private protected SessionListException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Where the listing can be resumed, its beginning included; null outside a listing.</summary>
    public SessionCheckpoint? ResumeFrom
    {
        get => _resumeFrom;
        init => _resumeFrom = value;
    }

    /// <summary>Sets the place of the listing at which this exception occurred.</summary>
    /// <remarks>The transport knows no listings, so pagination adds it.</remarks>
    internal void SetResumeFrom(SessionCheckpoint checkpoint) => _resumeFrom = checkpoint;
}
