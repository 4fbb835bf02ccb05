namespace MediaMelon.SessionList.Paging;

/// <summary>How a service seems to return rows again.</summary>
internal enum RepetitionCheck
{
    /// <summary>The page has the ids of the page before.</summary>
    SamePage,

    /// <summary>The page continues with the first rows of the listing.</summary>
    Wrapped,

    /// <summary>The page has ids of an earlier page.</summary>
    OldRows,

    /// <summary>Most rows of the listing so far had an id that was returned before.</summary>
    Endless,
}
