using System.Collections;

namespace MediaMelon.SessionList.Telemetry;

/// <summary>The state of a log record: the client's name, then the values of the message.</summary>
internal sealed class ClientLogState(
    KeyValuePair<string, object?> name,
    IReadOnlyList<KeyValuePair<string, object?>> values,
    Func<Exception?, string> format) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => values.Count + 1;

    public KeyValuePair<string, object?> this[int index] => index == 0 ? name : values[index - 1];

    public string Format(Exception? failure) => format(failure);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    /// <summary>The formatted message. Some logging providers log this text instead of calling the formatter.</summary>
    public override string ToString() => format(null);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
