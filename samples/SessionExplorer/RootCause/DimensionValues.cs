using SessionExplorer.Catalogue;

namespace SessionExplorer.RootCause;

/// <summary>A dimension and the values that its sessions have, each with a number.</summary>
/// <remarks>A value beyond the limit shares one number, <see cref="Other"/>, and is never part of a finding.</remarks>
internal sealed class DimensionValues(string name, Column? column = null)
{
    public const ushort Other = ushort.MaxValue;

    private readonly Dictionary<string, ushort> _codes = new(StringComparer.Ordinal);
    private readonly List<string?> _texts = [];
    private ushort? _missing;

    /// <summary>The name in the API, as <c>--where</c> takes it.</summary>
    public string Name { get; } = name;

    /// <summary>The column; null for the hour of the day.</summary>
    public Column? Column { get; } = column;

    public int Count => _texts.Count;

    /// <summary>The text of a value; null for sessions that have none.</summary>
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
