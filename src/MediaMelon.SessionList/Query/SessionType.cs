namespace MediaMelon.SessionList;

/// <summary>Specifies whether the end or the start of a session must be in the period (<c>sessiontype</c>).</summary>
public enum SessionType
{
    /// <summary>Sessions that ended in the period (<c>ended</c>). The default of the service.</summary>
    Ended,

    /// <summary>Sessions that started in the period (<c>started</c>).</summary>
    Started,
}
