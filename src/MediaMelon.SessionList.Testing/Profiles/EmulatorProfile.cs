using System.Net;

namespace MediaMelon.SessionList.Testing;

/// <summary>How a service behaves where the vendor's pages are silent or contradict each other.</summary>
/// <remarks>
/// The defaults are what the library assumes. The probe of SessionExplorer finds the profile of a real service:
/// <c>new SessionListEmulator(sessions, EmulatorProfile.FromReport(json))</c> is that service in memory.
/// </remarks>
public sealed partial record EmulatorProfile
{
    /// <summary>The service as the page of the session list describes it, which is the default profile.</summary>
    public static EmulatorProfile ListPage { get; } = new();

    /// <summary>The service as the page about authentication describes it: other counters, and bearer tokens.</summary>
    public static EmulatorProfile AuthPage { get; } = new()
    {
        TotalCount = CounterMeaning.RowsOfPage,
        PageCount = CounterMeaning.Pages,
        AcceptsBearerToken = true,
    };

    /// <summary>What <c>totalcount</c> counts.</summary>
    public CounterMeaning TotalCount { get; init; } = CounterMeaning.AllRows;

    /// <summary>What <c>pagecount</c> counts.</summary>
    public CounterMeaning PageCount { get; init; } = CounterMeaning.RowsOfPage;

    /// <summary>What <c>totalrecords</c> counts.</summary>
    public CounterMeaning TotalRecords { get; init; } = CounterMeaning.AllRows;

    /// <summary>What <c>totalpages</c> counts, which each row has without being requested.</summary>
    public CounterMeaning TotalPages { get; init; } = CounterMeaning.AllRows;

    /// <summary>How times are sent.</summary>
    public TimeFormat Times { get; init; }

    /// <summary>Whether numbers are sent as text.</summary>
    public bool NumbersAsText { get; init; }

    /// <summary>How booleans are sent.</summary>
    public BooleanFormat Booleans { get; init; }

    /// <summary>How a missing value is sent.</summary>
    public NoValueFormat NoValue { get; init; }

    /// <summary>Whether the values of <c>status</c> are in upper case.</summary>
    public bool UpperCaseStatus { get; init; }

    /// <summary>Whether a session on the first second of the period belongs to it.</summary>
    public bool StartIsInclusive { get; init; } = true;

    /// <summary>Whether a session on the last second of the period belongs to it.</summary>
    public bool EndIsInclusive { get; init; } = true;

    /// <summary>The largest limit. A larger one is capped. Null means no maximum.</summary>
    public int? MaxLimit { get; init; }

    /// <summary>The offset of the first row: 0 or 1. An offset of 0 is always the first row.</summary>
    public int FirstOffset { get; init; }

    /// <summary>The order of a listing without <c>orderby</c>.</summary>
    public RowOrder DefaultOrder { get; init; }

    /// <summary>Whether <c>order</c> may be in upper case. If not, it is status 400.</summary>
    public bool AcceptsUpperCaseOrder { get; init; }

    /// <summary>Whether an order has no effect if its column was not requested.</summary>
    public bool SortNeedsColumn { get; init; }

    /// <summary>Whether a filter ignores the case of values.</summary>
    public bool FilterIgnoresCase { get; init; }

    /// <summary>Whether a filter has no effect if its column was not requested.</summary>
    public bool FilterNeedsColumn { get; init; }

    /// <summary>Whether a condition has no effect if its metric was not requested.</summary>
    public bool ConditionNeedsColumn { get; init; }

    /// <summary>Whether <c>&gt;</c> is the only comparison. If so, another one is status 400.</summary>
    public bool OnlyGreaterThan { get; init; }

    /// <summary>Whether a comma joins conditions, too. If not, it is status 400.</summary>
    public bool CommaJoinsConditions { get; init; }

    /// <summary>What a request for an unknown column gets.</summary>
    public UnknownColumnHandling UnknownColumns { get; init; }

    /// <summary>Whether an invalid filter has no effect, instead of status 400.</summary>
    public bool IgnoresInvalidFilter { get; init; }

    /// <summary>The status of a request without the right key.</summary>
    public HttpStatusCode WrongKeyStatus { get; init; } = HttpStatusCode.Unauthorized;

    /// <summary>The status of a request for another customer.</summary>
    public HttpStatusCode WrongCustomerStatus { get; init; } = HttpStatusCode.Forbidden;

    /// <summary>The body of an error response.</summary>
    public ErrorBodyFormat ErrorBody { get; init; }

    /// <summary>Whether <c>Authorization: Bearer</c> with the emulator's access token is accepted, too.</summary>
    public bool AcceptsBearerToken { get; init; }

    /// <summary>The requests that are accepted each second. Null means no limit.</summary>
    public double? RequestsPerSecond { get; init; }

    /// <summary>The time after its end until a session is listed.</summary>
    public TimeSpan ArrivalDelay { get; init; }
}
