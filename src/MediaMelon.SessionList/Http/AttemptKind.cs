namespace MediaMelon.SessionList.Http;

/// <summary>What a response shows about the rate limit of the service.</summary>
internal enum AttemptKind
{
    /// <summary>Nothing, or the attempt had no response.</summary>
    Other,

    /// <summary>The service accepted the request.</summary>
    Succeeded,

    /// <summary>429, or 503 with a valid <c>Retry-After</c> header.</summary>
    Throttled,

    /// <summary>503 without a valid <c>Retry-After</c> header: a fault of the service, or the rate limit of a proxy.</summary>
    Busy,
}
