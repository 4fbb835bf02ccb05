using Microsoft.Extensions.Configuration;

namespace MediaMelon.SessionList.DependencyInjection;

/// <summary>Finds unknown and misplaced settings in a configuration section.</summary>
internal static class SettingNames
{
    private static readonly string[] Client =
    [
        nameof(SessionListClientOptions.CustomerId), nameof(SessionListClientOptions.ApiKey),
        nameof(SessionListClientOptions.BaseAddress), nameof(SessionListClientOptions.AttemptTimeout),
        nameof(SessionListClientOptions.TotalTimeout), nameof(SessionListClientOptions.MaxRetries),
        nameof(SessionListClientOptions.MaxRetryAfter), nameof(SessionListClientOptions.MaxResponseBytes),
        nameof(SessionListClientOptions.Paging),
    ];

    private static readonly string[] Paging =
    [
        nameof(PagingOptions.PageSize), nameof(PagingOptions.MaxConcurrentRequests), nameof(PagingOptions.SliceBy),
        nameof(PagingOptions.DropDuplicates),
    ];

    private static readonly string[] InCodeOnly =
        [nameof(SessionListClientOptions.ApiKeyProvider), nameof(SessionListClientOptions.AccessTokenProvider)];

    private static readonly string[] All = [.. Client, .. Paging.Select(InPaging)];

    /// <summary>Creates an error message for each unknown or misplaced setting. Messages contain no values.</summary>
    /// <remarks>
    /// An inner section belongs to another client, unless it contains paging options. The root of a configuration also contains
    /// settings of other libraries, so only names that are similar to an option are reported there.
    /// </remarks>
    public static IEnumerable<string> GetErrors(IConfiguration section)
    {
        foreach (var setting in section.GetChildren().Where(setting => !IsAnyOf(Client, setting.Key)))
        {
            if (GetError(setting, isRoot: section is IConfigurationRoot) is { } error)
                yield return error;
        }

        foreach (var setting in section.GetSection(nameof(SessionListClientOptions.Paging)).GetChildren())
        {
            if (!IsAnyOf(Paging, setting.Key))
                yield return Unknown(InPaging(setting.Key), NearestName.Find(setting.Key, Paging, out _), InPaging);
        }
    }

    private static string? GetError(IConfigurationSection setting, bool isRoot)
    {
        var children = setting.GetChildren().Select(child => child.Key).ToList();
        if (children.Count > 0)
            return children.Exists(child => IsAnyOf(Paging, child)) && !children.Exists(child => IsAnyOf(Client, child))
                ? Unknown(setting.Key, nameof(SessionListClientOptions.Paging))
                : null;

        if (IsAnyOf(InCodeOnly, setting.Key))
            return $"{setting.Key} cannot be set in a configuration. Set it in code.";

        if (Paging.FirstOrDefault(name => Same(name, setting.Key)) is { } paging)
            return $"{setting.Key} is an option of {nameof(SessionListClientOptions.Paging)}. Set {InPaging(paging)}.";

        var nearest = NearestName.Find(setting.Key, All, out var isNear);
        return isNear || !isRoot ? Unknown(setting.Key, nearest) : null;
    }

    private static string Unknown(string name, string nearest, Func<string, string>? qualify = null) =>
        $"Unknown option {name}. The most similar option is {(qualify is null ? nearest : qualify(nearest))}.";

    private static string InPaging(string name) => $"{nameof(SessionListClientOptions.Paging)}:{name}";

    private static bool IsAnyOf(string[] names, string name) => Array.Exists(names, known => Same(known, name));

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
