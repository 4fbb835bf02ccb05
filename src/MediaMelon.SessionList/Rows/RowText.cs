using System.Buffers;

namespace MediaMelon.SessionList.Rows;

/// <summary>The JSON of one row after the other, in memory that all of them share.</summary>
internal sealed class RowText : IBufferWriter<byte>
{
    private const int OrdinaryRow = 1024;

    private byte[] _bytes = new byte[OrdinaryRow];
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public void BeginRow()
    {
        Clear();
        this.Write("{"u8);
    }

    public void EndRow() => this.Write("}"u8);

    /// <summary>Begins a member with its key.</summary>
    /// <returns>What <see cref="TakeBack"/> needs.</returns>
    public int BeginMember(ReadOnlySpan<byte> key)
    {
        var before = _length;
        if (before > 1)
            this.Write(","u8);

        this.Write(key);
        this.Write(":"u8);
        return before;
    }

    /// <summary>Takes back the member that was begun last.</summary>
    public void TakeBack(int member) => _length = member;

    public void Advance(int count) => _length += count;

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var needed = _length + Math.Max(sizeHint, 1);
        if (needed > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(needed, (int)Math.Min(2L * _bytes.Length, Array.MaxLength)));

        return _bytes.AsMemory(_length);
    }
}
