namespace SessionExplorer.Probe;

/// <summary>The checks of the probe, in the order of the report.</summary>
internal static class ProbeCheck
{
    public const string Envelope = "envelope";
    public const string TotalCount = "totalcount";
    public const string PageCount = "pagecount";
    public const string TotalRecords = "totalrecords";
    public const string TotalPages = "totalpages";
    public const string Times = "times";
    public const string Numbers = "numbers";
    public const string Booleans = "booleans";
    public const string NoValue = "no-value";
    public const string ExtraColumns = "extra-columns";
    public const string StatusWords = "status-words";
    public const string PeriodStart = "period-start";
    public const string PeriodEnd = "period-end";
    public const string EndedTime = "ended-time";
    public const string StartedTime = "started-time";
    public const string AllStatuses = "all-statuses";
    public const string LargestLimit = "largest-limit";
    public const string Offset = "offset";
    public const string DefaultOrder = "default-order";
    public const string Repeat = "repeat";
    public const string Ties = "ties";
    public const string SortByDimension = "sort-by-dimension";
    public const string UpperCaseOrder = "upper-case-order";
    public const string SortWithoutColumn = "sort-without-column";
    public const string FilterCase = "filter-case";
    public const string FilterAlternatives = "filter-alternatives";
    public const string FilterGroups = "filter-groups";
    public const string FilterBlanks = "filter-blanks";
    public const string FilterUnicode = "filter-unicode";
    public const string FilterWithoutColumn = "filter-without-column";
    public const string RawBrackets = "raw-brackets";
    public const string ConditionAnd = "condition-and";
    public const string ConditionWithoutColumn = "condition-without-column";
    public const string Comparisons = "comparisons";
    public const string ConditionComma = "condition-comma";
    public const string UnknownColumn = "unknown-column";
    public const string InvalidFilter = "invalid-filter";
    public const string WrongCustomer = "wrong-customer";
    public const string WrongKey = "wrong-key";
    public const string BearerToken = "bearer-token";
    public const string Compression = "compression";
    public const string HttpVersion = "http-version";
    public const string ResponseTime = "response-time";

    /// <summary>Each check with its question.</summary>
    public static IReadOnlyList<(string Id, string Question)> All { get; } =
    [
        (Envelope, "Is the response an object with a `response` array?"),
        (TotalCount, "What does `totalcount` count?"),
        (PageCount, "What does `pagecount` count?"),
        (TotalRecords, "What does `totalrecords` count?"),
        (TotalPages, "What does `totalpages` in a row count?"),
        (Times, "How are times sent?"),
        (Numbers, "How are numbers sent?"),
        (Booleans, "How are booleans sent?"),
        (NoValue, "How is a missing value sent?"),
        (ExtraColumns, "Which columns are sent that were not requested?"),
        (StatusWords, "Which values does `status` have, and in which case?"),
        (PeriodStart, "Does a session on the first second of a period belong to it?"),
        (PeriodEnd, "Does a session on the last second of a period belong to it?"),
        (EndedTime, "Which time decides for `sessiontype=ended`?"),
        (StartedTime, "Which time decides for `sessiontype=started`?"),
        (AllStatuses, "Which sessions does `allstatus=1` add?"),
        (LargestLimit, "What is the largest `limit`?"),
        (Offset, "Does `offset` count rows from 0?"),
        (DefaultOrder, "In which order are rows without `orderby`?"),
        (Repeat, "Does the same request return the same rows a minute later?"),
        (SortByDimension, "Can rows be sorted by a dimension?"),
        (Ties, "In which order are rows with the same value?"),
        (UpperCaseOrder, "Is `order` in upper case accepted?"),
        (SortWithoutColumn, "Can rows be sorted by a column that was not requested?"),
        (FilterCase, "Does a filter compare values case-sensitively?"),
        (FilterAlternatives, "Does `|` join alternatives with OR?"),
        (FilterGroups, "Are groups of a filter joined with AND?"),
        (FilterBlanks, "Does a filter accept values with blanks?"),
        (FilterUnicode, "Does a filter accept values with letters beyond ASCII?"),
        (FilterWithoutColumn, "Does a filter apply to a column that was not requested?"),
        (RawBrackets, "Are brackets accepted without percent-encoding?"),
        (ConditionAnd, "Does ` AND ` join conditions, also with decimals?"),
        (ConditionWithoutColumn, "Does a condition apply to a metric that was not requested?"),
        (Comparisons, "Are comparisons other than `>` accepted?"),
        (ConditionComma, "Does a comma join conditions, too?"),
        (UnknownColumn, "What is the response to an unknown column?"),
        (InvalidFilter, "What is the response to an invalid filter?"),
        (WrongCustomer, "What is the response to another customer id?"),
        (WrongKey, "What is the response to a wrong credential?"),
        (BearerToken, "Is a bearer token accepted?"),
        (Compression, "Are responses compressed?"),
        (HttpVersion, "Which HTTP version is used?"),
        (ResponseTime, "How long do a first and a later page take?"),
    ];

    public static string Question(string id) => All.First(check => check.Id == id).Question;
}
