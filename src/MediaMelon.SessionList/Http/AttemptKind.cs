namespace MediaMelon.SessionList.Http;

/// <summary>Whether a response shows a limit of the service.</summary>
internal enum AttemptKind
{
    /// <summary>It says nothing about the limit, or there was no response.</summary>
    Other,

    /// <summary>The service accepted the request.</summary>
    Succeeded,

    /// <summary>429, or 503 with a wait.</summary>
    Throttled,

    /// <summary>503 without a wait: a fault of the service, or the limit of a proxy in front of it.</summary>
    Busy,
}
