using System.Buffers;
using System.Text.Json;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>A buffer for the JSON of one row. All rows use the same memory.</summary>
internal sealed class RowText : IBufferWriter<byte>
{
    private const int InitialCapacity = 1024;

    private byte[] _bytes = new byte[InitialCapacity];
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Creates the key for <see cref="BeginMember"/>.</summary>
    public static byte[] CreateKey(string name) => [.. ",\""u8, .. JsonEncodedText.Encode(name).EncodedUtf8Bytes, .. "\":"u8];

    public void Clear() => _length = 0;

    public void BeginRow()
    {
        Clear();
        Write("{"u8);
    }

    public void EndRow() => Write("}"u8);

    /// <summary>Begins a member.</summary>
    /// <param name="key">The key from <see cref="CreateKey"/>, which includes the comma and the colon.</param>
    /// <returns>The argument for <see cref="RemoveMember"/>.</returns>
    public int BeginMember(ReadOnlySpan<byte> key)
    {
        var before = _length;
        Write(before > 1 ? key : key[1..]);
        return before;
    }

    /// <summary>Removes the last member.</summary>
    public void RemoveMember(int member) => _length = member;

    // Rows have many short parts. The extension method with this name is slower, because it uses the interface.
    public void Write(ReadOnlySpan<byte> json)
    {
        EnsureCapacity(json.Length);
        json.CopyTo(_bytes.AsSpan(_length));
        _length += json.Length;
    }

    public void Advance(int count) => _length += count;

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureCapacity(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(_length);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureCapacity(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(_length);
    }

    private void EnsureCapacity(int length)
    {
        var needed = _length + length;
        if (needed > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(needed, (int)Math.Min(2L * _bytes.Length, Array.MaxLength)));
    }
}
