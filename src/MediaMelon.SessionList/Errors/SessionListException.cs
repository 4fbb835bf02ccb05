namespace MediaMelon.SessionList;

/// <summary>The base class of the three exceptions for failed calls to the service.</summary>
/// <remarks>
/// If the caller cancels, an <see cref="OperationCanceledException"/> is thrown instead. No message and no property contains
/// the API key or a filter value.
/// </remarks>
public abstract class SessionListException : Exception
{
    private SessionCheckpoint? _resumeFrom;

    private protected SessionListException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>The checkpoint from which the listing can be resumed; null if no listing failed.</summary>
    public SessionCheckpoint? ResumeFrom
    {
        get => _resumeFrom;
        init => _resumeFrom = value;
    }

    /// <summary>Sets the checkpoint of the listing. The transport does not know it, so pagination sets it.</summary>
    internal void SetResumeFrom(SessionCheckpoint checkpoint) => _resumeFrom = checkpoint;
}
