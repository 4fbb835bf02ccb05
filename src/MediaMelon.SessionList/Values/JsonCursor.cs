using System.Buffers;
using System.Text.Unicode;

namespace MediaMelon.SessionList.Values;

/// <summary>A position in JSON that is completely in memory. Reads and skips tokens in the usual format.</summary>
/// <remarks>
/// A method that fails does not move the cursor. The general reader then reads the unusual format (escapes, blanks, exponents).
/// Unless stated otherwise, a method that succeeds has validated the JSON that it read.
/// </remarks>
internal ref struct JsonCursor(ReadOnlySpan<byte> json, int position)
{
    /// <summary>The number of digits that always fit in a long.</summary>
    private const int MaxDigits = 18;

    private static readonly SearchValues<byte> NotPlainAscii = NotPlainUpTo(127);
    private static readonly SearchValues<byte> NotPlain = NotPlainUpTo(255);

    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789+-.eE"u8);

    private readonly ReadOnlySpan<byte> _json = json;

    /// <summary>The position of the next token. Set it back to discard what was read.</summary>
    public int Position { get; set; } = position;

    public bool IsAtEnd => Position >= _json.Length;

    public bool TrySkip(ReadOnlySpan<byte> expected)
    {
        if (!_json[Position..].StartsWith(expected))
            return false;

        Position += expected.Length;
        return true;
    }

    /// <summary>Skips a scalar with exactly this text.</summary>
    public bool TrySkipScalar(ReadOnlySpan<byte> token)
    {
        if (token.Length >= _json.Length - Position)
            return false;

        // Only a number can continue after its last byte.
        return !IsNumberByte(_json[Position + token.Length]) && TrySkip(token);
    }

    /// <summary>Reads a number of at most 18 digits.</summary>
    /// <param name="digits">The number without its point.</param>
    /// <param name="decimals">The number of digits after the point.</param>
    public bool TryNumber(out long digits, out int decimals)
    {
        var json = _json;
        var i = Position;
        digits = 0;
        decimals = 0;

        var isNegative = i < json.Length && json[i] == '-';
        var first = isNegative ? i + 1 : i;
        var value = 0L; // overflows if there are too many digits; such a number is rejected below
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
                return false; // invalid JSON
        }

        var isUnusual = whole == 0
            || whole + decimals > MaxDigits
            || (whole > 1 && json[first] == '0') // invalid JSON
            || (isNegative && value == 0) // the double -0 differs from 0
            || i >= json.Length
            || IsNumberByte(json[i]);
        if (isUnusual)
            return false;

        digits = isNegative ? -value : value;
        Position = i;
        return true;
    }

    /// <summary>Reads a string without escapes as well-formed UTF-8.</summary>
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

    /// <summary>Reads the text between the quotes of a string. Escapes are not decoded and not validated.</summary>
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

    /// <summary>Reads the token of a number, a string, a boolean or null. Numbers and escapes are not validated.</summary>
    public bool TryScalar(out ReadOnlySpan<byte> token)
    {
        var start = Position;
        if (TrySkip("null"u8) || TrySkip("true"u8) || TrySkip("false"u8) || TryText(out _, out _) || TryEscapedText(out _))
        {
            token = _json[start..Position];
            return true;
        }

        var rest = _json[start..];
        var length = rest.IndexOfAnyExcept(NumberBytes);
        token = length > 0 ? rest[..length] : default;
        Position += token.Length;
        return length > 0;
    }

    private static bool IsNumberByte(byte b) => b is (>= (byte)'0' and <= (byte)'9')
        or (byte)'+' or (byte)'-' or (byte)'.' or (byte)'e' or (byte)'E';

    // The bytes that end a run of plain characters: quotes, escapes, control characters, and bytes above the largest.
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
