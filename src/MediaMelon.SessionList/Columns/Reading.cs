namespace MediaMelon.SessionList.Columns;

/// <summary>What came of reading a value.</summary>
internal enum Reading
{
    /// <summary>A value.</summary>
    Value,

    /// <summary>One of the ways to say that there is none.</summary>
    None,

    /// <summary>Something that the column's type does not hold.</summary>
    Unreadable,
}
