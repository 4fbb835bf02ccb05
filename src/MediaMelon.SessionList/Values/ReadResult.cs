namespace MediaMelon.SessionList.Values;

/// <summary>The result of reading a value.</summary>
internal enum ReadResult
{
    /// <summary>The value was read.</summary>
    Value,

    /// <summary>There is no value: null, or a string that means null.</summary>
    None,

    /// <summary>The value cannot be converted to the column's type.</summary>
    Unreadable,

    /// <summary>Text with invalid Unicode was read. U+FFFD replaces the invalid parts.</summary>
    Repaired,
}
