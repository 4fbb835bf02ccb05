using System.Net;
using MediaMelon.SessionList.Testing;
using static SessionExplorer.Probe.ProbeCheck;

namespace SessionExplorer.Probe;

/// <summary>Tests how the service refuses invalid requests: status, content type, and the shape of the body.</summary>
internal static class RefusalChecks
{
    private const string NoColumn = "nosuchcolumn";

    public static async Task UnknownColumnAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        var request = context.Request(["sessionid", NoColumn], ProbeContext.SmallLimit);
        var response = await context.SendAsync(request, cancellationToken);
        if (!response.IsPage)
        {
            ThrowIfUnrelated(response);
            Set(UnknownColumnHandling.Reject);
            SetErrorBody(context, response);
            context.Add(UnknownColumn, true, Describe(response));
            return;
        }

        if (response.Rows.Count == 0)
            return;

        // If missing values are omitted, an unknown column without a value is omitted too.
        var isSent = response.Rows.Any(row => row.Value(NoColumn) is not null);
        var isKnown = isSent
            || (context.Settings.Contains(nameof(EmulatorProfile.NoValue)) && context.Profile.NoValue != NoValueFormat.Omitted);
        if (isKnown)
            Set(isSent ? UnknownColumnHandling.Null : UnknownColumnHandling.Omit);

        context.Add(UnknownColumn, true,
            isSent ? "it is sent without a value: misspelled names are not noticed" : "it is left out");

        void Set(UnknownColumnHandling handling) =>
            context.Set(nameof(EmulatorProfile.UnknownColumns), profile => profile with { UnknownColumns = handling });
    }

    public static async Task InvalidFilterAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        var request = context.Request(["sessionid"], ProbeContext.SmallLimit).With("filter", "[country");
        var response = await context.SendAsync(request, cancellationToken);
        if (!response.IsPage)
            ThrowIfUnrelated(response);

        context.Set(nameof(EmulatorProfile.IgnoresInvalidFilter),
            profile => profile with { IgnoresInvalidFilter = response.IsPage });
        if (!response.IsPage)
            SetErrorBody(context, response);

        context.Add(InvalidFilter, !response.IsPage,
            response.IsPage ? $"it is ignored: {response.Rows.Count} sessions" : Describe(response),
            "Check the rows: an invalid Raw filter is not noticed.");
    }

    public static async Task WrongCustomerAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        var request = context.Request(["sessionid"], limit: 1) with { WrongCustomer = context.Transport.CustomerId == 1 ? 2 : 1 };
        var response = await context.SendAsync(request, cancellationToken);
        if (response.IsPage)
        {
            context.Add(WrongCustomer, response.Rows.Count == 0, $"a page of {response.Rows.Count} sessions",
                "The key gives access to another customer. Report this to the vendor.");
            return;
        }

        ThrowIfUnrelated(response);
        context.Set(nameof(EmulatorProfile.WrongCustomerStatus),
            profile => profile with { WrongCustomerStatus = response.Status });
        SetErrorBody(context, response);
        context.Add(WrongCustomer, response.Status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized, Describe(response),
            "IsAccessDenied is false for this status.");
    }

    public static async Task BearerTokenAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        if (context.Transport is { HasBearerToken: true, HasKey: false } && context.IsReported(Envelope))
        {
            // Every request was sent with the token.
            var isPage = context.Sample.Pages.Count > 0;
            context.Set(nameof(EmulatorProfile.AcceptsBearerToken), profile => profile with { AcceptsBearerToken = isPage });
            context.Add(BearerToken, isPage, isPage ? "accepted" : "not accepted", "Use an API key.");
            return;
        }

        if (!context.Transport.HasBearerToken)
            throw new ProbeFailedException("not requested: no access token is set");

        var request = context.Request(["sessionid"], limit: 1) with { WithBearerToken = true };
        var response = await context.SendAsync(request, cancellationToken);
        var isAccepted = response.IsPage;
        if (!isAccepted && response.Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden))
            throw new ProbeFailedException($"the response was {Describe(response)}");

        context.Set(nameof(EmulatorProfile.AcceptsBearerToken), profile => profile with { AcceptsBearerToken = isAccepted });
        context.Add(BearerToken, isAccepted, isAccepted ? "accepted" : Describe(response), "Use an API key.");
    }

    public static async Task WrongKeyAsync(ProbeContext context, CancellationToken cancellationToken)
    {
        var request = context.Request(["sessionid"], limit: 1) with { WrongKey = "not-a-valid-key" };
        var response = await context.SendAsync(request, cancellationToken);
        if (response.IsPage)
        {
            context.Add(WrongKey, false, "accepted", "The service does not check the credential. Report this to the vendor.");
            return;
        }

        ThrowIfUnrelated(response);
        context.Set(nameof(EmulatorProfile.WrongKeyStatus), profile => profile with { WrongKeyStatus = response.Status });
        context.Add(WrongKey, response.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, Describe(response),
            "IsAccessDenied is false for this status.");
    }

    // All refusals have the same format, so one of them is enough.
    private static void SetErrorBody(ProbeContext context, ProbeResponse response)
    {
        ErrorBodyFormat? format = response.BodyLength == 0 ? ErrorBodyFormat.Empty
            : response.Json is not null ? ErrorBodyFormat.Json
            : response.MediaType.Contains("html", StringComparison.OrdinalIgnoreCase) ? ErrorBodyFormat.Html
            : null;
        if (format is { } found)
            context.Set(nameof(EmulatorProfile.ErrorBody), profile => profile with { ErrorBody = found });
    }

    // Status 429 and 5xx are not related to the content of the request.
    private static void ThrowIfUnrelated(ProbeResponse response)
    {
        if ((int)response.Status is 429 or >= 500)
            throw new ProbeFailedException($"the response was {Describe(response)}");
    }

    private static string Describe(ProbeResponse response) =>
        $"status {(int)response.Status} with {response.Shape}{(response.MediaType.Length > 0 ? $" ({response.MediaType})" : "")}";
}
