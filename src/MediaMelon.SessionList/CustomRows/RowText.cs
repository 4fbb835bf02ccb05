using System.Buffers;
using System.Text.Json;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>The JSON of one row after the other, in memory that all of them share.</summary>
internal sealed class RowText : IBufferWriter<byte>
{
    private const int OrdinaryRow = 1024;

    private byte[] _bytes = new byte[OrdinaryRow];
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>What <see cref="BeginMember"/> takes.</summary>
    public static byte[] Key(string name) => [.. ",\""u8, .. JsonEncodedText.Encode(name).EncodedUtf8Bytes, .. "\":"u8];

    public void Clear() => _length = 0;

    public void BeginRow()
    {
        Clear();
        Write("{"u8);
    }

    public void EndRow() => Write("}"u8);

    /// <summary>Begins a member.</summary>
    /// <param name="key">Its <see cref="Key"/>, comma and colon included.</param>
    /// <returns>What <see cref="TakeBack"/> needs.</returns>
    public int BeginMember(ReadOnlySpan<byte> key)
    {
        var before = _length;
        Write(before > 1 ? key : key[1..]);
        return before;
    }

    /// <summary>Takes back the member that was begun last.</summary>
    public void TakeBack(int member) => _length = member;

    // What a row is made of is short and many: the extension method of this name would go by way of the interface.
    public void Write(ReadOnlySpan<byte> json)
    {
        EnsureRoom(json.Length);
        json.CopyTo(_bytes.AsSpan(_length));
        _length += json.Length;
    }

    public void Advance(int count) => _length += count;

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureRoom(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(_length);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureRoom(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(_length);
    }

    private void EnsureRoom(int length)
    {
        var needed = _length + length;
        if (needed > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(needed, (int)Math.Min(2L * _bytes.Length, Array.MaxLength)));
    }
}
