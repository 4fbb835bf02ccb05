using System.Globalization;

namespace MediaMelon.SessionList.Testing.Service;

internal sealed record NumberCondition(Column Column, string Operator, double Value)
{
    private const string Rule = "must be metric>value, joined by ' AND '. The operators are > < >= <= =";

    // Longer operators are first. Otherwise '>=' would be read as '>' with the value '=...'.
    private static readonly string[] Operators = [">=", "<=", ">", "<", "="];

    public bool Matches(VideoSession session) =>
        Column.GetValue(session).TryGetNumber(out var number) && Operator switch
        {
            ">=" => number >= Value,
            "<=" => number <= Value,
            ">" => number > Value,
            "<" => number < Value,
            _ => number == Value,
        };

    public static List<NumberCondition> ReadAll(string name, string text, EmulatorProfile profile)
    {
        string[] separators = profile.CommaJoinsConditions ? [" AND ", ","] : [" AND "];
        var conditions = text.Split(separators, StringSplitOptions.None);
        return [.. conditions.Select(condition => Read(name, condition, profile.OnlyGreaterThan))];
    }

    private static NumberCondition Read(string name, string text, bool onlyGreaterThan)
    {
        var at = text.AsSpan().IndexOfAny('>', '<', '=');
        if (at < 0)
            throw RejectedRequestException.Parameter(name, Rule);

        var sign = Operators.First(candidate => text.AsSpan(at).StartsWith(candidate, StringComparison.Ordinal));
        if (onlyGreaterThan && sign != ">")
            throw RejectedRequestException.Parameter(name, "must be metric>value, joined by ' AND '");

        var number = text.AsSpan(at + sign.Length);
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            throw RejectedRequestException.Parameter(name, Rule);

        return new NumberCondition(Column.Read(name, text[..at].Trim()), sign, value);
    }
}
