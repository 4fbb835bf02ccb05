namespace MediaMelon.SessionList.Values;

/// <summary>The result of reading a value.</summary>
internal enum ReadResult
{
    /// <summary>A value.</summary>
    Value,

    /// <summary>One of the ways to say that there is none.</summary>
    None,

    /// <summary>Something that the column's type does not hold.</summary>
    Unreadable,

    /// <summary>Text that is not valid Unicode; U+FFFD replaces the invalid parts.</summary>
    Mended,
}
