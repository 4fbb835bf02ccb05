using System.Buffers;
using MediaMelon.SessionList.Decoding;

namespace MediaMelon.SessionList.Http;

/// <summary>Reads a body in pieces, so that one that is too large costs no more memory than the limit.</summary>
internal sealed class BodyReader(long limit) : IDisposable
{
    private const int OrdinarySize = 64 * 1024;
    private const int LargestPiece = 1024 * 1024;

    private readonly List<byte[]> _pieces = [];
    private long _length;
    private int _lastLength;

    /// <summary>Whether more came than the limit allows.</summary>
    public bool IsCut => _length > limit;

    /// <param name="stream">The body.</param>
    /// <param name="expected">Its length, if it is known.</param>
    /// <param name="page">Is read ahead while the first piece fills.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task ReadAsync(Stream stream, long? expected, IPageParser? page, CancellationToken cancellationToken)
    {
        // One more than expected: the read that finds the end needs room too.
        Add(Math.Max((expected ?? OrdinarySize) + 1, 256));

        while (!IsCut)
        {
            if (_lastLength == _pieces[^1].Length)
                Add(Math.Min(_length, LargestPiece));

            var room = (int)Math.Min(_pieces[^1].Length - _lastLength, limit + 1 - _length);
            var read = await stream.ReadAsync(_pieces[^1].AsMemory(_lastLength, room), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return;

            _lastLength += read;
            _length += read;

            if (_pieces.Count == 1 && !IsCut)
                page?.ReadAhead(_pieces[0].AsSpan(0, _lastLength));
        }
    }

    /// <summary>
    /// What was read, up to the limit, in one piece. It is the caller's, to give back by <see cref="Return"/>.
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

    // The pool rounds up to powers of two: too much for large ones, of which there are few.
    public static byte[] Rent(int size) =>
        size <= LargestPiece ? ArrayPool<byte>.Shared.Rent(size) : GC.AllocateUninitializedArray<byte>(size);

    public static void Return(byte[] bytes)
    {
        if (bytes.Length is > 0 and <= LargestPiece)
            ArrayPool<byte>.Shared.Return(bytes);
    }

    private void Add(long size)
    {
        _pieces.Add(Rent((int)Math.Min(Math.Min(size, limit + 1 - _length), Array.MaxLength)));
        _lastLength = 0;
    }
}
