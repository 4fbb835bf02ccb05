using System.Collections.Frozen;
using System.Text.Json;
using MediaMelon.SessionList.Sessions;

namespace MediaMelon.SessionList;

/// <content>
/// What a session keeps in memory. Listings of millions are held in lists, so the properties' nullables are packed, and the
/// columns that most queries do not ask for lie in a part that is made on demand.
/// </content>
public sealed partial record VideoSession
{
    internal string? SessionIdValue;
    internal string? AssetNameValue;
    internal string? SourceFormatValue;
    internal long StartTimeValue = NullSentinel.Nothing;
    internal long EndTimeValue = NullSentinel.Nothing;
    internal long WatchTimeValue = NullSentinel.Nothing;
    internal long StartupTimeValue = NullSentinel.Nothing;
    internal IReadOnlyDictionary<string, JsonElement> AdditionalFieldsValue = NoFields;

    private OptionalColumns? _more;

    /// <summary>A session without any value.</summary>
    public VideoSession()
    {
    }

    // A copy owns its part: "with" must not write through to the original.
    private VideoSession(VideoSession original)
    {
        SessionIdValue = original.SessionIdValue;
        AssetNameValue = original.AssetNameValue;
        SourceFormatValue = original.SourceFormatValue;
        StartTimeValue = original.StartTimeValue;
        EndTimeValue = original.EndTimeValue;
        WatchTimeValue = original.WatchTimeValue;
        StartupTimeValue = original.StartupTimeValue;
        _more = original._more is { } more ? more with { } : null;
        AdditionalFieldsValue = original.AdditionalFieldsValue;
    }

    internal static IReadOnlyDictionary<string, JsonElement> NoFields { get; } = FrozenDictionary<string, JsonElement>.Empty;

    internal OptionalColumns More => _more ?? OptionalColumns.None;

    /// <summary>Whether all values are equal; <see cref="AdditionalFields"/> is compared by reference.</summary>
    public bool Equals(VideoSession? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && SessionIdValue == other.SessionIdValue
            && AssetNameValue == other.AssetNameValue
            && SourceFormatValue == other.SourceFormatValue
            && StartTimeValue == other.StartTimeValue
            && EndTimeValue == other.EndTimeValue
            && WatchTimeValue == other.WatchTimeValue
            && StartupTimeValue == other.StartupTimeValue
            && More == other.More
            && ReferenceEquals(AdditionalFieldsValue, other.AdditionalFieldsValue));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(SessionIdValue, AssetNameValue, SourceFormatValue, StartTimeValue,
        EndTimeValue, WatchTimeValue, StartupTimeValue, More);

    /// <summary>
    /// The part with the less usual columns, to be written to; a throw-away one where there is none and nothing is to be kept.
    /// </summary>
    internal OptionalColumns Change(bool toNothing = false) =>
        _more ?? (toNothing ? new OptionalColumns() : _more = new OptionalColumns());
}
