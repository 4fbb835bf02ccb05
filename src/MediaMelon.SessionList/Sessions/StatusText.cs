namespace MediaMelon.SessionList.Sessions;

/// <summary>The text of a view status, or null. The comparison is case-insensitive.</summary>
internal readonly record struct StatusText(string? Text)
{
    public bool Equals(StatusText other) => string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => Text?.GetHashCode(StringComparison.OrdinalIgnoreCase) ?? 0;
}
