namespace MediaMelon.SessionList.Query;

/// <summary>The words that parameters take, as the vendor spells them.</summary>
internal static class ParameterWords
{
    public const string BySession = "sessionid";
    public const string Ended = "ended";
    public const string Started = "started";
    public const string Ascending = "asc";
    public const string Descending = "desc";
    public const string And = " AND ";
}
