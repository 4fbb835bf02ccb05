using System.Collections;

namespace MediaMelon.SessionList.Telemetry;

/// <summary>The state of a log record, with the client's name before the values of the message.</summary>
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

    /// <summary>The message: providers without a formatter of their own log it.</summary>
    public override string ToString() => format(null);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
