using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace NightlyExport.Files;

/// <summary>A digest of all rows of a file. It does not depend on their order.</summary>
/// <remarks>The service does not define the order of sessions that end in the same second.</remarks>
internal sealed class RowDigest
{
    private readonly ArrayBufferWriter<byte> _row = new(1024);
    private UInt128 _sum;

    /// <summary>Adds a value to the current row.</summary>
    public void AddValue<T>(T value)
    {
        switch (value)
        {
            case null: AddBytes(-1, []); break;
            case string text: AddBytes(text.Length, MemoryMarshal.AsBytes(text.AsSpan())); break;
            case double number: AddNumber(BitConverter.DoubleToInt64Bits(number)); break;
            case long count: AddNumber(count); break;
            case bool flag: AddNumber(flag ? 1 : 0); break;
            case DateTime time: AddNumber(time.Ticks); break;
            default: throw new NotSupportedException($"The digest cannot read a {typeof(T).Name}.");
        }
    }

    /// <summary>Ends the current row.</summary>
    public void EndRow()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_row.WrittenSpan, hash);
        _sum += BinaryPrimitives.ReadUInt128BigEndian(hash);
        _row.ResetWrittenCount();
    }

    public override string ToString() => _sum.ToString("x32", CultureInfo.InvariantCulture);

    private void AddNumber(long number) => AddBytes(sizeof(long), MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in number)));

    // The length comes first, so that the values "ab", "c" and "a", "bc" differ.
    private void AddBytes(int length, ReadOnlySpan<byte> bytes)
    {
        _row.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in length)));
        _row.Write(bytes);
    }
}
