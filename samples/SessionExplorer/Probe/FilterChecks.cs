using System.Net;
using MediaMelon.SessionList.Testing;
using static SessionExplorer.Probe.ProbeCheck;

namespace SessionExplorer.Probe;

/// <summary>The grammar of <c>filter</c>, tried with values from the sample.</summary>
internal static class FilterChecks
{
    private const string NoEffect = "it has no effect";

    // So many rows of an unfiltered response do not match by chance.
    private const int MinKnown = 5;
    private const string Country = "country";
    private const string Platform = "platform";

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

    public static async Task GrammarAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        var choice = Choose(context.Sample) ?? throw new ProbeFailedException("the sample has too few different countries and platforms");
        var request = context.Request([Country, Platform, "sessionid"]).With("filter", choice.Filter);
        var response = await context.GetPageAsync(request, cancellationToken);
        var platforms = response.Rows.Select(row => row.Text(Platform)).Distinct().ToList();
        var countries = response.Rows.Select(row => row.Text(Country)).Distinct().ToList();
        if (response.Rows.Count == 0)
        {
            context.Add(FilterAlternatives, false, "no session: `|` does not join values", "Request one value at a time instead of In().");
            return;
        }

        var isOr = platforms.Count == 2 && platforms.TrueForAll(choice.Platforms.Contains);
        if (isOr || platforms.Exists(platform => !choice.Platforms.Contains(platform)))
            context.Add(FilterAlternatives, isOr, isOr ? "yes" : NoEffect, "Request one value at a time instead of In().");

        var isAnd = countries is [{ } country] && country == choice.Country;
        context.Add(FilterGroups, isAnd, isAnd ? "yes" : NoEffect, "Use one filter at a time, and filter the rows yourself.");
    }

    public static async Task WithoutColumnAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        var choice = Choose(context.Sample) ?? throw new ProbeFailedException("the sample has too few different countries and platforms");
        var request = context.Request(["sessionid"]) with { RawBrackets = true };
        var response = await context.SendAsync(request.With("filter", choice.Filter), cancellationToken);
        if (response.Status == HttpStatusCode.BadRequest)
            throw new ProbeFailedException("refused with status 400, for one reason or the other");

        var known = context.Sample.Known(response);
        if (!response.IsPage || known.Count < MinKnown)
            throw new ProbeFailedException("the response has too few sessions of the sample");

        var applies = known.TrueForAll(row => choice.Platforms.Contains(row.Text(Platform)) && row.Text(Country) == choice.Country);
        if (applies)
            context.Add(RawBrackets, true, "yes; the library encodes them");

        context.Set(nameof(EmulatorProfile.FilterNeedsColumn), profile => profile with { FilterNeedsColumn = !applies });
        context.Add(FilterWithoutColumn, applies, applies ? "yes" : NoEffect, "Include() the dimensions of all filters.");
    }

    // Both platforms have sessions in the country, and other sessions differ in one of the two.
    private static Choice? Choose(ProbeSample sample)
    {
        var rows = sample.Rows
            .Select(row => (Country: row.Text(Country), Platform: row.Text(Platform)))
            .Where(row => row is { Country: not null, Platform: not null } && IsSafe(row.Country) && IsSafe(row.Platform))
            .ToList();
        foreach (var country in rows.GroupBy(row => row.Country!).OrderByDescending(group => group.Count()))
        {
            var platforms = country.GroupBy(row => row.Platform!).OrderByDescending(group => group.Count()).Take(2).Select(group => group.Key).ToList();
            var hasOtherPlatforms = country.Any(row => !platforms.Contains(row.Platform!));
            var hasOtherCountries = rows.Exists(row => row.Country != country.Key && platforms.Contains(row.Platform!));
            if (platforms.Count == 2 && hasOtherPlatforms && hasOtherCountries)
                return new(country.Key, platforms);
        }

        return null;
    }

    private static bool IsSafe(string value) => value.Trim() == value && value.IndexOfAny(['[', ']', '|', '=', ',']) < 0;

    private static string Flip(string text) =>
        text.Any(char.IsLower) ? text.ToUpperInvariant() : text.ToLowerInvariant();

    private sealed record Choice(string Country, IReadOnlyList<string?> Platforms)
    {
        public string Filter => $"[{FilterChecks.Platform}={string.Join('|', Platforms)}][{FilterChecks.Country}={Country}]";
    }
}
