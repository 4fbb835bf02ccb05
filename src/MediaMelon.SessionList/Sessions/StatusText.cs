namespace MediaMelon.SessionList.Sessions;

/// <summary>The word of a view status, or none; compared without case, as statuses are.</summary>
internal readonly record struct StatusText(string? Text)
{
    public bool Equals(StatusText other) => string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => Text?.GetHashCode(StringComparison.OrdinalIgnoreCase) ?? 0;
}
