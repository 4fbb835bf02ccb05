namespace MediaMelon.SessionList.Testing.Service;

internal sealed record ListRequest(Selection Selection, IReadOnlyList<Column> Columns, int Limit, int Offset);
