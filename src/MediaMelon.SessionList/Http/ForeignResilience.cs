namespace MediaMelon.SessionList.Http;

/// <summary>Recognizes resilience handlers of other libraries. They would multiply the attempts.</summary>
/// <remarks>Compares type names, because the library references neither of the packages that contain the types.</remarks>
internal static class ForeignResilience
{
    private static readonly string[] TypeNames =
    [
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler",
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler",
    ];

    /// <summary>The full name of the handler's type if it is a resilience handler or derived from one. Otherwise null.</summary>
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
