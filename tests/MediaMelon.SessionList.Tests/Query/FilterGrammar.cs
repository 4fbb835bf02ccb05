namespace MediaMelon.SessionList.Tests.Query;

/// <summary>
/// A parser for the grammar of <c>filter</c>, as documented on the vendor's pages.
/// It is independent of the formatter and the parser of the library.
/// </summary>
internal static class FilterGrammar
{
    /// <summary>Returns the groups of a filter. Returns null if the text does not follow the grammar.</summary>
    public static List<(string Dimension, List<string> Values)>? Read(string text)
    {
        var groups = new List<(string Dimension, List<string> Values)>();
        var (dimension, value) = ("", "");
        var values = new List<string>();
        var state = State.Outside;

        foreach (var character in text)
        {
            switch (state, character)
            {
                case (State.Outside, '['):
                    (state, dimension, values) = (State.Name, "", []);
                    break;
                case (State.Name, '='):
                    (state, value) = (State.Value, "");
                    break;
                case (State.Value, '|'):
                    values.Add(value);
                    value = "";
                    break;
                case (State.Value, ']'):
                    values.Add(value);
                    groups.Add((dimension, values));
                    state = State.Outside;
                    break;
                case (State.Outside, _):
                case (_, '[' or ']' or '|' or '='):
                    return null;
                case (State.Name, _):
                    dimension += character;
                    break;
                default:
                    value += character;
                    break;
            }
        }

        return state == State.Outside ? groups : null;
    }

    private enum State
    {
        Outside,
        Name,
        Value,
    }
}
