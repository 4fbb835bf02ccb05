using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace MediaMelon.SessionList.DependencyInjection;

/// <summary>Reads options from a configuration section without reflection, and records every invalid setting.</summary>
/// <remarks>Error messages contain no values, because a setting may contain a misplaced API key.</remarks>
internal static class OptionsBinder
{
    private delegate bool TryConvert<T>(string text, out T value);

    public static void Bind(IConfiguration section, SessionListClientOptions options)
    {
        if (!section.GetChildren().Any())
            options.EmptySections.Add(GetEmptyError(section));

        options.BindingErrors.AddRange(SettingNames.GetErrors(section));

        if (section[nameof(options.ApiKey)] is { } key)
            options.ApiKey = key;

        const string Number = "a whole number";
        const string Duration = DurationText.Format;
        const string OptionalDuration = Duration + ", or empty";

        Read<long>(nameof(options.CustomerId), Number, TryLong, value => options.CustomerId = value);
        Read<Uri>(nameof(options.BaseAddress), "an absolute URI", TryUri, value => options.BaseAddress = value);
        Read<TimeSpan>(nameof(options.AttemptTimeout), Duration, DurationText.TryParse, value => options.AttemptTimeout = value);
        Read<TimeSpan>(nameof(options.TotalTimeout), Duration, DurationText.TryParse, value => options.TotalTimeout = value);
        Read<int>(nameof(options.MaxRetries), Number, TryInt, value => options.MaxRetries = value);
        Read<TimeSpan>(nameof(options.MaxRetryAfter), Duration, DurationText.TryParse, value => options.MaxRetryAfter = value);
        Read<long>(nameof(options.MaxResponseBytes), Number, TryLong, value => options.MaxResponseBytes = value);

        var paging = options.Paging;
        Read<int>(Nested(nameof(paging.PageSize)), Number, TryInt, value => paging.PageSize = value);
        Read<int>(Nested(nameof(paging.MaxConcurrentRequests)), Number, TryInt, value => paging.MaxConcurrentRequests = value);
        Read<TimeSpan?>(Nested(nameof(paging.SliceBy)), OptionalDuration, TryOptionalDuration, value => paging.SliceBy = value);
        Read<bool>(Nested(nameof(paging.DropDuplicates)), "true or false", bool.TryParse, value => paging.DropDuplicates = value);

        static string Nested(string pagingOption) => $"{nameof(options.Paging)}:{pagingOption}";

        void Read<T>(string name, string kind, TryConvert<T> tryConvert, Action<T> set)
        {
            if (section[name] is not { } text)
                return;

            if (tryConvert(text, out var value))
                set(value);
            else
                options.BindingErrors.Add($"{name} must be {kind}. The configured value is not (it is not shown here).");
        }
    }

    private static string GetEmptyError(IConfiguration section) => section is IConfigurationSection { Path: var path }
        ? $"The configuration section '{path}' has no values: it must contain CustomerId and ApiKey. Check its name."
        : "The configuration has no values: it must contain CustomerId and ApiKey.";

    private static bool TryLong(string text, out long value) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    private static bool TryInt(string text, out int value) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    private static bool TryUri(string text, out Uri value) => Uri.TryCreate(text, UriKind.Absolute, out value!);

    private static bool TryOptionalDuration(string text, out TimeSpan? value)
    {
        value = DurationText.TryParse(text, out var duration) ? duration : null;
        return value is not null || string.IsNullOrWhiteSpace(text);
    }
}
