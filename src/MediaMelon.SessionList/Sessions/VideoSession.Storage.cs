using System.Collections.Frozen;
using System.Text.Json;
using MediaMelon.SessionList.Sessions;

namespace MediaMelon.SessionList;

/// <content>
/// Stores the values of a session. Lists can contain millions of sessions, so null is stored as a sentinel value. Columns that
/// most queries do not request are in an object that is created on demand.
/// </content>
public sealed partial record VideoSession
{
    internal string? SessionIdValue;
    internal string? AssetNameValue;
    internal string? SourceFormatValue;
    internal long StartTimeValue = NullSentinel.NoValue;
    internal long EndTimeValue = NullSentinel.NoValue;
    internal long WatchTimeValue = NullSentinel.NoValue;
    internal long StartupTimeValue = NullSentinel.NoValue;
    internal IReadOnlyDictionary<string, JsonElement> AdditionalFieldsValue = NoFields;

    private OptionalColumns? _optional;

    /// <summary>Creates a session without values.</summary>
    public VideoSession()
    {
    }

    // A copy has its own optional columns, so that "with" does not change the original.
    private VideoSession(VideoSession original)
    {
        SessionIdValue = original.SessionIdValue;
        AssetNameValue = original.AssetNameValue;
        SourceFormatValue = original.SourceFormatValue;
        StartTimeValue = original.StartTimeValue;
        EndTimeValue = original.EndTimeValue;
        WatchTimeValue = original.WatchTimeValue;
        StartupTimeValue = original.StartupTimeValue;
        _optional = original._optional is { } optional ? optional with { } : null;
        AdditionalFieldsValue = original.AdditionalFieldsValue;
    }

    internal static IReadOnlyDictionary<string, JsonElement> NoFields { get; } = FrozenDictionary<string, JsonElement>.Empty;

    internal OptionalColumns Optional => _optional ?? OptionalColumns.None;

    /// <summary>Whether all values are equal. <see cref="AdditionalFields"/> is compared by reference.</summary>
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
            && Optional == other.Optional
            && ReferenceEquals(AdditionalFieldsValue, other.AdditionalFieldsValue));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(SessionIdValue, AssetNameValue, SourceFormatValue, StartTimeValue,
        EndTimeValue, WatchTimeValue, StartupTimeValue, Optional);

    /// <summary>Gets or creates the optional columns, to change a value.</summary>
    /// <param name="isNull">Whether the new value is null. Then new optional columns are not stored.</param>
    internal OptionalColumns Change(bool isNull = false) =>
        _optional ?? (isNull ? new OptionalColumns() : _optional = new OptionalColumns());
}
