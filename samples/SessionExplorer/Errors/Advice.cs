using System.Net;
using MediaMelon.SessionList;
using SessionExplorer.Sources;

namespace SessionExplorer.Errors;

/// <summary>What to do about a failure of the service.</summary>
internal static class Advice
{
    public static string For(SessionListException exception) =>
        exception switch
        {
            SessionListApiException { IsAccessDenied: true } refused when ResponseBody.IsPage(refused.Body) =>
                "A page of HTML came with it: a proxy or a firewall refused, not the service. Check both and --base-url.",
            SessionListApiException { StatusCode: HttpStatusCode.Unauthorized } when SourceSettings.HasToken =>
                $"The access token may have expired: put a new one into {SourceSettings.TokenVariable}.",
            SessionListApiException { StatusCode: HttpStatusCode.Unauthorized } =>
                $"Copy the key anew into {SourceSettings.KeyVariable}; behind a proxy, check that it lets the key pass.",
            SessionListApiException { StatusCode: HttpStatusCode.Forbidden } =>
                $"The {(SourceSettings.HasToken ? "token" : "key")} may be for another customer: "
                    + $"check {SourceSettings.CustomerVariable}.",
            SessionListApiException { StatusCode: HttpStatusCode.ProxyAuthenticationRequired } =>
                "A proxy wants to know who you are: set its address with user and password in HTTPS_PROXY.",
            SessionListApiException { StatusCode: HttpStatusCode.NotFound } =>
                "There is no session list at this address: check --base-url.",
            SessionListApiException { IsThrottled: true } => "Wait, and use a lower --parallel.",
            SessionListApiException { StatusCode: >= HttpStatusCode.InternalServerError } => "Try again later.",
            SessionListApiException { StatusCode: >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest } =>
                "A redirect is not followed, as it would carry the key to another host: check --base-url.",
            // Without a body it is a session list, and the message says what is odd about it.
            SessionListResponseException { Body: null } => "",
            SessionListResponseException =>
                "Something that is not the service answered: check --base-url, and whether a proxy stands between.",
            SessionListConnectionException { IsTimeout: true } when LastResponse.HasBegun =>
                "The response began and did not end in time: ask for less with a smaller --page-size or --take, "
                    + "or a shorter period.",
            SessionListConnectionException { IsTimeout: true } => "Nobody answered in time: check the network and --base-url.",
            SessionListConnectionException => "The address cannot be reached: check the network, a proxy, and --base-url.",
            _ => "",
        };
}
