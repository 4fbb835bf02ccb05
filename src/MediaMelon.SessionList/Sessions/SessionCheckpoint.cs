using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using MediaMelon.SessionList.Query;
using MediaMelon.SessionList.Sessions;

namespace MediaMelon.SessionList;

/// <summary>A place in a listing that can be written down: text without secrets or filter values.</summary>
/// <remarks>
/// It holds the listing's period and slicing, and a fingerprint of the query without its period. Page size and concurrency may
/// change when resuming; <see cref="SessionQuery.Take"/> counts over both parts. After a restart:
/// <c>client.ListPagesAsync(query.WithPeriod(checkpoint.Period), resumeFrom: checkpoint)</c>.
/// In JSON, a checkpoint is its text.
/// </remarks>
[JsonConverter(typeof(SessionCheckpointJsonConverter))]
public sealed record SessionCheckpoint : IParsable<SessionCheckpoint>
{
    private readonly SessionQuery? _query;
    private string? _fingerprint;

    private SessionCheckpoint(SessionPeriod period, SessionQuery? query, string? fingerprint)
    {
        Period = period;
        _query = query;
        _fingerprint = fingerprint;
    }

    /// <summary>The period of the whole listing.</summary>
    public SessionPeriod Period { get; }

    /// <summary>
    /// Stands for all that the query says but its period. Taken when first needed: most checkpoints are never looked at.
    /// </summary>
    internal string QueryFingerprint => _fingerprint ??= Fingerprint.Compute(_query!);

    /// <summary>The service's offset of the next row, in the slice if there are slices.</summary>
    internal long Offset { get; init; }

    /// <summary>Sessions returned so far.</summary>
    internal long Delivered { get; init; }

    /// <summary>Sessions skipped so far, of those that Skip requests: a sliced listing counts them itself.</summary>
    internal long Skipped { get; init; }

    /// <summary>The rows of a page that was shorter than requested, and not the last; null if there was none.</summary>
    internal int? CutTo { get; init; }

    /// <summary>The page size that the service capped to them; null as long as that is not clear.</summary>
    internal int? CutFrom { get; init; }

    /// <summary>Hashes of ids that were returned before; null if there are none. They are no part of the place.</summary>
    internal IdHashes? Seen { get; init; }

    /// <summary>The slicing; null for a listing without slices.</summary>
    internal TimeSpan? SliceBy { get; init; }

    /// <summary>Which slice comes next, counted from the earliest.</summary>
    internal long Slice { get; init; }

    /// <summary>The beginning of an unsliced listing, for fakes and tests.</summary>
    /// <exception cref="ArgumentNullException">The query is null.</exception>
    public static SessionCheckpoint AtStart(SessionQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Create(query) with { Offset = query.Offset };
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not a checkpoint, or was changed.</exception>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static SessionCheckpoint Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ReadOrThrow(text);
    }

    /// <summary>Reads a checkpoint as <see cref="Parse(string)"/> does; false where that throws.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SessionCheckpoint? checkpoint)
    {
        checkpoint = null;
        return text is not null && CheckpointFormat.Read(text, out checkpoint) is null;
    }

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">The text.</param>
    /// <param name="provider">Ignored. The text does not depend on the culture.</param>
    public static SessionCheckpoint Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return ReadOrThrow(s);
    }

    /// <inheritdoc cref="TryParse(string?, out SessionCheckpoint?)"/>
    /// <param name="s">The text.</param>
    /// <param name="provider">Ignored. The text does not depend on the culture.</param>
    /// <param name="result">The checkpoint, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider,
        [MaybeNullWhen(false)] out SessionCheckpoint result) => TryParse(s, out result);

    /// <summary>The checkpoint as one line of ASCII text.</summary>
    public override string ToString() => CheckpointFormat.Write(this);

    /// <summary>Whether the other checkpoint is the same place in the same listing.</summary>
    public bool Equals(SessionCheckpoint? other) =>
        ReferenceEquals(this, other)
            || (other is not null
                && string.Equals(CheckpointFormat.Place(this), CheckpointFormat.Place(other), StringComparison.Ordinal));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Period, Offset, Delivered, Slice);

    internal static SessionCheckpoint Create(SessionQuery query) => new(query.Period, query, null);

    internal static SessionCheckpoint Create(SessionPeriod period, string fingerprint) => new(period, null, fingerprint);

    private static SessionCheckpoint ReadOrThrow(string text) =>
        CheckpointFormat.Read(text, out var checkpoint) is { } error ? throw new FormatException(error) : checkpoint!;
}
