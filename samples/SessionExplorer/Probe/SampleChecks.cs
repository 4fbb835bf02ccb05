using System.Text.Json;
using MediaMelon.SessionList;
using MediaMelon.SessionList.Testing;
using static SessionExplorer.Probe.ProbeCheck;

namespace SessionExplorer.Probe;

/// <summary>The first request: all columns of a period, and the format of its response.</summary>
internal static class SampleChecks
{
    private static readonly string[] TimeColumns = ["starttime", "endtime"];
    private static readonly string[] NumberColumns =
        [.. SessionMetrics.All.Select(metric => metric.Name), SessionFields.WatchTime.Name];

    public static IReadOnlyList<string> Columns { get; } =
    [
        .. SessionMetrics.All.Concat(SessionFields.Standard).Concat(SessionDimensions.All).Select(field => field.Name).Distinct(),
    ];

    public static async Task RunAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        var response = await SendAsync(context, cancellationToken);
        context.Add(Compression, response.Encoding.Length > 0,
            response.Encoding.Length > 0 ? response.Encoding : "not compressed",
            "Nothing has to be done. Transfers are larger than necessary.");
        context.Add(ProbeCheck.HttpVersion, response.Version.Major >= 2, $"HTTP/{response.Version}",
            "Concurrent requests need a connection each. Nothing has to be done.");
        if (!response.IsPage)
        {
            context.Add(Envelope, false, $"status {(int)response.Status} with {response.Shape}",
                "The library cannot read this. Check the address, the customer and the key with `doctor`.");
            throw new ProbeFailedException("the first request returned no page");
        }

        context.Add(Envelope, true,
            response.Shape + (response.MediaType.Length > 0 ? $", {response.MediaType}" : ", no content type"));
        context.Sample = new(response.Rows) { Pages = { new(ProbeContext.SampleLimit, response) } };
        if (response.Rows.Count == 0)
            throw new ProbeFailedException("the period has no sessions: choose another one with --from and --to");

        FindTimes(context);
        FindNumbers(context);
        FindBooleans(context);
        FindNoValue(context);
        FindExtraColumns(context);
        FindStatusWords(context);
        FindEndedTime(context);
    }

    // An hour is enough for a busy service. For others, a day is requested, which costs one more request.
    private static async Task<ProbeResponse> SendAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        var response = await context.SendAsync(context.Request(Columns), cancellationToken);
        var mayRepeat = (int)response.Status is 429 or >= 500;
        if (response is not { IsPage: true, Rows.Count: 0 } && !mayRepeat)
            return response;

        if (!mayRepeat)
            context.Period = context.Period with { Start = context.Period.End - (24 * 3600) };

        return await context.SendAsync(context.Request(Columns), cancellationToken);
    }

    private static void FindTimes(ProbeContext context)
    {
        var values = Values(context, TimeColumns);
        var numbers = values.Select(value => ProbeRow.Number(value)).OfType<double>().ToList();
        if (numbers.Count == 0)
        {
            if (values.Count > 0)
                context.Add(Times, false, $"{values.Count} values, none of them a number", "Times cannot be read. Report this.");
            return;
        }

        var milliseconds = numbers.Count(ProbeRow.IsMilliseconds);
        var texts = values.Count(value => value.ValueKind == JsonValueKind.String);
        if (milliseconds == numbers.Count && texts == 0)
        {
            Set(TimeFormat.Milliseconds);
            context.Add(Times, false, $"milliseconds ({numbers.Count} values)",
                "The library cannot read these times: they remain in AdditionalFields. Report this.");
        }
        else if (milliseconds == 0 && texts is 0 || texts == values.Count && milliseconds == 0)
        {
            Set(texts == 0 ? TimeFormat.Seconds : TimeFormat.SecondsAsText);
            context.Add(Times, true, $"seconds since 1970{(texts > 0 ? ", as text" : "")} ({numbers.Count} values)");
        }
        else
        {
            context.Add(Times, false, $"a mixture: {milliseconds} of {numbers.Count} in milliseconds, {texts} as text",
                "Some times cannot be read: they remain in AdditionalFields. Report this.");
        }

        void Set(TimeFormat format) => context.Set(nameof(EmulatorProfile.Times), profile => profile with { Times = format });
    }

    private static void FindNumbers(ProbeContext context)
    {
        var values = Values(context, NumberColumns);
        var numbers = values.Count(value => value.ValueKind == JsonValueKind.Number);
        var texts = values.Count(value => value.ValueKind == JsonValueKind.String && ProbeRow.Number(value) is not null);
        if (numbers + texts == 0)
            return;

        if (numbers == 0 || texts == 0)
            context.Set(nameof(EmulatorProfile.NumbersAsText), profile => profile with { NumbersAsText = texts > 0 });

        context.Add(Numbers, numbers + texts == values.Count,
            $"{numbers} numbers, {texts} numbers in text, {values.Count - numbers - texts} other values",
            "The other values cannot be read: they remain in AdditionalFields. Report this.");
    }

    private static void FindBooleans(ProbeContext context)
    {
        var values = Values(context, [SessionDimensions.IsLive.Name]);
        var kinds = values.Select(Kind).Distinct().ToList();
        if (kinds is [{ } only])
        {
            context.Set(nameof(EmulatorProfile.Booleans), profile => profile with { Booleans = only });
            context.Add(Booleans, true, $"{only switch
            {
                BooleanFormat.Text => "as text",
                BooleanFormat.Number => "as 0 and 1",
                _ => "as JSON booleans",
            }} ({values.Count} values)");
        }
        else if (kinds.Count > 1)
        {
            context.Add(Booleans, !kinds.Contains(null), "in several ways", "Some values cannot be read. Report this.");
        }

        static BooleanFormat? Kind(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => BooleanFormat.Boolean,
            JsonValueKind.Number when value.GetDouble() is 0 or 1 => BooleanFormat.Number,
            JsonValueKind.String when bool.TryParse(value.GetString(), out _)
                || value.GetString() is "0" or "1" => BooleanFormat.Text,
            _ => null,
        };
    }

    // Only columns of numbers and times: in a text column, "-" may be text.
    private static void FindNoValue(ProbeContext context)
    {
        var found = new HashSet<NoValueFormat>();
        var others = 0;
        foreach (var row in context.Sample.Rows)
        {
            foreach (var column in NumberColumns.Concat(TimeColumns))
            {
                var value = row.Value(column);
                if (value is { } sent && ProbeRow.Number(sent) is not null)
                    continue;

                if (Format(value) is { } format)
                    found.Add(format);
                else if (value is { ValueKind: JsonValueKind.String })
                    others++;
            }
        }

        if (found is { Count: 1 } && others == 0)
            context.Set(nameof(EmulatorProfile.NoValue), profile => profile with { NoValue = found.Single() });

        if (found.Count + others > 0)
        {
            context.Add(NoValue, others == 0, string.Join(", ", found.Order()) + (others > 0 ? $"; {others} other texts" : ""),
                "These texts cannot be read: they remain in AdditionalFields. Report this.");
        }

        static NoValueFormat? Format(JsonElement? value) => value switch
        {
            null => NoValueFormat.Omitted,
            { ValueKind: JsonValueKind.Null } => NoValueFormat.Null,
            { ValueKind: JsonValueKind.String } text => text.GetString()!.Trim().ToUpperInvariant() switch
            {
                "" => NoValueFormat.EmptyText,
                "-" => NoValueFormat.Dash,
                "NULL" or "NAN" => NoValueFormat.NullText,
                _ => null,
            },
            _ => null,
        };
    }

    private static void FindExtraColumns(ProbeContext context)
    {
        var extra = context.Sample.Rows.SelectMany(row => row.Columns).Except(Columns).Distinct().ToList();
        var others = extra.Count(name => name != "totalpages");
        context.Add(ExtraColumns, others == 0, extra.Count == 0 ? "none" : others == 0 ? "totalpages" : $"{extra.Count} columns",
            "Nothing has to be done. They are in AdditionalFields.");
    }

    private static void FindStatusWords(ProbeContext context)
    {
        var words = context.Sample.Texts(SessionDimensions.ViewStatus.Name).Distinct().ToList();
        if (words.Count == 0)
            return;

        ViewStatus[] known = [ViewStatus.Running, ViewStatus.Loaded, ViewStatus.Ended, ViewStatus.Dropped];
        var others = words.Count(word => !known.Contains(new ViewStatus(word)));
        var shown = words.Where(word => known.Contains(new ViewStatus(word))).Order(StringComparer.Ordinal).ToList();
        if (words.All(IsUpperCase) || words.All(word => !IsUpperCase(word)))
            context.Set(nameof(EmulatorProfile.UpperCaseStatus),
                profile => profile with { UpperCaseStatus = IsUpperCase(words[0]) });

        context.Add(StatusWords, others == 0, string.Join(", ", shown) + (others > 0 ? $" and {others} others" : ""),
            "Nothing has to be done: a status is an open set. Report the other words.");

        static bool IsUpperCase(string word) => !word.Any(char.IsLower);
    }

    private static void FindEndedTime(ProbeContext context)
    {
        var period = context.Period;
        var ends = context.Sample.Rows.Select(row => row.Time("endtime")).ToList();
        var startsOutside = context.Sample.Rows.Count(row => row.Time("starttime") is { } start && period.IsOutside(start));
        var endsOutside = ends.Count(end => end is not { } time || period.IsOutside(time));
        if (endsOutside == 0 && startsOutside > 0)
            context.Add(EndedTime, true, $"endtime ({startsOutside} of {ends.Count} sessions started outside the period)");
        else if (endsOutside > 0)
        {
            context.Add(EndedTime, false, $"not endtime alone: {endsOutside} of {ends.Count} sessions did not end in the period",
                "Slices may lose sessions. List without SliceBy.");
        }
    }

    private static List<JsonElement> Values(ProbeContext context, IEnumerable<string> columns) =>
    [
        .. context.Sample.Rows
            .SelectMany(row => columns.Select(row.Value))
            .OfType<JsonElement>()
            .Where(value => value.ValueKind != JsonValueKind.Null
                && !(value.ValueKind == JsonValueKind.String && ProbeRow.IsNoValue(value.GetString()!))),
    ];
}
