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
            SessionListApiException { StatusCode: HttpStatusCode.Unauthorized } =>
                $"The key is not known: copy it anew into {SourceSettings.KeyVariable}.",
            SessionListApiException { StatusCode: HttpStatusCode.Forbidden } =>
                $"The key is known but not for this customer: check {SourceSettings.CustomerVariable}.",
            SessionListApiException { StatusCode: HttpStatusCode.NotFound } =>
                "There is no session list at this address: check --base-url.",
            SessionListApiException { IsThrottled: true } => "The key asks too often: wait, and use a lower --parallel.",
            SessionListApiException { StatusCode: >= HttpStatusCode.InternalServerError } =>
                "The service has a problem of its own: try again later.",
            SessionListApiException { StatusCode: >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest } =>
                "The address answers with a redirect, which is not followed: check --base-url.",
            SessionListResponseException =>
                "Something that is not the service answered: check --base-url, and whether a proxy stands between.",
            SessionListConnectionException { IsTimeout: true } => "Nobody answered in time: check the network and --base-url.",
            SessionListConnectionException => "The address cannot be reached: check the network, a proxy, and --base-url.",
            _ => "",
        };
}
