namespace MediaMelon.SessionList;

/// <summary>Which time of a session decides whether it belongs to the period (<c>sessiontype</c>).</summary>
public enum SessionType
{
    /// <summary>The sessions that ended in the period (<c>ended</c>): the service's default.</summary>
    Ended,

    /// <summary>The sessions that started in the period (<c>started</c>).</summary>
    Started,
}
