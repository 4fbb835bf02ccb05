using SessionExplorer.Catalogue;

namespace SessionExplorer.RootCause;

/// <summary>A dimension and its values, each with a number.</summary>
/// <remarks>All values beyond the limit share the number <see cref="Other"/> and are never part of a finding.</remarks>
internal sealed class DimensionValues(string name, Column? column = null)
{
    public const ushort Other = ushort.MaxValue;

    private readonly Dictionary<string, ushort> _codes = new(StringComparer.Ordinal);
    private readonly List<string?> _texts = [];
    private ushort? _missing;

    /// <summary>The API name, as for <c>--where</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The column. Null for the hour of the day.</summary>
    public Column? Column { get; } = column;

    public int Count => _texts.Count;

    /// <summary>The text of a value. Null for sessions without a value.</summary>
    public string? this[int code] => _texts[code];

    public ushort Encode(string? value)
    {
        if (value is null)
            return _missing ??= Append(null);
        if (_codes.TryGetValue(value, out var code))
            return code;
        if (_texts.Count >= Other)
            return Other;

        code = Append(value);
        _codes.Add(value, code);
        return code;
    }

    private ushort Append(string? value)
    {
        _texts.Add(value);
        return (ushort)(_texts.Count - 1);
    }
}
