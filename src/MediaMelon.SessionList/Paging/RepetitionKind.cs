namespace MediaMelon.SessionList.Paging;

/// <summary>How a service seems to repeat rows.</summary>
internal enum RepetitionKind
{
    /// <summary>The page has the ids of the previous page.</summary>
    SamePage,

    /// <summary>The page continues with the first rows of the listing.</summary>
    Wrapped,

    /// <summary>The page has ids of an earlier page.</summary>
    OldRows,

    /// <summary>Most rows of the listing so far had repeated ids.</summary>
    Endless,
}
