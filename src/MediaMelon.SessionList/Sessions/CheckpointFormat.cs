using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MediaMelon.SessionList.Query;

namespace MediaMelon.SessionList.Sessions;

/// <summary>Formats and parses checkpoints.</summary>
/// <remarks>
/// <c>v1;start=..,end=..;offset=..;delivered=..;skipped=..;cut=SIZE@REQUESTED;slice=SECONDS@NUMBER;query=..;check=SUM</c>,
/// with <c>seen=HASHES</c> before the checksum if rows with ids were returned. The checksum detects damaged text: a wrong offset
/// would lose rows without an error.
/// </remarks>
internal static class CheckpointFormat
{
    private const string Version = "v1";
    private const string None = "none";

    public static string Write(SessionCheckpoint checkpoint)
    {
        var body = checkpoint.Seen is { } seen ? $"{FormatPosition(checkpoint)};seen={seen}" : FormatPosition(checkpoint);
        return $"{body};check={ComputeChecksum(body)}";
    }

    /// <summary>Formats the position in the listing, without the hashes of returned rows.</summary>
    public static string FormatPosition(SessionCheckpoint checkpoint)
    {
        var slice = checkpoint.SliceBy is { } sliceBy
            ? string.Create(CultureInfo.InvariantCulture, $"{sliceBy.Ticks / TimeSpan.TicksPerSecond}@{checkpoint.Slice}")
            : None;
        var cap = (checkpoint.CapRows, checkpoint.CapRequested) switch
        {
            ({ } size, { } requested) => string.Create(CultureInfo.InvariantCulture, $"{size}@{requested}"),
            ({ } size, null) => size.ToString(CultureInfo.InvariantCulture),
            _ => None,
        };
        var counts = string.Create(
            CultureInfo.InvariantCulture,
            $"offset={checkpoint.Offset};delivered={checkpoint.Delivered};skipped={checkpoint.Skipped}");
        return $"{Version};{checkpoint.Period};{counts};cut={cap};slice={slice};query={checkpoint.QueryFingerprint}";
    }

    /// <summary>Parses a checkpoint. Returns the validation error as a sentence, or null if the text is valid.</summary>
    public static string? Read(string text, out SessionCheckpoint? checkpoint)
    {
        checkpoint = null;
        var trimmed = text.Trim();
        var parts = trimmed.Split(';');
        var hasSeen = parts.Length == 10 && parts[8].StartsWith("seen=", StringComparison.Ordinal);
        if ((parts.Length != 9 && !hasSeen) || parts[0] != Version)
            return $"The text is not a checkpoint of a session listing: it must begin with {Version} and have nine or ten parts.";

        if (!TryTake(parts[^1], "check=", out var sum) || sum != ComputeChecksum(trimmed[..trimmed.LastIndexOf(';')]))
            return "The checkpoint was changed or truncated: its checksum does not match.";

        if (!SessionPeriod.TryParse(parts[1], out var period)
            || !TryTakeNumber(parts[2], "offset=", out var offset)
            || !TryTakeNumber(parts[3], "delivered=", out var delivered)
            || !TryTakeNumber(parts[4], "skipped=", out var skipped)
            || !TryTake(parts[5], "cut=", out var capText)
            || !TryReadCap(capText, out var capRows, out var capRequested)
            || !TryTake(parts[6], "slice=", out var sliceText)
            || !TryTake(parts[7], "query=", out var fingerprint)
            || fingerprint.Length != Fingerprint.Length
            || !TryReadSlicing(sliceText, period, out var sliceBy, out var slice)
            || !TryReadSeen(parts, out var seen))
        {
            return "The checkpoint contains a part that cannot be read.";
        }

        checkpoint = SessionCheckpoint.Create(period, fingerprint) with
        {
            Offset = offset,
            Delivered = delivered,
            Skipped = skipped,
            CapRows = capRows,
            CapRequested = capRequested,
            Seen = seen,
            SliceBy = sliceBy,
            Slice = slice,
        };
        return null;
    }

    private static bool TryReadCap(string text, out int? capRows, out int? capRequested)
    {
        capRows = capRequested = null;
        if (text == None)
            return true;

        var parts = text.Split('@');
        return parts.Length <= 2
            && TryReadSize(parts[0], out capRows)
            && (parts.Length == 1 || (TryReadSize(parts[1], out capRequested) && capRequested > capRows));
    }

    private static bool TryReadSize(string text, out int? size)
    {
        var isSize = TryReadNumber(text, out var number) && number is >= 1 and <= int.MaxValue;
        size = isSize ? (int)number : null;
        return isSize;
    }

    private static bool TryReadSeen(string[] parts, out IdHashes? seen)
    {
        seen = null;
        if (parts.Length < 10)
            return true;

        seen = TryTake(parts[8], "seen=", out var text) ? IdHashes.Parse(text) : null;
        return seen is not null;
    }

    private static bool TryReadSlicing(string text, SessionPeriod period, out TimeSpan? sliceBy, out long slice)
    {
        sliceBy = null;
        slice = 0;
        if (text == None)
            return true;

        var parts = text.Split('@');
        if (parts.Length != 2 || !TryReadNumber(parts[0], out var seconds) || !TryReadNumber(parts[1], out slice))
            return false;

        var length = period.Duration.Ticks / TimeSpan.TicksPerSecond;
        if (seconds < 1 || seconds > TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerSecond
            || slice >= (length + seconds - 1) / seconds)
            return false;

        sliceBy = new TimeSpan(seconds * TimeSpan.TicksPerSecond);
        return true;
    }

    private static bool TryTakeNumber(string part, string prefix, out long number)
    {
        number = 0;
        return TryTake(part, prefix, out var text) && TryReadNumber(text, out number);
    }

    private static bool TryReadNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool TryTake(string part, string prefix, out string value)
    {
        var found = part.StartsWith(prefix, StringComparison.Ordinal);
        value = found ? part[prefix.Length..] : "";
        return found;
    }

    private static string ComputeChecksum(string body) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(body)).AsSpan(0, 4));
}
