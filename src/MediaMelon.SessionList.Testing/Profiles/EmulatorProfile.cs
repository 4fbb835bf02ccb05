using System.Net;

namespace MediaMelon.SessionList.Testing;

/// <summary>The behavior of a service that the vendor's documentation does not specify, or specifies inconsistently.</summary>
/// <remarks>
/// The defaults are the assumptions of the library. The probe of SessionExplorer finds the profile of a real service:
/// <c>new SessionListEmulator(sessions, EmulatorProfile.FromReport(json))</c> emulates that service.
/// </remarks>
public sealed partial record EmulatorProfile
{
    /// <summary>The profile that the vendor's session list page describes. It is the default profile.</summary>
    public static EmulatorProfile ListPage { get; } = new();

    /// <summary>The profile that the vendor's authentication page describes: other counters, and bearer tokens.</summary>
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

    /// <summary>What <c>totalpages</c> counts. Each row contains it without a request.</summary>
    public CounterMeaning TotalPages { get; init; } = CounterMeaning.AllRows;

    /// <summary>The format of times.</summary>
    public TimeFormat Times { get; init; }

    /// <summary>Whether numbers are sent as text.</summary>
    public bool NumbersAsText { get; init; }

    /// <summary>The format of booleans.</summary>
    public BooleanFormat Booleans { get; init; }

    /// <summary>The format of a missing value.</summary>
    public NoValueFormat NoValue { get; init; }

    /// <summary>Whether the values of <c>status</c> are in upper case.</summary>
    public bool UpperCaseStatus { get; init; }

    /// <summary>Whether the period includes a session at its start.</summary>
    public bool StartIsInclusive { get; init; } = true;

    /// <summary>Whether the period includes a session at its end.</summary>
    public bool EndIsInclusive { get; init; } = true;

    /// <summary>The maximum limit. A higher limit is capped. Null means no maximum.</summary>
    public int? MaxLimit { get; init; }

    /// <summary>The offset of the first row: 0 or 1. An offset of 0 is always the first row.</summary>
    public int FirstOffset { get; init; }

    /// <summary>The order of a listing without <c>orderby</c>.</summary>
    public RowOrder DefaultOrder { get; init; }

    /// <summary>Whether <c>order</c> may be in upper case. If false, the response is status 400.</summary>
    public bool AcceptsUpperCaseOrder { get; init; }

    /// <summary>Whether an order has no effect if its column was not requested.</summary>
    public bool SortNeedsColumn { get; init; }

    /// <summary>Whether a filter ignores the case of values.</summary>
    public bool FilterIgnoresCase { get; init; }

    /// <summary>Whether a filter has no effect if its column was not requested.</summary>
    public bool FilterNeedsColumn { get; init; }

    /// <summary>Whether a condition has no effect if its metric was not requested.</summary>
    public bool ConditionNeedsColumn { get; init; }

    /// <summary>Whether <c>&gt;</c> is the only comparison. If true, the response to others is status 400.</summary>
    public bool OnlyGreaterThan { get; init; }

    /// <summary>Whether a comma can join conditions, too. If false, the response is status 400.</summary>
    public bool CommaJoinsConditions { get; init; }

    /// <summary>The response to a request for an unknown column.</summary>
    public UnknownColumnHandling UnknownColumns { get; init; }

    /// <summary>Whether an invalid filter is ignored. If false, the response is status 400.</summary>
    public bool IgnoresInvalidFilter { get; init; }

    /// <summary>The status for a missing or wrong key.</summary>
    public HttpStatusCode WrongKeyStatus { get; init; } = HttpStatusCode.Unauthorized;

    /// <summary>The status for another customer.</summary>
    public HttpStatusCode WrongCustomerStatus { get; init; } = HttpStatusCode.Forbidden;

    /// <summary>The format of the body of an error response.</summary>
    public ErrorBodyFormat ErrorBody { get; init; }

    /// <summary>Whether <c>Authorization: Bearer</c> with the emulator's access token is accepted, too.</summary>
    public bool AcceptsBearerToken { get; init; }

    /// <summary>The maximum number of requests per second. Null means no limit.</summary>
    public double? RequestsPerSecond { get; init; }

    /// <summary>The delay between the end of a session and its first listing.</summary>
    public TimeSpan ArrivalDelay { get; init; }
}
