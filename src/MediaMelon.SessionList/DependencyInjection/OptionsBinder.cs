using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace MediaMelon.SessionList.DependencyInjection;

/// <summary>
/// Reads options from a configuration section without reflection, and notes every value that cannot be converted.
/// </summary>
internal static class OptionsBinder
{
    private delegate bool TryConvert<T>(string text, out T value);

    public static void Bind(IConfiguration section, SessionListClientOptions options)
    {
        if (section[nameof(options.ApiKey)] is { } key)
            options.ApiKey = key;

        Read<long>(nameof(options.CustomerId), "a whole number", TryLong, value => options.CustomerId = value);
        Read<Uri>(nameof(options.BaseAddress), "an absolute URI", TryUri, value => options.BaseAddress = value);
        Read<TimeSpan>(nameof(options.AttemptTimeout), "a duration as hours:minutes:seconds", TryDuration, value =>
            options.AttemptTimeout = value);
        Read<TimeSpan>(nameof(options.TotalTimeout), "a duration as hours:minutes:seconds", TryDuration, value =>
            options.TotalTimeout = value);
        Read<int>(nameof(options.MaxRetries), "a whole number", TryInt, value => options.MaxRetries = value);
        Read<TimeSpan>(nameof(options.MaxRetryAfter), "a duration as hours:minutes:seconds", TryDuration, value =>
            options.MaxRetryAfter = value);
        Read<long>(nameof(options.MaxResponseBytes), "a whole number", TryLong, value => options.MaxResponseBytes = value);

        var paging = options.Paging;
        Read<int>($"Paging:{nameof(paging.PageSize)}", "a whole number", TryInt, value => paging.PageSize = value);
        Read<int>($"Paging:{nameof(paging.MaxConcurrentRequests)}", "a whole number", TryInt, value =>
            paging.MaxConcurrentRequests = value);
        Read<TimeSpan?>($"Paging:{nameof(paging.SliceBy)}", "a duration as hours:minutes:seconds, or empty", TryOptionalDuration,
            value => paging.SliceBy = value);
        Read<bool>($"Paging:{nameof(paging.DropDuplicates)}", "true or false", bool.TryParse, value =>
            paging.DropDuplicates = value);

        void Read<T>(string name, string kind, TryConvert<T> tryConvert, Action<T> set)
        {
            if (section[name] is not { } text)
                return;

            if (tryConvert(text, out var value))
                set(value);
            else
                options.BindingProblems.Add($"{name.Replace(':', '.')} must be {kind}; the configuration holds '{text}'.");
        }
    }

    private static bool TryLong(string text, out long value) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    private static bool TryInt(string text, out int value) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    private static bool TryUri(string text, out Uri value) => Uri.TryCreate(text, UriKind.Absolute, out value!);

    private static bool TryDuration(string text, out TimeSpan value) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);

    private static bool TryOptionalDuration(string text, out TimeSpan? value)
    {
        value = TryDuration(text, out var duration) ? duration : null;
        return value is not null || string.IsNullOrWhiteSpace(text);
    }
}
