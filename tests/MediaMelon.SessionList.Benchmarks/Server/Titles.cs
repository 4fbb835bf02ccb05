using System.Text;

namespace MediaMelon.SessionList.Benchmarks.Server;

/// <summary>Creates titles of 8 to 90 characters as JSON strings. 3 % contain escapes, 8 % contain non-ASCII letters.</summary>
internal static class Titles
{
    private const int MinLength = 8;
    private const int MaxLength = 90;

    private static readonly string[] Words =
    [
        "The", "Long", "Way", "Home", "Winter", "Harbour", "Light", "of", "Stone", "and", "River", "Last", "Garden", "Night", "City",
        "Season", "Episode", "Return", "Part", "Silent", "Mountain", "Story", "Live", "Final", "Road", "Letters", "from", "Glass",
    ];

    private static readonly string[] Foreign = ["Über", "Café", "Señora", "Łódź", "東京物語", "Москва", "Été", "Ñandú"];

    private static readonly string[] Escapes = ["\\\"Encore\\\"", "AC\\/DC", "Caf\\u00e9", "A\\\\B"];

    private static readonly string[] Known = [.. Enumerable.Range(0, 5000).Select(number => Write(new(number + 7_000_000), unique: null))];

    public static string Of(int number) => Known[number];

    public static string Unique(int number) => Write(new(number + 9_000_000), unique: number);

    private static string Write(Dice dice, int? unique)
    {
        var target = MinLength + dice.Next(MaxLength - MinLength + 1);
        var kind = dice.Next(100);
        var first = kind < 3 ? dice.Of(Escapes) : kind < 11 ? dice.Of(Foreign) : dice.Of(Words);
        var title = new StringBuilder(first).Append(' ').Append(unique ?? dice.Next(10_000));
        while (title.Length < target)
            title.Append(' ').Append(dice.Of(Words));

        // The first word is not truncated, because it may be an escape. A unique title keeps its number.
        var whole = unique is null ? first.Length : first.Length + 11;
        title.Length = Math.Min(title.Length, Math.Max(target, whole));
        return $"\"{title.ToString().TrimEnd().PadRight(MinLength, '.')}\"";
    }
}
