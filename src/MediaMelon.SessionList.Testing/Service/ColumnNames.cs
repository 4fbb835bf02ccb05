namespace MediaMelon.SessionList.Testing.Service;

/// <summary>Collects the names of the additional fields of sessions. Each session is read once.</summary>
internal sealed class ColumnNames
{
    // The service sends this column in every row.
    private readonly HashSet<string> _names = new(StringComparer.Ordinal) { PageWriter.RowCountInRow };
    private int _read;

    public bool Contains(string name, ReadOnlySpan<VideoSession> sessions)
    {
        foreach (var session in sessions[_read..])
            _names.UnionWith(session.AdditionalFields.Keys);

        _read = sessions.Length;
        return _names.Contains(name);
    }
}
