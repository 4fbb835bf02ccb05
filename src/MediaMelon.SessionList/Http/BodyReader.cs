using System.Buffers;

namespace MediaMelon.SessionList.Http;

/// <summary>Reads a body in pieces, so that a body above the limit uses no more memory than the limit.</summary>
internal sealed class BodyReader(long limit) : IDisposable
{
    private const int DefaultSize = 64 * 1024;
    private const int MaxPieceSize = 1024 * 1024;

    private readonly List<byte[]> _pieces = [];
    private long _length;
    private int _lastLength;

    /// <summary>Whether the body is larger than the limit.</summary>
    public bool ExceedsLimit => _length > limit;

    /// <param name="stream">The body.</param>
    /// <param name="expected">The length of the body. Null if it is unknown.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    public async Task ReadAsync(Stream stream, long? expected, CancellationToken cancellationToken)
    {
        // One byte more than expected, because the read that finds the end needs a buffer too.
        Add(Math.Max((expected ?? DefaultSize) + 1, 256));

        while (!ExceedsLimit)
        {
            if (_lastLength == _pieces[^1].Length)
                Add(Math.Min(_length, MaxPieceSize));

            var available = (int)Math.Min(_pieces[^1].Length - _lastLength, limit + 1 - _length);
            var read = await stream.ReadAsync(_pieces[^1].AsMemory(_lastLength, available), cancellationToken)
                .ConfigureAwait(false);
            if (read == 0)
                return;

            _lastLength += read;
            _length += read;
        }
    }

    /// <summary>
    /// Returns the body, up to the limit, as one array. The caller must return the array by <see cref="Return"/>.
    /// </summary>
    public (byte[] Bytes, int Length) Take()
    {
        var length = (int)Math.Min(_length, limit);
        if (_pieces is [var only])
        {
            _pieces.Clear();
            return (only, length);
        }

        var whole = Rent(length);
        var copied = 0;
        foreach (var piece in _pieces)
        {
            var part = Math.Min(piece.Length, length - copied);
            piece.AsSpan(0, part).CopyTo(whole.AsSpan(copied));
            copied += part;
        }

        return (whole, length);
    }

    public void Dispose()
    {
        _pieces.ForEach(Return);
        _pieces.Clear();
    }

    // The pool rounds up to powers of two, which wastes memory for large arrays. Large arrays are rare.
    public static byte[] Rent(int size) =>
        size <= MaxPieceSize ? ArrayPool<byte>.Shared.Rent(size) : GC.AllocateUninitializedArray<byte>(size);

    public static void Return(byte[] bytes)
    {
        if (bytes.Length is > 0 and <= MaxPieceSize)
            ArrayPool<byte>.Shared.Return(bytes);
    }

    private void Add(long size)
    {
        _pieces.Add(Rent((int)Math.Min(Math.Min(size, limit + 1 - _length), Array.MaxLength)));
        _lastLength = 0;
    }
}
