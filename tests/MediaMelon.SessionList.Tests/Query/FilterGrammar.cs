namespace MediaMelon.SessionList.Tests.Query;

/// <summary>
/// The grammar of <c>filter</c> as the vendor's pages show it, read character by character: written for the tests, and
/// knowing nothing of how the library writes or reads it.
/// </summary>
internal static class FilterGrammar
{
    /// <summary>The groups of a filter, or null where it is in no such grammar.</summary>
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
