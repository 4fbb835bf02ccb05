using System.Text;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Sessions;

/// <summary>The cells of the names in the rows, by the bytes of the name.</summary>
internal sealed class RowCells(StringPool pool)
{
    private const int Buckets = 64;
    private const int MaxCells = 256;

    private readonly List<(byte[] Name, RowCell Cell)>?[] _buckets = new List<(byte[] Name, RowCell Cell)>?[Buckets];
    private int _count;

    /// <summary>Gets or adds the cell of a name without escapes. Returns null if there are too many names.</summary>
    public RowCell? GetOrAdd(ReadOnlySpan<byte> name)
    {
        var bucket = _buckets[GetBucket(name)] ??= [];
        foreach (var (known, cell) in bucket)
        {
            if (name.SequenceEqual(known))
                return cell;
        }

        if (_count == MaxCells)
            return null;

        _count++;
        var added = new RowCell(Encoding.UTF8.GetString(name), pool);
        bucket.Add((name.ToArray(), added));
        return added;
    }

    private static int GetBucket(ReadOnlySpan<byte> name) =>
        name.IsEmpty ? 0 : (name.Length + (7 * name[0]) + (31 * name[^1]) + (13 * name[name.Length / 2])) % Buckets;
}
