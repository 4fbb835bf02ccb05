using System.Globalization;
using System.Text;

namespace SessionExplorer.RootCause;

/// <summary>Formats a segment as text.</summary>
internal static class SegmentText
{
    public const string Missing = "(none)";

    /// <summary><c>cdn=Borealis and country=Brazil, 18:00-20:00 UTC</c></summary>
    public static string Format(Segment segment, Frame frame)
    {
        var values = segment.Conditions.Where(condition => !IsTime(condition, frame))
            .Select(condition => Value(condition, frame));
        var times = segment.Conditions.Where(condition => IsTime(condition, frame)).Select(condition => Value(condition, frame));
        return string.Join(", ", new[] { string.Join(" and ", values), string.Join(", ", times) }.Where(text => text.Length > 0));
    }

    public static bool IsHour(Condition condition, Frame frame) =>
        !condition.IsWindow && frame.Dimensions[condition.Dimension] is { Name: Sample.HourName, Column: null };

    /// <summary>Puts text from the data on one line, as it may contain line breaks and control characters.</summary>
    public static string OneLine(string text)
    {
        if (!text.Any(IsUnsafe))
            return text;

        var clean = new StringBuilder(text.Length);
        foreach (var character in text)
            clean.Append(IsUnsafe(character) ? '\uFFFD' : character);

        return clean.ToString();
    }

    private static bool IsTime(Condition condition, Frame frame) => condition.IsWindow || IsHour(condition, frame);

    // Bidirectional controls reorder the text around them. They are in the category Format.
    private static bool IsUnsafe(char character) =>
        char.IsControl(character)
        || char.GetUnicodeCategory(character)
            is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Value(Condition condition, Frame frame)
    {
        if (condition.IsWindow)
            return Window(frame.Bins.StartOf(condition.Value), frame.Bins.StartOf(condition.Until));

        var text = frame.Text(condition.Dimension, condition.Value);
        if (!IsHour(condition, frame))
            return $"{frame.Dimensions[condition.Dimension].Name}={(text is null ? Missing : OneLine(text))}";

        return text is null ? "hour=(none)" : $"{text}:00-{text}:59 UTC";
    }

    private static string Window(DateTimeOffset from, DateTimeOffset until)
    {
        var isOneDay = until - from < TimeSpan.FromDays(1);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{from.UtcDateTime:yyyy-MM-dd HH:mm}-"
                + $"{until.UtcDateTime.ToString(isOneDay ? "HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC");
    }
}
