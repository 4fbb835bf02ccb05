using MediaMelon.SessionList.Testing;

namespace SessionExplorer.Probe;

/// <summary>Determines what a counter counts, from its values on pages of different sizes.</summary>
internal static class CounterReading
{
    /// <summary>The only meaning that fits all pages. Null if none or several fit.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="values">The value of the counter on each page.</param>
    /// <param name="total">The number of all rows, if it is known.</param>
    public static CounterMeaning? Find(IReadOnlyList<ProbePage> pages, IReadOnlyList<long?> values, int? total)
    {
        CounterMeaning[] fitting = [.. Enum.GetValues<CounterMeaning>().Where(meaning => Fits(meaning, pages, values, total))];
        return fitting is [var only] ? only : null;
    }

    private static bool Fits(CounterMeaning meaning, IReadOnlyList<ProbePage> pages, IReadOnlyList<long?> values, int? total)
    {
        if (meaning == CounterMeaning.Absent)
            return values.All(value => value is null);

        if (values.Any(value => value is null))
            return false;

        var numbers = values.Select(value => value!.Value).ToList();
        var longest = pages.Max(page => page.Response.Rows.Count);
        return meaning switch
        {
            CounterMeaning.RowsOfPage => pages.Zip(numbers).All(pair => pair.Second == pair.First.Response.Rows.Count),
            CounterMeaning.AllRows => numbers.TrueForAll(number =>
                total is { } all ? number == all : number == numbers[0] && number > longest),
            _ => Totals(numbers[^1], pages[^1].Limit, total)
                .Any(all => pages.Zip(numbers).All(pair => pair.Second == Pages(all, pair.First))),
        };
    }

    // Without the number of all rows, these are the numbers that yield the value of the last page.
    private static IEnumerable<long> Totals(long pages, int limit, int? total) => total is { } all
        ? [all]
        : Enumerable.Range(1, limit).Select(rows => ((pages - 1) * limit) + rows);

    // A service with a smaller maximum counts pages of that size.
    private static long Pages(long total, ProbePage page)
    {
        var size = total > page.Response.Rows.Count ? Math.Min(page.Limit, page.Response.Rows.Count) : page.Limit;
        return (total + size - 1) / size;
    }
}
