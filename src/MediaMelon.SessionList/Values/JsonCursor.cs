using System.Buffers;
using System.Text.Unicode;

namespace MediaMelon.SessionList.Values;

/// <summary>A position in JSON that lies in memory as a whole, and skips tokens in the usual format.</summary>
/// <remarks>
/// A step that fails leaves the cursor where it was: whatever is unusual (escapes, blanks, exponents) is for the general reader.
/// A step that succeeds has seen valid JSON.
/// </remarks>
internal ref struct JsonCursor(ReadOnlySpan<byte> json, int position)
{
    /// <summary>More digits might not fit.</summary>
    private const int MaxDigits = 18;

    private static readonly SearchValues<byte> NotPlainAscii = NotPlainUpTo(127);
    private static readonly SearchValues<byte> NotPlain = NotPlainUpTo(255);

    private static readonly SearchValues<byte> InNumbers = SearchValues.Create("0123456789+-.eE"u8);

    private readonly ReadOnlySpan<byte> _json = json;

    /// <summary>Where the next step begins. A cursor that is set back has read nothing.</summary>
    public int Position { get; set; } = position;

    public bool IsAtEnd => Position >= _json.Length;

    public bool TrySkip(ReadOnlySpan<byte> expected)
    {
        if (!_json[Position..].StartsWith(expected))
            return false;

        Position += expected.Length;
        return true;
    }

    /// <summary>Skips a scalar that has exactly this text, and ends there.</summary>
    public bool TrySkipScalar(ReadOnlySpan<byte> token)
    {
        if (token.Length >= _json.Length - Position)
            return false;

        // Only a number can continue after its last byte.
        return !IsInNumbers(_json[Position + token.Length]) && TrySkip(token);
    }

    /// <summary>
    /// A number of at most 18 digits: <paramref name="digits"/> without the point, <paramref name="decimals"/> of them behind it.
    /// </summary>
    public bool TryNumber(out long digits, out int decimals)
    {
        var json = _json;
        var i = Position;
        digits = 0;
        decimals = 0;

        var isNegative = i < json.Length && json[i] == '-';
        var first = isNegative ? i + 1 : i;
        var value = 0L; // digits beyond those that fit overflow; their number tells
        for (i = first; i < json.Length && (uint)(json[i] - '0') <= 9; i++)
            value = (value * 10) + (json[i] - '0');

        var whole = i - first;
        if (i < json.Length && json[i] == '.')
        {
            var point = i;
            for (i++; i < json.Length && (uint)(json[i] - '0') <= 9; i++)
                value = (value * 10) + (json[i] - '0');

            decimals = i - point - 1;
            if (decimals == 0)
                return false; // no JSON
        }

        var isOdd = whole == 0
            || whole + decimals > MaxDigits
            || (whole > 1 && json[first] == '0') // no JSON
            || (isNegative && value == 0) // -0 is a double of its own
            || i >= json.Length
            || IsInNumbers(json[i]);
        if (isOdd)
            return false;

        digits = isNegative ? -value : value;
        Position = i;
        return true;
    }

    /// <summary>The bytes of a string without escapes: well-formed UTF-8.</summary>
    public bool TryText(out ReadOnlySpan<byte> text, out bool isAscii)
    {
        text = default;
        isAscii = true;
        var rest = _json[Position..];
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
        Position += end + 2;
        return true;
    }

    /// <summary>What is between the quotes of a string, escapes as they are written; they are not checked.</summary>
    public bool TryEscapedText(out ReadOnlySpan<byte> escaped)
    {
        escaped = default;
        var rest = _json[Position..];
        if (rest.IsEmpty || rest[0] != '"')
            return false;

        for (var end = 1; end < rest.Length; end += 2)
        {
            var plain = rest[end..].IndexOfAny(NotPlain);
            if (plain < 0)
                return false;

            end += plain;
            if (rest[end] == '"')
            {
                escaped = rest[1..end];
                Position += end + 1;
                return true;
            }

            if (rest[end] != '\\')
                return false;
        }

        return false;
    }

    public void SkipBlanks()
    {
        while (Position < _json.Length && _json[Position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            Position++;
    }

    /// <summary>A number, a string, a boolean or null, as it is written. Numbers and escapes are not checked.</summary>
    public bool TryScalar(out ReadOnlySpan<byte> token)
    {
        var start = Position;
        if (TrySkip("null"u8) || TrySkip("true"u8) || TrySkip("false"u8) || TryText(out _, out _) || TryEscapedText(out _))
        {
            token = _json[start..Position];
            return true;
        }

        var rest = _json[start..];
        var length = rest.IndexOfAnyExcept(InNumbers);
        token = length > 0 ? rest[..length] : default;
        Position += token.Length;
        return length > 0;
    }

    private static bool IsInNumbers(byte b) => b is (>= (byte)'0' and <= (byte)'9')
        or (byte)'+' or (byte)'-' or (byte)'.' or (byte)'e' or (byte)'E';

    // What ends a run of plain characters: quotes, escapes, control characters, and bytes above the largest.
    private static SearchValues<byte> NotPlainUpTo(int largest)
    {
        Span<byte> bytes = stackalloc byte[256];
        var count = 0;
        for (var b = 0; b < bytes.Length; b++)
        {
            if (b is < 32 or '"' or '\\' || b > largest)
                bytes[count++] = (byte)b;
        }

        return SearchValues.Create(bytes[..count]);
    }
}
