using System.Buffers;
using System.Text.Unicode;

namespace MediaMelon.SessionList.Columns;

/// <summary>A position in JSON that lies in memory as a whole, and steps over what is spelled in the usual way.</summary>
/// <remarks>
/// A step that fails leaves the cursor where it was: whatever is unusual (escapes, blanks, exponents) is for the general reader.
/// A step that succeeds has seen valid JSON.
/// </remarks>
internal ref struct JsonCursor(ReadOnlySpan<byte> json, int position)
{
    /// <summary>More digits might not fit.</summary>
    private const int MaxDigits = 18;

    private static readonly SearchValues<byte> NotPlainAscii =
        SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 32).Select(b => (byte)b),
            .. Enumerable.Range(128, 128).Select(b => (byte)b)]);

    private static readonly SearchValues<byte> NotPlain =
        SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 32).Select(b => (byte)b)]);

    private static readonly SearchValues<byte> InNumbers = SearchValues.Create("0123456789+-.eE"u8);

    private readonly int _length = json.Length;
    private ReadOnlySpan<byte> _rest = json[position..];

    public readonly int Position => _length - _rest.Length;

    public bool TrySkip(ReadOnlySpan<byte> expected)
    {
        if (!_rest.StartsWith(expected))
            return false;

        _rest = _rest[expected.Length..];
        return true;
    }

    /// <summary>
    /// A number of at most 18 digits: <paramref name="digits"/> without the point, <paramref name="decimals"/> of them behind it.
    /// </summary>
    public bool TryNumber(out long digits, out int decimals)
    {
        decimals = 0;
        var rest = _rest;
        var isNegative = rest.Length > 0 && rest[0] == '-';
        var first = isNegative ? 1 : 0;
        var i = first;
        digits = 0;
        AddDigits(rest, ref i, ref digits);

        var whole = i - first;
        if (i < rest.Length && rest[i] == '.')
        {
            i++;
            AddDigits(rest, ref i, ref digits);
            decimals = i - first - whole - 1;
            if (decimals == 0)
                return false; // no JSON
        }

        var isOdd = whole == 0
            || whole + decimals > MaxDigits
            || (whole > 1 && rest[first] == '0') // no JSON
            || (isNegative && digits == 0) // -0 is a double of its own
            || i >= rest.Length
            || rest[i] is (byte)'.' or (byte)'e' or (byte)'E' or (byte)'+' or (byte)'-';
        if (isOdd)
            return false;

        digits = isNegative ? -digits : digits;
        _rest = rest[i..];
        return true;
    }

    // Digits beyond those that fit overflow; their number tells.
    private static void AddDigits(ReadOnlySpan<byte> text, ref int position, ref long digits)
    {
        var i = position;
        var value = digits;
        for (; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit > 9)
                break;

            value = (value * 10) + digit;
        }

        position = i;
        digits = value;
    }

    /// <summary>The bytes of a string without escapes: well-formed UTF-8.</summary>
    public bool TryText(out ReadOnlySpan<byte> text, out bool isAscii)
    {
        text = default;
        isAscii = true;
        var rest = _rest;
        if (rest.Length < 2 || rest[0] != '"')
            return false;

        rest = rest[1..];
        var end = rest.IndexOfAny(NotPlainAscii);
        if (end >= 0 && rest[end] >= 128)
        {
            isAscii = false;
            end = rest.IndexOfAny(NotPlain);
        }

        if (end < 0 || rest[end] != '"' || (!isAscii && !Utf8.IsValid(rest[..end])))
            return false;

        text = rest[..end];
        _rest = rest[(end + 1)..];
        return true;
    }

    /// <summary>
    /// A number, a string without escapes, a boolean or null, as it is written. The spelling of numbers is not checked.
    /// </summary>
    public bool TryScalar(out ReadOnlySpan<byte> token)
    {
        var start = _rest;
        if (TrySkip("null"u8) || TrySkip("true"u8) || TrySkip("false"u8) || TryText(out _, out _))
        {
            token = start[..^_rest.Length];
            return true;
        }

        var length = _rest.IndexOfAnyExcept(InNumbers);
        token = length > 0 ? _rest[..length] : default;
        _rest = _rest[token.Length..];
        return length > 0;
    }
}
