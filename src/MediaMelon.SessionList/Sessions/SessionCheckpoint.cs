using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using MediaMelon.SessionList.Query;
using MediaMelon.SessionList.Sessions;

namespace MediaMelon.SessionList;

/// <summary>A position in a listing that can be stored as text. The text contains no secrets or filter values.</summary>
/// <remarks>
/// A checkpoint contains the period, the slice length, and a fingerprint of the query without its period. Page
/// size and concurrency can be different when the listing is resumed. <see cref="SessionQuery.Take"/> applies to both parts
/// together. To resume, call
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
    /// The fingerprint of the query without its period. Computed when first used, because most checkpoints are not used.
    /// </summary>
    internal string QueryFingerprint => _fingerprint ??= Fingerprint.Compute(_query!);

    /// <summary>The offset of the next row, in the slice if the listing is sliced.</summary>
    internal long Offset { get; init; }

    /// <summary>The number of returned sessions.</summary>
    internal long Delivered { get; init; }

    /// <summary>The number of sessions that a sliced listing skipped for <see cref="SessionQuery.Skip"/>.</summary>
    internal long Skipped { get; init; }

    /// <summary>The rows of a page that was shorter than requested but not the last; null if there was none.</summary>
    internal int? CapRows { get; init; }

    /// <summary>The page size that the service capped to <see cref="CapRows"/>; null if it is not known.</summary>
    internal int? CapRequested { get; init; }

    /// <summary>Hashes of returned ids; null if there are none. They are not part of the position.</summary>
    internal IdHashes? Seen { get; init; }

    /// <summary>The slice length; null for a listing without slices.</summary>
    internal TimeSpan? SliceBy { get; init; }

    /// <summary>The number of the next slice, counted from the earliest.</summary>
    internal long Slice { get; init; }

    /// <summary>Creates a checkpoint at the start of an unsliced listing, for fakes and tests.</summary>
    /// <exception cref="ArgumentNullException">The query is null.</exception>
    public static SessionCheckpoint AtStart(SessionQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Create(query) with { Offset = query.Offset };
    }

    /// <summary>Parses the text of <see cref="ToString"/>.</summary>
    /// <exception cref="FormatException">The text is not a checkpoint, or was changed.</exception>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static SessionCheckpoint Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ReadOrThrow(text);
    }

    /// <summary>Parses a checkpoint like <see cref="Parse(string)"/>. Returns false if the text is invalid.</summary>
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

    /// <summary>Formats the checkpoint as one line of ASCII text.</summary>
    public override string ToString() => CheckpointFormat.Write(this);

    /// <summary>Whether the other checkpoint is the same position in the same listing.</summary>
    public bool Equals(SessionCheckpoint? other) =>
        ReferenceEquals(this, other)
            || (other is not null
                && string.Equals(
                    CheckpointFormat.FormatPosition(this),
                    CheckpointFormat.FormatPosition(other),
                    StringComparison.Ordinal));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Period, Offset, Delivered, Slice);

    internal static SessionCheckpoint Create(SessionQuery query) => new(query.Period, query, null);

    internal static SessionCheckpoint Create(SessionPeriod period, string fingerprint) => new(period, null, fingerprint);

    private static SessionCheckpoint ReadOrThrow(string text) =>
        CheckpointFormat.Read(text, out var checkpoint) is { } error ? throw new FormatException(error) : checkpoint!;
}
