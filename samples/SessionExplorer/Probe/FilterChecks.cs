using System.Net;
using System.Text;
using MediaMelon.SessionList.Testing;
using static SessionExplorer.Probe.ProbeCheck;

namespace SessionExplorer.Probe;

/// <summary>Tests the grammar of <c>filter</c> with values from the sample.</summary>
internal static class FilterChecks
{
    private const string NoEffect = "it has no effect";

    // If this many rows match, the filter was applied: an unfiltered response would contain other rows.
    private const int MinKnown = 5;
    private const string Country = "country";
    private const string Platform = "platform";
    private const string Title = "assetname";

    public static async Task CaseAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        var countries = context.Sample.Texts(Country).Where(IsSafe).Distinct().ToList();
        var value = countries.Find(country => Flip(country) != country && !countries.Contains(Flip(country)));
        if (value is null || countries.Count < 2)
            throw new ProbeFailedException("there are fewer than two countries to compare");

        var request = context.Request([Country, "sessionid"]).With("filter", $"[{Country}={Flip(value)}]");
        var response = await context.GetPageAsync(request, cancellationToken);
        var found = response.Rows.Select(row => row.Text(Country)).Distinct().ToList();
        if (found.Count > 0 && !found.TrueForAll(country => country == value))
        {
            context.Add(FilterCase, false, "an unknown value returned other sessions: the filter had no effect",
                "Check the rows: a filter may be ignored. Report this.");
            return;
        }

        context.Set(nameof(EmulatorProfile.FilterIgnoresCase), profile => profile with { FilterIgnoresCase = found.Count > 0 });
        context.Add(FilterCase, true, found.Count > 0 ? "case is ignored" : "case matters: use the values of the rows");
    }

    /// <summary>Tests two values of one dimension and one value of another. Titles also test blanks and other letters.</summary>
    public static async Task GrammarAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        var choice = Choose(context.Sample, Title, IsSpecial) ?? Choose(context.Sample, Platform) ?? throw TooFew();
        var request = context.Request([Country, choice.Column, "sessionid"]).With("filter", choice.Filter);
        var response = await context.GetPageAsync(request, cancellationToken);
        var values = response.Rows.Select(row => row.Text(choice.Column)).Distinct().ToList();
        var countries = response.Rows.Select(row => row.Text(Country)).Distinct().ToList();
        if (response.Rows.Count == 0)
        {
            context.Add(FilterAlternatives, false, "no session: `|` does not join values",
                "Request one value at a time instead of In().");
            return;
        }

        var isOr = values.Count == 2 && values.TrueForAll(choice.Values.Contains);
        var isIgnored = values.Exists(value => !choice.Values.Contains(value));
        if (isOr || isIgnored)
            context.Add(FilterAlternatives, isOr, isOr ? "yes" : NoEffect, "Request one value at a time instead of In().");

        var isAnd = countries is [{ } country] && country == choice.Country;
        context.Add(FilterGroups, isAnd, isAnd ? "yes" : NoEffect, "Use one filter at a time, and filter the rows yourself.");
        if (isIgnored)
            return;

        var found = values.OfType<string>().Concat(isAnd ? [choice.Country] : Array.Empty<string>()).ToList();
        if (found.Exists(value => value.Contains(' ', StringComparison.Ordinal)))
            context.Add(FilterBlanks, true, "yes");
        if (found.Exists(value => !Ascii.IsValid(value)))
            context.Add(FilterUnicode, true, "yes");
    }

    public static async Task WithoutColumnAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        var choice = Choose(context.Sample, Platform) ?? throw TooFew();
        var request = context.Request(["sessionid"]) with { RawBrackets = true };
        var response = await context.SendAsync(request.With("filter", choice.Filter), cancellationToken);
        if (response.Status == HttpStatusCode.BadRequest)
            throw new ProbeFailedException("refused with status 400, for one reason or the other");

        var known = context.Sample.Known(response);
        if (!response.IsPage || known.Count < MinKnown)
            throw new ProbeFailedException("the response has too few sessions of the sample");

        var applies = known.TrueForAll(row => choice.Values.Contains(row.Text(choice.Column))
            && row.Text(Country) == choice.Country);
        if (applies)
            context.Add(RawBrackets, true, "yes; the library encodes them");

        context.Set(nameof(EmulatorProfile.FilterNeedsColumn), profile => profile with { FilterNeedsColumn = !applies });
        context.Add(FilterWithoutColumn, applies, applies ? "yes" : NoEffect, "Include() the dimensions of all filters.");
    }

    // Both values have sessions in the country, and other sessions differ in one of the two dimensions.
    private static Choice? Choose(ProbeSample sample, string column, Func<string, bool>? isPreferred = null)
    {
        var rows = sample.Rows
            .Select(row => (Country: row.Text(Country), Value: row.Text(column)))
            .Where(row => row is { Country: not null, Value: not null } && IsSafe(row.Country) && IsSafe(row.Value))
            .ToList();
        foreach (var country in rows.GroupBy(row => row.Country!).OrderByDescending(group => group.Count()))
        {
            var values = country.GroupBy(row => row.Value!)
                .OrderByDescending(group => isPreferred?.Invoke(group.Key) == true)
                .ThenByDescending(group => group.Count())
                .Take(2)
                .Select(group => group.Key)
                .ToList();
            var hasOtherValues = country.Any(row => !values.Contains(row.Value!));
            var hasOtherCountries = rows.Exists(row => row.Country != country.Key && values.Contains(row.Value!));
            if (values.Count == 2 && hasOtherValues && hasOtherCountries)
                return new(country.Key, column, values);
        }

        return null;
    }

    private static ProbeFailedException TooFew() => new("the sample has too few different countries and other values");

    private static bool IsSpecial(string title) => !Ascii.IsValid(title);

    private static bool IsSafe(string value) => value.Trim() == value && value.IndexOfAny(['[', ']', '|', '=', ',']) < 0;

    private static string Flip(string text) =>
        text.Any(char.IsLower) ? text.ToUpperInvariant() : text.ToLowerInvariant();

    private sealed record Choice(string Country, string Column, IReadOnlyList<string?> Values)
    {
        public string Filter => $"[{Column}={string.Join('|', Values)}][{FilterChecks.Country}={Country}]";
    }
}
