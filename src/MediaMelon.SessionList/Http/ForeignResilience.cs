namespace MediaMelon.SessionList.Http;

/// <summary>Recognizes the handlers that retry, so that they do not multiply the attempts of the library.</summary>
/// <remarks>By name: the library depends on neither of the packages that contain them.</remarks>
internal static class ForeignResilience
{
    private static readonly string[] TypeNames =
    [
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler",
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler",
    ];

    /// <summary>The full name of the handler's type if it is, or is derived from, a resilience handler. Null if not.</summary>
    public static string? FindType(DelegatingHandler handler)
    {
        for (var type = handler.GetType(); type is not null; type = type.BaseType)
        {
            if (TypeNames.Contains(type.FullName))
                return handler.GetType().FullName;
        }

        return null;
    }
}
