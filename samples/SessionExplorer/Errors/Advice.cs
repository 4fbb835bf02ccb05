using System.Net;
using MediaMelon.SessionList;
using SessionExplorer.Sources;

namespace SessionExplorer.Errors;

/// <summary>What the user can do about an error of the service.</summary>
internal static class Advice
{
    public static string For(SessionListException exception) =>
        exception switch
        {
            SessionListApiException { IsAccessDenied: true } refused when ResponseBody.IsPage(refused.Body) =>
                "The response is an HTML page: a proxy or a firewall refused the request, not the service. "
                    + "Check both and --base-url.",
            SessionListApiException { StatusCode: HttpStatusCode.Unauthorized } when SourceSettings.HasToken =>
                $"The access token may have expired: put a new one into {SourceSettings.TokenVariable}.",
            SessionListApiException { StatusCode: HttpStatusCode.Unauthorized } =>
                $"Copy the key again into {SourceSettings.KeyVariable}. If you use a proxy, check that it forwards the key.",
            SessionListApiException { StatusCode: HttpStatusCode.Forbidden } =>
                $"The {(SourceSettings.HasToken ? "token" : "key")} may be for another customer: "
                    + $"check {SourceSettings.CustomerVariable}.",
            SessionListApiException { StatusCode: HttpStatusCode.ProxyAuthenticationRequired } =>
                "A proxy requires authentication: set its address with user and password in HTTPS_PROXY.",
            SessionListApiException { StatusCode: HttpStatusCode.NotFound } =>
                "This address has no session list: check --base-url.",
            SessionListApiException { IsThrottled: true } => "Wait, and use a lower --parallel.",
            SessionListApiException { StatusCode: >= HttpStatusCode.InternalServerError } => "Try again later.",
            SessionListApiException { StatusCode: >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest } =>
                "A redirect is not followed, as it would carry the key to another host: check --base-url.",
            // Without a body, the response is a session list, and the message describes the error.
            SessionListResponseException { Body: null } => "",
            SessionListResponseException =>
                "The response is not from the service: check --base-url, and whether a proxy intercepts requests.",
            SessionListConnectionException { IsTimeout: true } when LastResponse.HasBegun =>
                "The response was not complete in time: request less with a smaller --page-size or --take, "
                    + "or a shorter period.",
            SessionListConnectionException { IsTimeout: true } =>
                "No response was received in time: check the network and --base-url.",
            SessionListConnectionException => "The address cannot be reached: check the network, a proxy, and --base-url.",
            _ => "",
        };
}
