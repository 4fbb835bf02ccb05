using System.Diagnostics;
using System.Globalization;
using MediaMelon.SessionList.Paging;

namespace MediaMelon.SessionList.Benchmarks.Compare;

/// <summary>Finds duplicate ids with the table of the library and with one set per page. Prints nanoseconds per row.</summary>
internal static class DuplicateIds
{
    private const int PageSize = 1000;
    private const int Pages = 200;
    private const int WarmUps = 20;
    private const int Rounds = 21;

    public static void Run()
    {
        string[][] pages =
        [
            .. Enumerable.Range(0, Pages).Select(page => Enumerable.Range(0, PageSize)
                .Select(row => string.Create(CultureInfo.InvariantCulture, $"{(page * PageSize) + row:x8}-6f2c-4c1e-9d35-0a7b4e2f9c11"))
                .ToArray()),
        ];
        List<double> table = [], sets = [];
        for (var round = -WarmUps; round < Rounds; round++)
        {
            var (ofTable, ofSets) = (Measure(pages, WithTable), Measure(pages, WithSets));
            if (round < 0)
                continue;

            table.Add(ofTable);
            sets.Add(ofSets);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"duplicate ids: one table {Comparison.Median(table):0.0} ns per row, one set per page {Comparison.Median(sets):0.0} ns per row"));
    }

    private static double Measure(string[][] pages, Func<string[][], int> find)
    {
        var watch = Stopwatch.StartNew();
        if (find(pages) > 0)
            throw new InvalidOperationException("The ids are unique.");

        return watch.Elapsed.TotalNanoseconds / (Pages * PageSize);
    }

    private static int WithTable(string[][] pages)
    {
        var remembered = new RememberedIds();
        List<RowId> last = [], current = [];
        var found = 0;
        remembered.Add(last, current);
        foreach (var page in pages)
        {
            current.Clear();
            for (var row = 0; row < page.Length; row++)
                current.Add(RowId.From(page[row], row));

            foreach (var id in current)
                found += remembered.Contains(id) ? 1 : 0;

            remembered.Add(current, last);
            (last, current) = (current, last);
        }

        return found;
    }

    // The hash for checkpoints is also necessary with sets.
    private static int WithSets(string[][] pages)
    {
        HashSet<string> last = [], beforeLast = [], current = [];
        var ids = new List<RowId>();
        var found = 0;
        foreach (var page in pages)
        {
            ids.Clear();
            for (var row = 0; row < page.Length; row++)
                ids.Add(RowId.From(page[row], row));

            current.Clear();
            foreach (var id in ids)
            {
                found += last.Contains(id.Text) || beforeLast.Contains(id.Text) ? 1 : 0;
                current.Add(id.Text);
            }

            (last, beforeLast, current) = (current, last, beforeLast);
        }

        return found;
    }
}
